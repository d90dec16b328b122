import { inSteps } from '../../edit/applyEdits';
import { removeEdges } from '../../edit/edgeEdits';
import { askedEdges } from '../../edit/guard/asked';
import { exchangeDependencies } from '../../edit/json/listEdits';
import { exchangeInPlan } from '../../edit/plan/planFieldEdits';
import type { AnalysedPlan } from '../../model/analysis';
import type { Edge } from '../../model/edge';
import type { AchievementId } from '../../model/ids';
import { knownIds } from '../common/knownIds';
import { dependsOn } from '../common/order';
import type { Fix } from '../finding';

type Ids = readonly AchievementId[];

/** What a field of a PLAN can state and be read again. */
const STATABLE = /^\d+(?:\.\d+)+$/;

/**
 * Fixes for an achievement of which the PLAN and the parallel.json at `parallelUri` state different dependencies,
 * given what only one of them says: either takes over what the other has.
 */
export const differenceFixes = (
  plan: AnalysedPlan,
  parallelUri: string,
): ((id: AchievementId, onlyStated: Ids, onlyListed: Ids) => readonly Fix[]) => {
  const known = knownIds(plan);
  const leadsTo = dependsOn(plan);
  const isPossible = (id: AchievementId, added: AchievementId): boolean =>
    added !== id && known.has(added) && !leadsTo(added, id);
  return (id, onlyStated, onlyListed) => {
    const toParallel: Fix = {
      title: `Make parallel.json match the PLAN for ${id}: ${change(onlyListed, onlyStated)}`,
      preferred: false,
      uri: parallelUri,
      asked: askedEdges('parallel', edgesTo(id, onlyListed), edgesTo(id, onlyStated)),
      // what goes may be said by `blocks` as well
      edits: (text) =>
        inSteps(text, [
          (from) => exchangeDependencies(from, id, onlyListed, onlyStated),
          (from) => removeEdges(from, edgesTo(id, onlyListed)),
        ]),
    };
    const toPlan: Fix = {
      title: `Make the PLAN match parallel.json for ${id}: ${change(onlyStated, onlyListed)}`,
      preferred: false,
      uri: plan.uri,
      asked: askedEdges('plan', edgesTo(id, onlyStated), edgesTo(id, onlyListed)),
      edits: (text) => exchangeInPlan(text, id, onlyStated, onlyListed),
    };
    return [
      ...(onlyStated.every((added) => isPossible(id, added)) ? [toParallel] : []),
      ...(onlyListed.every((added) => known.has(added) && STATABLE.test(added)) ? [toPlan] : []),
    ];
  };
};

const edgesTo = (dependent: AchievementId, dependencies: Ids): readonly Edge[] =>
  dependencies.map((dependency) => ({ dependent, dependency }));

const change = (removed: Ids, added: Ids): string =>
  [
    ...(removed.length > 0 ? [`without ${removed.join(', ')}`] : []),
    ...(added.length > 0 ? [`with ${added.join(', ')}`] : []),
  ].join(', ');
