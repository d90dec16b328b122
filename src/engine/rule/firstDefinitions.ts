import type { AchievementFacts } from '../document/plan';
import type { AnalysedPlan } from '../model/analysis';

/** What the PLAN defines, each id where it stands first; none for a batch of PRPs. */
export function* firstDefinitionsOf({ facts }: AnalysedPlan): Iterable<AchievementFacts> {
  const seen = new Set<string>();
  for (const definition of facts?.achievements ?? []) {
    if (seen.has(definition.id)) continue;
    seen.add(definition.id);
    yield definition;
  }
}
