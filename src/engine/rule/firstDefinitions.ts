import type { AchievementFacts } from '../document/plan';
import type { AnalysedPlan } from '../model/analysis';

/** What the PLAN defines, each id where it stands first; none for a batch of PRPs. */
export const firstDefinitionsOf = ({ facts, byId }: AnalysedPlan): readonly AchievementFacts[] =>
  (facts?.achievements ?? []).filter(({ id, idSpan }) => byId.get(id)?.idSpan.start === idSpan.start);
