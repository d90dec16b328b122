import { type AchievementFacts, readPlan, type StatedId } from '../../document/plan';
import type { Field } from '../../model/achievement';
import { type Span, sliceOf, span } from '../../model/text';
import { type Edge, planStatements, sameEdge } from '../edge';
import type { TextEdit } from '../finding';

const SEPARATOR_AFTER = /^[ \t]*(?:,[ \t]*and\b|[,;&+/]|and\b|or\b)[ \t]*/i;
const SEPARATOR_BEFORE = /[ \t]*(?:,[ \t]*and|[,;&+/]|\band|\bor)[ \t]*$/i;
const NAME_BEFORE = /\bAchievement[ \t]+(?:\*\*)?$/i;
export const REMARK_AFTER = /^(?:\*\*)?[ \t]*\([^()\n]*\)/;
export const BULLET = /^[ \t]*[-*+][ \t]/;

/** An id stated in a field, with everything else the field states. */
interface Stated {
  readonly field: Field;
  readonly id: string;
  readonly span: Span;
  readonly all: readonly StatedId[];
}

/** Takes an edge out of the `Dependencies` and `Blocks` fields of a PLAN; a field left empty says `None`. */
export const removeFromPlan = (text: string, edge: Edge): readonly TextEdit[] =>
  readPlan(text)
    .achievements.flatMap((achievement) => statedIn(achievement, edge))
    .map((stated) => removal(text, stated))
    .sort((one, other) => one.span.start - other.span.start);

/** Writes `newId` in place of `oldId` where the edge is stated; nothing for ids that stand in a range. */
export const renameInPlan = (text: string, edge: Edge, oldId: string, newId: string): readonly TextEdit[] =>
  planStatements('', readPlan(text))
    .filter((each) => sameEdge(each, edge) && each.named === oldId && sliceOf(text, each.span) === oldId)
    .map((each) => ({ span: each.span, newText: newId }));

const statedIn = ({ id, fields, dependencies, blocks }: AchievementFacts, edge: Edge): readonly Stated[] => {
  const find = (
    name: 'dependencies' | 'blocks',
    all: readonly StatedId[],
    wanted: string,
  ): readonly Stated[] =>
    all
      .filter((each) => each.id === wanted)
      .flatMap(({ span: place }) => {
        const field = fields.find((each) => each.name === name && isWithin(place, each.block));
        const others = field ? all.filter((each) => isWithin(each.span, field.block)) : [];
        return field ? [{ field, id: wanted, span: place, all: others }] : [];
      });
  return [
    ...(id === edge.dependent ? find('dependencies', dependencies, edge.dependency) : []),
    ...(id === edge.dependency ? find('blocks', blocks, edge.dependent) : []),
  ];
};

export const isWithin = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

const removal = (text: string, { field, id, span: place, all }: Stated): TextEdit => {
  if (sliceOf(text, place) !== id) {
    const rest = all.filter((each) => each.span.start === place.start && each.id !== id);
    return { span: place, newText: rest.map((each) => each.id).join(', ') };
  }
  if (all.length === 1) return { span: contentOf(text, field), newText: ' None' };
  const line = lineAround(text, place);
  const isAlone = all.every((each) => each.id === id || !isWithin(each.span, line));
  if (isAlone && BULLET.test(sliceOf(text, line)) && line.start > field.valueSpan.end) {
    return { span: span(line.start - 1, line.end), newText: '' };
  }
  return { span: withSeparator(text, place, line), newText: '' };
};

/** What follows the label: the rest of its line, and the lines below. */
const contentOf = (text: string, { valueSpan, block }: Field): Span => {
  const end = block.start + sliceOf(text, block).trimEnd().length;
  const gap = /[ \t]*$/.exec(text.slice(block.start, valueSpan.start))?.[0].length ?? 0;
  return span(valueSpan.start - gap, Math.max(end, valueSpan.end));
};

export const lineAround = (text: string, { start, end }: Span): Span => {
  const next = text.indexOf('\n', end);
  return span(text.lastIndexOf('\n', start - 1) + 1, next === -1 ? text.length : next);
};

const withSeparator = (text: string, place: Span, line: Span): Span => {
  const start = place.start - (NAME_BEFORE.exec(text.slice(line.start, place.start))?.[0].length ?? 0);
  const end = place.end + (REMARK_AFTER.exec(text.slice(place.end, line.end))?.[0].length ?? 0);
  const after = SEPARATOR_AFTER.exec(text.slice(end, line.end));
  if (after) return span(start, end + after[0].length);
  return span(start - (SEPARATOR_BEFORE.exec(text.slice(line.start, start))?.[0].length ?? 0), end);
};
