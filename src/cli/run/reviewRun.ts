import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { feedbackFiles } from '../../engine/review/feedback';
import { finishingChecks } from '../../engine/review/finishing';
import { recordOf } from '../../engine/run/state';
import { pathOfUri } from '../../node/diskFiles';
import { isOfExecutor } from '../../node/run/item/isOfExecutor';
import { readSettings } from '../../node/run/runner';
import { ok, orThrow } from '../../shared/result';
import { toJson } from '../../shared/toJson';
import { NothingToDo, UserError } from '../../shared/userError';
import type { Terminal } from '../terminal/terminal';
import type { MakingWorkspace, OpenWorkspace } from '../workspace/workspace';
import { findRun } from './findRun';
import { ALL_LANDED } from './options';
import { itemIn, writeAll } from './prompts';

/** What a person says of the result of an item. */
export interface Said {
  readonly kind: 'approved' | 'fix';
  /** Of a fix: what is wrong. */
  readonly reason: string | undefined;
  readonly reviewer: string | undefined;
  readonly format: 'text' | 'json';
}

/**
 * `approve` and `fix`: writes the APPROVED or FIX file of an item that waits for a person into its worktree, as that
 * person would. A runner that goes on takes it from there; else `resume` does.
 */
export const reviewRun = async (
  terminal: Terminal,
  open: OpenWorkspace<MakingWorkspace>,
  name: string,
  id: string,
  { kind, reason, reviewer, format }: Said,
): Promise<number> => {
  const { head, state, folder, isRunning } = await findRun(name);
  const record = recordOf(state, id);
  if (!record) throw new UserError(`Run ${head.run} has no ${id}.`);
  if (record.state !== 'waiting') throw new NothingToDo(`${id} does not wait for a review.`);
  const { worktree } = record;
  if (record.head === undefined || worktree === undefined) {
    throw new NothingToDo(`There is nothing to review yet: ${id} waits for the work itself.`);
  }
  // the same words about another attempt are another review
  const because =
    reason === undefined ? undefined : `${reason}\n\nAttempt ${record.attempt} of run ${head.run}.`;
  const settings = orThrow(await readSettings(folder));
  const path = orThrow(
    await itemIn(open, settings.plan)<string>(worktree, id, async ({ plan, achievement }) => {
      const checks = kind === 'approved' && plan.kind === 'plan' ? finishingChecks(plan, achievement) : [];
      const review = { reviewer, date: new Date().toISOString().slice(0, 10) };
      const files = feedbackFiles(plan, [{ achievement, kind, reason: because, checks }], review);
      const place = pathOfUri(files[0]?.uri ?? '') ?? '';
      // what an earlier attempt was told gives way to what is wrong now
      if (await isOfExecutor({ says: kind, path: place }, worktree, record)) await rm(place);
      const written = await writeAll(files, worktree);
      return written.ok ? ok(place) : written;
    }),
  );
  const next = isRunning
    ? 'Its runner takes it from there.'
    : `Continue with \`parallel-plans resume ${head.run}\`.`;
  if (format === 'text') terminal.out(`Wrote ${relative('.', path)}. ${next}`);
  else terminal.out(toJson({ run: head.run, item: id, says: kind, path, isRunning }));
  return ALL_LANDED;
};
