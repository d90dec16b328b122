import { type AchievementFacts, readPlan } from '../../document/plan';
import { readTitle } from '../../document/title';
import type { AchievementId, Field } from '../../model/achievement';
import { lineBreakOf, type Span, sliceOf, span } from '../../model/text';
import type { TextEdit } from '../finding';
import { applyEdits, inSteps } from './applyEdits';
import { BULLET, isWithin, lineAround, REMARK_AFTER, removeFromPlan } from './planEdits';

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
  const edits = inSteps(text, [
    ...removed.map((dependency) => (from: string) => removeFromPlan(from, { dependent: id, dependency })),
    (from) => addToField(from, id, added),
  ]);
  const after = new Set(statedFor(applyEdits(text, edits), id));
  return after.size === wanted.size && [...wanted].every((each) => after.has(each)) ? edits : [];
};

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
): readonly TextEdit[] => {
  const found = definitionOf(text, id);
  const field = found?.fields.find(({ name }) => name === 'dependencies');
  if (!found || !field || added.length === 0) return [];
  const stated = found.dependencies
    .map(({ span: place }) => place)
    .filter((place) => isWithin(place, field.block));
  const [first] = stated;
  const last = stated.at(-1);
  if (!first || !last) return [{ span: field.valueSpan, newText: added.join(', ') }];
  return isBulleted(text, field, first) ? [newBullets(text, first, added)] : [moreIds(text, last, added)];
};

const isBulleted = (text: string, { valueSpan }: Field, stated: Span): boolean => {
  const line = lineAround(text, stated);
  return line.start > valueSpan.end && BULLET.test(sliceOf(text, line));
};

/** In front of the first, because text of the last may go on below it. */
const newBullets = (text: string, first: Span, added: readonly AchievementId[]): TextEdit => {
  const { start } = lineAround(text, first);
  const prefix = text.slice(start, first.start).replace(/\*\*$/, '');
  const lines = added.map((each) => `${prefix}${each}${lineBreakOf(text)}`);
  return { span: span(start, start), newText: lines.join('') };
};

const moreIds = (text: string, last: Span, added: readonly AchievementId[]): TextEdit => {
  const rest = text.slice(last.end, lineAround(text, last).end);
  const end = last.end + (REMARK_AFTER.exec(rest)?.[0].length ?? 0);
  const named = /\bachievements$/i.test(sliceOf(text, last)) ? 'Achievement ' : '';
  return { span: span(end, end), newText: added.map((each) => `, ${named}${each}`).join('') };
};
