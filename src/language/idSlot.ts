import { getLocation, type Node } from 'jsonc-parser';
import type { AchievementId } from '../engine/model/achievement';
import type { AnalysedPlan } from '../engine/model/analysis';
import { type Span, span } from '../engine/model/text';

/** A place where an achievement says what it depends on or what it blocks. */
export interface IdSlot {
  readonly own: AchievementId;
  readonly relation: 'dependencies' | 'blocks';
  /** What an id written here takes the place of; empty where nothing was written yet. */
  readonly replaced: Span;
  /** Ids the same list has elsewhere. */
  readonly taken: ReadonlySet<AchievementId>;
  /** Written with quotes. */
  readonly isQuoted: boolean;
}

interface Said {
  readonly id: AchievementId;
  readonly span: Span;
}

/** The place in `dependencies` or `blocks` of an achievement of parallel.json. */
export const parallelSlotAt = (
  { parallel }: AnalysedPlan,
  text: string,
  offset: number,
): IdSlot | undefined => {
  const own = parallel?.facts.achievements.findLast((each) => each.span.start < offset);
  if (!own) return undefined;
  const { start } = own.span;
  // half-written JSON may end the achievement anywhere, so its end is not asked for
  const location = getLocation(text.slice(start), offset - start);
  const [relation, element] = location.path;
  const isSlot = location.path.length === 2 && typeof element === 'number' && !location.isAtPropertyKey;
  if (!isSlot || (relation !== 'dependencies' && relation !== 'blocks')) return undefined;
  const replaced = replacedJson(text, location.previousNode, start, offset);
  const said = own[relation].map(({ value, span: place }) => ({ id: value, span: place }));
  return { own: own.id, relation, replaced, taken: takenOutside(said, replaced), isQuoted: true };
};

/** A string that nobody closed yet reaches to the end of its line; then only what stands before the caret goes. */
const replacedJson = (text: string, node: Node | undefined, start: number, offset: number): Span => {
  const from = start + (node?.offset ?? 0);
  const to = from + (node?.length ?? 0);
  if (!node || offset <= from || offset > to || text[from] === '[') return span(offset, offset);
  const isClosed = text[from] !== '"' || (to - from > 1 && text[to - 1] === '"');
  return span(from, isClosed ? to : offset);
};

/** The place in a `Dependencies` or `Blocks` field of a PLAN. */
export const planSlotAt = ({ facts }: AnalysedPlan, text: string, offset: number): IdSlot | undefined => {
  const own = facts?.achievements.findLast(({ definition }) => definition.end < offset);
  const isBehindOnly = (end: number): boolean => /^[ \t]*$/.test(text.slice(end, offset));
  const field = own?.fields.findLast(({ valueSpan }) => valueSpan.start <= offset);
  if (!own || !field || (offset > field.block.end && !isBehindOnly(field.block.end))) return undefined;
  const { name: relation } = field;
  if (relation !== 'dependencies' && relation !== 'blocks') return undefined;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = /[\w.-]*$/.exec(text.slice(lineStart, offset))?.[0].length ?? 0;
  const after = /^[\w.]*/.exec(text.slice(offset, offset + 20))?.[0].length ?? 0;
  const replaced = span(offset - before, offset + after);
  return { own: own.id, relation, replaced, taken: takenOutside(own[relation], replaced), isQuoted: false };
};

const takenOutside = (said: readonly Said[], replaced: Span): ReadonlySet<AchievementId> =>
  new Set(
    said
      .filter((each) => each.span.end < replaced.start || replaced.end < each.span.start)
      .map(({ id }) => id),
  );
