import { readPlan } from '../../document/plan/plan';
import { fill } from '../../document/work/fillMark';
import type { Field, FieldName } from '../../facts/field';
import type { AchievementFacts } from '../../facts/planFacts';
import type { AchievementId } from '../../model/ids';
import { lineBreakOf, type Span, sliceOf, span } from '../../model/text';
import type { TextEdit } from '../finding';
import { applyEdits } from './applyEdits';

/**
 * Gives an achievement a field that it lacks, at its end, with a place to fill in; label and layout are those of the
 * nearest achievement that has it. Nothing where none has, or where the field would not be read.
 */
export const addField = (
  text: string,
  id: AchievementId,
  name: FieldName,
  what: string,
): readonly TextEdit[] => {
  const { achievements } = readPlan(text);
  const at = achievements.findIndex((each) => each.id === id);
  const target = achievements[at];
  const model = nearest(achievements, at, name);
  if (!target || !model || hasField(target, name)) return [];
  const eol = lineBreakOf(text);
  const isItem = LIST.test(lastLine(text, target.body)) && LIST.test(sliceOf(text, model.block));
  const newText = eol.repeat(isItem ? 1 : 2) + labelled(text, model, fill(what));
  const edits = [{ span: span(target.body.end, target.body.end), newText }];
  const after = readPlan(applyEdits(text, edits)).achievements[at];
  return after?.id === id && hasField(after, name) ? edits : [];
};

/** An item, or what hangs below one. */
const LIST = /^(?:[ \t]+\S|[-*+][ \t]|\d{1,9}[.)][ \t])/;

const hasField = ({ fields }: AchievementFacts, name: FieldName): boolean =>
  fields.some((field) => field.name === name);

/** The field of the nearest achievement that has it, those in front first. */
const nearest = (
  achievements: readonly AchievementFacts[],
  at: number,
  name: FieldName,
): Field | undefined => {
  const found =
    achievements.slice(0, at).findLast((each) => hasField(each, name)) ??
    achievements.slice(at + 1).find((each) => hasField(each, name));
  return found?.fields.find((field) => field.name === name);
};

const lastLine = (text: string, { end }: Span): string =>
  text.slice(text.lastIndexOf('\n', end - 1) + 1, end);

const LIST_BELOW = /^[ \t]*((?:\r?\n){1,3})([ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)/;

/** Label and place in the layout of another field: on its line, or as the first item of a list below. */
const labelled = (text: string, { block, valueSpan, value }: Field, place: string): string => {
  const label = text.slice(block.start, valueSpan.start).trimEnd();
  const [, gap, marker] = (value === '' && LIST_BELOW.exec(text.slice(valueSpan.end, block.end))) || [];
  if (gap === undefined || marker === undefined) return `${label} ${place}`;
  return label + gap + marker.replace(/[xX]/, ' ') + place;
};
