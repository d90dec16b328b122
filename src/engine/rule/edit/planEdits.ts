import { readPlan } from '../../document/plan/plan';
import type { Field } from '../../facts/field';
import type { AchievementFacts } from '../../facts/planFacts';
import type { StatedId } from '../../facts/stated';
import { type Span, sliceOf, span } from '../../model/text';
import { type Edge, planStatements, sameEdge } from '../edge';
import type { TextEdit } from '../finding';
import { applyEdits, inSteps } from './applyEdits';
import { contentOf, hangsBelow, lineAround } from './fieldLines';
import { itemAround, saysNothing, withJoin } from './listItem';

/** An id stated in a field, with the ids that the same words state (a range). */
interface Stated {
  readonly field: Field;
  readonly span: Span;
  readonly together: readonly string[];
  /** The other ids of the plan. */
  readonly others: ReadonlySet<string>;
}

/** So often one field may name the same id. */
const MOST_REPETITIONS = 20;

/**
 * Takes an edge out of the `Dependencies` and `Blocks` fields of a PLAN, every mention of it; a field left empty says
 * `None`. Nothing but the id goes, with its marks and its remark. No edits where it is not clear what belongs to it, or
 * where its remark names another achievement.
 */
export const removeFromPlan = (text: string, edge: Edge): readonly TextEdit[] => {
  const edits = removeOnce(text, edge);
  if (edits.length === 0 || statedIn(applyEdits(text, edits), edge).length === 0) return edits;
  return inSteps(
    text,
    Array.from({ length: MOST_REPETITIONS }, () => (from: string) => removeOnce(from, edge)),
  );
};

const removeOnce = (text: string, edge: Edge): readonly TextEdit[] => {
  const [first] = statedIn(text, edge);
  return first ? removal(text, first) : [];
};

/** Writes `newId` in place of `oldId` where the edge is stated; nothing for ids that stand in a range. */
export const renameInPlan = (text: string, edge: Edge, oldId: string, newId: string): readonly TextEdit[] =>
  planStatements('', readPlan(text))
    .filter((each) => sameEdge(each, edge) && each.named === oldId && sliceOf(text, each.span) === oldId)
    .map((each) => ({ span: each.span, newText: newId }));

const statedIn = (text: string, edge: Edge): readonly Stated[] => {
  const { achievements } = readPlan(text);
  const ids = achievements.map(({ id }) => id);
  return achievements.flatMap((achievement) => [
    ...(achievement.id === edge.dependent
      ? statedAs(achievement, 'dependencies', achievement.dependencies, edge.dependency, ids)
      : []),
    ...(achievement.id === edge.dependency
      ? statedAs(achievement, 'blocks', achievement.blocks, edge.dependent, ids)
      : []),
  ]);
};

const statedAs = (
  { fields }: AchievementFacts,
  name: 'dependencies' | 'blocks',
  all: readonly StatedId[],
  wanted: string,
  ids: readonly string[],
): readonly Stated[] =>
  all
    .filter(({ id }) => id === wanted)
    .flatMap(({ span: place }) => {
      const others = new Set(ids.filter((id) => id !== wanted));
      const field = fields.findLast((each) => each.name === name && each.block.start <= place.start);
      const together = all
        .filter((each) => each.id !== wanted && each.span.start === place.start)
        .map(({ id }) => id);
      return field ? [{ field, span: place, together, others }] : [];
    });

const removal = (text: string, { field, span: place, together, others }: Stated): readonly TextEdit[] => {
  if (together.length > 0) return [{ span: place, newText: together.join(', ') }];
  const line = lineAround(text, place);
  const content = contentOf(text, line, field);
  const written = sliceOf(text, content);
  const item = itemAround(written, span(place.start - content.start, place.end - content.start));
  if (!item) return [];
  const gone = withJoin(written, item);
  const left = idsIn(written.slice(0, gone.start) + written.slice(gone.end));
  const lost = idsIn(written.slice(item.start, item.end)).filter((id) => !left.includes(id));
  if (lost.some((id) => others.has(id))) return [];
  if (!saysNothing(written.slice(0, item.start) + written.slice(item.end)))
    return [{ span: span(content.start + gone.start, content.start + gone.end), newText: '' }];
  return line.start > field.valueSpan.start
    ? emptied(text, line, content, field)
    : labelLeft(text, content, field);
};

const idsIn = (text: string): readonly string[] => text.match(/(?<![\d.])\d+(?:\.\d+)+/g) ?? [];

/** The value is gone: `None`, unless the field goes on below its label. */
const labelLeft = (text: string, content: Span, field: Field): readonly TextEdit[] => {
  const start = labelEnd(text, field);
  const newText = hangsBelow(text, field).length > 0 ? '' : ' None';
  return [{ span: span(start, content.end), newText }];
};

/** A line below the label has nothing left: it goes, unless something hangs below it. */
const emptied = (text: string, line: Span, content: Span, field: Field): readonly TextEdit[] => {
  const below = hangsBelow(text, field);
  const next = below.find(({ start }) => start > line.start);
  const isHeld = next !== undefined && indentAt(text, next) > indentAt(text, line);
  if (isHeld) return [{ span: content, newText: '' }];
  const gone = { span: span(line.start - 1, line.end), newText: '' };
  if (field.value !== '' || below.length > 1) return [gone];
  return [{ span: span(labelEnd(text, field), field.valueSpan.start), newText: ' None' }, gone];
};

/** Where the label ends, without the blank space behind it. */
const labelEnd = (text: string, { block, valueSpan }: Field): number =>
  block.start + text.slice(block.start, valueSpan.start).trimEnd().length;

const indentAt = (text: string, { start }: Span): number =>
  /^[ \t]*/.exec(text.slice(start, start + MOST_INDENT))?.[0].length ?? 0;

/** Deeper is code or nonsense. */
const MOST_INDENT = 200;
