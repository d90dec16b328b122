import type { Result } from '../../../shared/result';
import type { UserError } from '../../../shared/userError';
import { createRun, type NewRun } from '../record/createRun';
import { trustTextOf } from '../record/settings';
import { trust, trustHash } from '../record/trusted';
import { evidencePath } from './dryRun';
import type { Preparation } from './preparation';

/**
 * Begins the record of a run that a person wants; a runner may take it over now. What it runs counts as seen, so that
 * nobody is asked again when it goes on. Fails where another run of the plan goes on, or nothing can be written.
 */
export const beginRun = async (
  preparation: Preparation,
  version: string,
): Promise<Result<void, UserError>> => {
  const { settings } = preparation;
  await trust(settings.top, trustHash(trustTextOf(settings)));
  return createRun(newRunOf(preparation, version));
};

/** The run that was prepared. */
export const newRunOf = ({ head, settings, planned, tip }: Preparation, version: string): NewRun => ({
  head,
  settings,
  done: planned.done.map(({ id, evidence }) => ({
    id,
    evidence: evidence.map((each) => evidencePath(each, settings.top)),
  })),
  tip,
  version,
});
