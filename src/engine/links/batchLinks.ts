import type { AnalysedPlan } from '../model/analysis';
import type { SaidLink } from './link';

/** Dependencies in the front matter of PRPs on those of other batches, finished ones included. */
export const batchLinks = (plans: readonly AnalysedPlan[]): readonly SaidLink[] => {
  const byUri = new Map(plans.filter(({ kind }) => kind === 'prp-batch').map((plan) => [plan.uri, plan]));
  return [...byUri.values()].flatMap((plan) =>
    plan.achievements.flatMap(({ id: achievement, dependencies }) =>
      dependencies.flatMap(({ id, soft, elsewhere, said }): readonly SaidLink[] => {
        const other = byUri.get(elsewhere?.plan ?? '');
        if (!other) return [];
        const to = { plan: other, achievement: id };
        return said.map(({ uri, span }) => ({
          kind: 'depends',
          relation: soft === true ? 'soft' : 'hard',
          from: { plan, achievement },
          to,
          said: { uri, span },
        }));
      }),
    ),
  );
};
