import type { AchievementFacts } from '../facts/planFacts';
import type { AnalysedPlan } from '../model/analysis';

/**
 * What the PLAN defines and may state dependencies, each id where it stands first; none for a batch of PRPs.
 */
export const statingDefinitionsOf = ({ facts, byId }: AnalysedPlan): readonly AchievementFacts[] =>
  (facts?.achievements ?? []).filter(
    (each) => each.mayStateDependencies && byId.get(each.id)?.idSpan.start === each.idSpan.start,
  );
