import type { AchievementFacts } from '../facts/planFacts';
import type { AnalysedPlan } from '../model/analysis';
import type { Snapshot } from '../snapshot';
import {
  type DocumentText,
  frontMatterIn,
  indexedIn,
  type Mention,
  mentionsInText,
  parallelMentionsAt,
  statedIn,
  unquoted,
} from './mentions';

/** An id under the caret with the plan it belongs to. */
export interface FoundMention extends Mention {
  readonly plan: AnalysedPlan;
}

/**
 * The achievement id at an offset of a document of any kind, or undefined. A caret behind the last character
 * still touches the id. Only ids of the plan that owns the document are found.
 */
export const mentionAt = (
  snapshot: Snapshot,
  document: DocumentText,
  offset: number,
): FoundMention | undefined => {
  const plan = snapshot.planOf(document.uri);
  if (!plan) return undefined;
  const [closest] = mentionsAround(plan, document, offset)
    .filter(({ id, span }) => span.start <= offset && offset <= span.end && plan.byId.has(id))
    .sort((one, other) => length(one) - length(other));
  return closest && { ...closest, plan };
};

/** The achievement whose definition or body an offset of a PLAN lies in. */
export const factsAround = ({ facts }: AnalysedPlan, offset: number): AchievementFacts | undefined => {
  const before = facts?.achievements.findLast(({ definition }) => definition.start <= offset);
  return before && offset <= before.body.end ? before : undefined;
};

const length = ({ span: { start, end } }: Mention): number => end - start;

/** At least all mentions that touch `offset`, without reading more of the document than that takes. */
const mentionsAround = (
  plan: AnalysedPlan,
  { uri, text }: DocumentText,
  offset: number,
): readonly Mention[] => {
  if (plan.parallel?.uri === uri) return parallelMentionsAt(plan, offset);
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const inLine = mentionsInText(plan, text.slice(start, end === -1 ? text.length : end), start);
  if (plan.uri !== uri) return [...definitionsIn(plan, uri), ...frontMatterIn(plan, uri), ...inLine];
  const around = factsAround(plan, offset);
  const inPlan = [...indexedIn(plan), ...inLine];
  return around ? [{ id: around.id, span: around.idSpan }, ...statedIn(around, text), ...inPlan] : inPlan;
};

/** Definitions as the joined plan has them: those of PRP files too. */
export const definitionsIn = ({ achievements }: AnalysedPlan, uri: string): readonly Mention[] =>
  achievements
    .filter((each) => each.uri === uri)
    .map(({ id, idSpan }) => ({ id, span: unquoted(id, idSpan) }));
