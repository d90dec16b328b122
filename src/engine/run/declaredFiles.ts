import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';

/** Files and folders that an achievement or PRP says it makes or changes, each once, as they are written. */
export const filesOf = (
  { facts }: Pick<AnalysedPlan, 'facts'>,
  { id, idSpan, prp }: AnalysedAchievement,
): readonly string[] => {
  const definition = facts?.achievements.find((each) => each.id === id && each.idSpan.start === idSpan.start);
  const delivered = definition?.deliverableFiles().map(({ path }) => path) ?? [];
  return [...new Set([...delivered, ...(prp?.files ?? [])])];
};
