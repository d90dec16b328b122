import type { Field } from '../../facts/field';
import type { AchievementId } from '../../model/ids';
import { type Span, span } from '../../model/text';
import type { PlanIds } from './planIds';
import { tokensOf } from './tokens';

/** What labels about dependencies and the order of work have in common, misspelt, joined and in other languages. */
const SOUNDS =
  /depend|depe?nde?nc|\bdep\b|\bpre-?req|block|\brequire[sd]?\b|\breq\b|\bneeds?\b|\bafter\b|\bbefore\b|\bfollows?\b|\bwaits?\b|\bstarts?\b|\bsequence\b|\border(?:ing)?\b|predecess|successor|upstream|downstream|\bprecede|\bparents?\b|abhängig|vorauss|dépend|preced|préced|bloqu|依存|前提|依赖|阻塞/i;
/** Ids of something else, and what says how far the work is. */
const OTHER_THINGS = /requirements?\b|not blocking|unblocked/i;

/** Whether a label that is no known word sounds as if it said what waits for what. */
export const soundsLikeDependencies = (label: string): boolean =>
  SOUNDS.test(label) && !OTHER_THINGS.test(label);

/** Whether a field has such a label. */
export const mayState = ({ name, label }: Field): boolean =>
  name === 'dependencies' || name === 'blocks' || (name === 'other' && soundsLikeDependencies(label));

/**
 * The label of a field that is not known, sounds like dependencies and stands in front of ids of other achievements:
 * nobody can tell what it says, and it must not be passed over. Undefined for every other field.
 */
export const unreadField = (
  text: string,
  field: Field,
  own: AchievementId,
  ids: PlanIds,
): Span | undefined => {
  if (field.name !== 'other' || !soundsLikeDependencies(field.label)) return undefined;
  const below = text.slice(field.valueSpan.start, Math.max(field.block.end, field.valueSpan.end));
  const named = tokensOf(below).some(({ kind, text: id }) => kind === 'id' && id !== own && ids.has(id));
  const start = text.lastIndexOf(field.label, field.valueSpan.start);
  return named && start >= field.block.start ? span(start, start + field.label.length) : undefined;
};
