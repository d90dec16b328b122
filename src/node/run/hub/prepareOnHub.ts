import type { AnalysedPlan } from '../../../engine/model/analysis';
import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { commitOf } from '../../git/commits';
import type { RunAsked } from '../prepare/asked';
import { type Beginning, type Names, type Preparation, prepareRun } from '../prepare/preparation';
import { type HubView, lookAtHub, remoteNamed } from './hub';

/** A run on a hub, as one of its machines sees it. */
export interface OnHub {
  readonly hub: HubView;
  readonly preparation: Preparation;
}

/** What a machine may choose for itself; all else is as the configuration says. */
export type AskedOnHub = Pick<RunAsked, 'executor' | 'review' | 'attempts' | 'timeoutMinutes'>;

/**
 * Looks at a hub and works out what a run there is, without changing anything but what was fetched. A run that nobody
 * has begun there begins from the checkout here.
 *
 * @param place the name of the run, and the hub as git or a path names it
 */
export const prepareOnHub = async (
  plan: AnalysedPlan,
  asked: AskedOnHub,
  { run, remote }: { readonly run: string; readonly remote: string },
): Promise<Result<OnHub, UserError>> => {
  let hub: HubView | undefined;
  const begin = async (names: Names): Promise<Result<Beginning, UserError>> => {
    const { top, branch } = names;
    const seen = await lookAtHub({ top, remote: remoteNamed(remote), run, plan: names.plan, branch });
    if (!seen.ok) return seen;
    hub = seen.value;
    const head = await commitOf(top, 'HEAD');
    if (!head.ok) return head;
    const base = hub.tip ?? head.value;
    if (base === undefined) return fail(new UserError('The repository has no commit yet.'));
    // what this run landed itself is told by its journal
    const before = hub.landed.filter((each) => each.run !== run);
    return ok({
      run,
      tip: base,
      base: firstBase(hub) ?? base,
      landed: new Map(before.map(({ item, commit }) => [item, commit])),
      refusals: [],
    });
  };
  const everything: RunAsked = {
    ...asked,
    selection: { by: 'all' },
    redo: false,
    jobs: undefined,
    // the order between machines is the one that they were given
    barrier: false,
    stopOnError: false,
    land: true,
  };
  const prepared = await prepareRun(plan, everything, {}, begin);
  if (!prepared.ok) return prepared;
  return hub ? ok({ hub, preparation: prepared.value }) : fail(new UserError(`${remote} was not looked at.`));
};

/** Where the first item began that anything was handed in of. */
const firstBase = ({ handed }: HubView): string | undefined =>
  [...handed.values()]
    .flatMap(({ events }) => events.filter(({ base }) => base !== undefined))
    .sort((one, other) => one.t - other.t)[0]?.base;
