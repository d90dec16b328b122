import { readPlan } from '../../document/plan/plan';
import { readTitle } from '../../document/plan/title';
import type { Field } from '../../facts/field';
import type { AchievementFacts } from '../../facts/planFacts';
import type { AchievementId } from '../../model/ids';
import { lineBreakOf, type Span, sliceOf, span } from '../../model/text';
import type { TextEdit } from '../finding';
import { applyEdits, inSteps } from './applyEdits';
import { BULLET, contentOf, lineAround } from './fieldLines';
import { itemAround } from './listItem';
import { removeFromPlan } from './planEdits';

/**
 * Takes ids out of what a PLAN states for an achievement and adds others to its `Dependencies` field; remarks about
 * the other ids stay. Nothing where the result would not read as wanted.
 */
export const exchangeInPlan = (
  text: string,
  id: AchievementId,
  removed: readonly AchievementId[],
  added: readonly AchievementId[],
): readonly TextEdit[] => {
  const before = statedFor(text, id);
  const wanted = new Set([...before.filter((each) => !removed.includes(each)), ...added]);
  const isWanted = (changed: string): boolean => {
    const after = new Set(statedFor(changed, id));
    return (
      [...wanted].every((each) => after.has(each)) &&
      !removed.some((each) => after.has(each) && !wanted.has(each))
    );
  };
  const removals = removed.map(
    (dependency) => (from: string) => removeFromPlan(from, { dependent: id, dependency }),
  );
  for (const where of added.length > 0 ? PLACES : [PLACES[0]]) {
    const edits = inSteps(text, [...removals, (from) => addToField(from, id, added, where)]);
    if (isWanted(applyEdits(text, edits))) return edits;
  }
  return [];
};

/** Where ids are added, in the order tried: a remark may keep the reader from what stands behind it. */
const PLACES = ['last', 'first'] as const;

/** Writes another title where an achievement is defined; marks and the effort behind it stay. */
export const writePlanTitle = (text: string, id: AchievementId, title: string): readonly TextEdit[] => {
  const found = definitionOf(text, id);
  if (!found) return [];
  const at = sliceOf(text, found.titleSpan).indexOf(found.title);
  if (at === -1) return [];
  const start = found.titleSpan.start + at;
  const edits = [{ span: span(start, start + found.title.length), newText: title }];
  return definitionOf(applyEdits(text, edits), id)?.title === title ? edits : [];
};

/** Whether a title can stand in a definition as it is: on one line, without anything that would not count as title. */
export const isPlanTitle = (title: string): boolean =>
  title !== '' && !/[\r\n*_<]/.test(title) && readTitle(title).title === title;

const definitionOf = (text: string, id: AchievementId): AchievementFacts | undefined =>
  readPlan(text).achievements.find((each) => each.id === id);

const statedFor = (text: string, id: AchievementId): readonly AchievementId[] =>
  (definitionOf(text, id)?.dependencies ?? []).map((each) => each.id);

const addToField = (
  text: string,
  id: AchievementId,
  added: readonly AchievementId[],
  where: (typeof PLACES)[number],
): readonly TextEdit[] => {
  const found = definitionOf(text, id);
  const field = found?.fields.find(({ name }) => name === 'dependencies');
  if (!found || !field || added.length === 0) return [];
  const stated = found.dependencies
    .map(({ span: place }) => place)
    .filter(({ start, end }) => start >= field.block.start && end <= field.block.end);
  const [first] = stated;
  const last = stated.at(-1);
  if (!first || !last) return [firstIds(text, field, added)];
  if (isBulleted(text, field, first)) return [newBullets(text, field, first, added)];
  return [where === 'last' ? moreIds(text, field, last, added) : idsInFront(text, field, first, added)];
};

/** Says that there are none, or that it is to be filled in. */
const NONE_FIRST = /^(?:(?:none|nothing|n\/a|-+|–|—)(?![\p{L}\p{N}])|<!-- fill:[^>]*-->)/iu;

/** In place of `None`, else in front of whatever stands there. */
const firstIds = (text: string, { value, valueSpan }: Field, added: readonly AchievementId[]): TextEdit => {
  const { start } = valueSpan;
  const none = NONE_FIRST.exec(value)?.[0].length ?? 0;
  const gap = /[ \t]/.test(text.charAt(start - 1)) ? '' : ' ';
  const rest = value === '' || none > 0 ? '' : ', ';
  return { span: span(start, start + none), newText: gap + added.join(', ') + rest };
};

const isBulleted = (text: string, { valueSpan }: Field, stated: Span): boolean => {
  const line = lineAround(text, stated);
  return line.start > valueSpan.end && BULLET.test(sliceOf(text, line));
};

/** In front of the first, because text of the last may go on below it. */
const newBullets = (text: string, field: Field, first: Span, added: readonly AchievementId[]): TextEdit => {
  const line = lineAround(text, first);
  const marker = text.slice(line.start, contentOf(text, line, field).start).replace(/\[[xX]\]/, '[ ]');
  const name = NAMED.exec(text.slice(line.start, first.start))?.[0] ?? '';
  const lines = added.map((each) => `${marker}${name}${each}${lineBreakOf(text)}`);
  return { span: span(line.start, line.start), newText: lines.join('') };
};

const NAMED = /Achievement[ \t]+$/i;

/** Behind the last with all that is its own. */
const moreIds = (text: string, field: Field, last: Span, added: readonly AchievementId[]): TextEdit => {
  const content = contentOf(text, lineAround(text, last), field);
  const item = itemAround(sliceOf(text, content), span(last.start - content.start, last.end - content.start));
  const end = item ? content.start + item.end : last.end;
  const named = /\bachievements$/i.test(sliceOf(text, last)) ? 'Achievement ' : '';
  return { span: span(end, end), newText: added.map((each) => `, ${named}${each}`).join('') };
};

const idsInFront = (text: string, field: Field, first: Span, added: readonly AchievementId[]): TextEdit => {
  const { start } = contentOf(text, lineAround(text, first), field);
  return { span: span(start, start), newText: `${added.join(', ')}, ` };
};
