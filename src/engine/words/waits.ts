import { listed } from '../../shared/listed';
import type { AnalysedPlan } from '../model/analysis';
import { nameOf } from '../model/uri';
import { type PlanWait, waitLabel } from '../model/wait';

/** How far what is waited for is: `3 of 9 complete`. */
export const waitProgress = ({ complete, total }: Pick<PlanWait, 'complete' | 'total'>): string =>
  `${complete} of ${total} complete`;

/** One plan that is waited for: `SEARCH-INDEX (3 of 9 complete)`, `SEARCH-INDEX 1.2`. */
export const waitWords = (wait: PlanWait): string =>
  wait.achievements.length > 0 ? waitLabel(wait) : `${waitLabel(wait)} (${waitProgress(wait)})`;

/** What the whole plan waits for: `waits for SEARCH-INDEX (3 of 9 complete)`; undefined where it waits for nothing. */
export const planWaitWords = (plan: Pick<AnalysedPlan, 'waitsFor'>): string | undefined => {
  const waits = wholePlanWaits(plan);
  return waits.length === 0 ? undefined : `waits for ${listed(waits.map(waitWords))}`;
};

/** The same in short, where there is little room: `waits for SEARCH-INDEX`. */
export const shortWaitWords = (plan: Pick<AnalysedPlan, 'waitsFor'>): string | undefined => {
  const waits = wholePlanWaits(plan);
  return waits.length === 0 ? undefined : `waits for ${listed(waits.map(waitLabel))}`;
};

/** What the whole plan waits for, not single achievements of it. */
export const wholePlanWaits = ({ waitsFor }: Pick<AnalysedPlan, 'waitsFor'>): readonly PlanWait[] =>
  waitsFor.filter(({ own }) => own === undefined);

/** Where it is said: `line 12 of PLAN_SHOP.md`. */
export const waitPlace = ({ line, said }: Pick<PlanWait, 'line' | 'said'>): string =>
  `line ${line} of ${nameOf(said.uri)}`;
