import type { AchievementId } from '../model/achievement';
import type { AnalysedPlan } from '../model/analysis';
import type { Place } from '../model/text';
import type { SaidLink } from './planLinks';

/** Dependencies in the front matter of PRPs on those of other batches, finished ones included. */
export const batchLinks = (plans: readonly AnalysedPlan[]): readonly SaidLink[] => {
  const batches = plans.filter(({ kind }) => kind === 'prp-batch');
  const owners = new Map(batches.flatMap((plan) => plan.achievements.map(({ id }) => [id, plan] as const)));
  return batches.flatMap((plan) =>
    statedIn(plan).flatMap(({ achievement, dependsOn, said }): readonly SaidLink[] => {
      const other = owners.get(dependsOn);
      if (!other || other === plan) return [];
      const to = { plan: other, achievement: dependsOn };
      return [{ kind: 'depends', from: { plan, achievement }, to, said }];
    }),
  );
};

interface Stated {
  readonly achievement: AchievementId;
  readonly dependsOn: AchievementId;
  readonly said: Place;
}

const statedIn = ({ achievements, doneElsewhere = [] }: AnalysedPlan): readonly Stated[] => [
  ...achievements.flatMap(({ id, dependencies }) =>
    dependencies.flatMap(({ id: dependsOn, said }) =>
      said.map(({ uri, span }) => ({ achievement: id, dependsOn, said: { uri, span } })),
    ),
  ),
  ...doneElsewhere.map(({ achievement, dependsOn, uri, span }) => ({
    achievement,
    dependsOn,
    said: { uri, span },
  })),
];
