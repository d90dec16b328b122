import { findNodeAtOffset, type Node } from 'jsonc-parser';
import { readParallel } from '../../document/parallel/parallelFile';
import type { ParallelAchievement } from '../../facts/parallelFacts';
import { compareIds } from '../../model/ids';
import { indentationOf, lineBreakOf, span } from '../../model/text';
import type { TextEdit } from '../textEdit';
import { gapAt, indentAt, render } from './jsonIndent';
import { commaAfter, jsonTreeOf, nodeAt } from './jsonTree';

/** An achievement of the PLAN that a parallel.json lacks. */
export interface NewEntry {
  readonly id: string;
  readonly title: string;
  readonly dependencies: readonly string[];
  /** Written where the neighbours have one. */
  readonly priority?: string | undefined;
  /** The same. */
  readonly hours?: number | undefined;
}

interface Sibling {
  readonly entry: ParallelAchievement;
  readonly node: Node;
}

/**
 * Adds achievements, each to the list it belongs in: the one that holds the most achievements of the same priority,
 * else the last; in the order of the ids, with the keys and in the layout of its neighbours. Nothing where `text` is
 * malformed or has no list; ids that are listed already are left out.
 */
export const addAchievements = (text: string, added: readonly NewEntry[]): readonly TextEdit[] => {
  const root = jsonTreeOf(text);
  const facts = readParallel(text);
  if (!root || !facts.listSpan) return [];
  const listed = new Set(facts.achievements.map(({ id }) => id));
  const siblings = facts.achievements.flatMap((entry) => {
    const node = nodeAt(root, entry.span);
    return node ? [{ entry, node }] : [];
  });
  const fallback = facts.dialect === 'levels' ? 'id' : 'achievement_id';
  const objectOf = objectLike(siblings[0]?.node, fallback);
  const sorted = added.filter(({ id }) => !listed.has(id)).sort((one, other) => compareIds(one.id, other.id));
  if (siblings.length === 0) return insertFirst(text, root, facts.listSpan.start, sorted.map(objectOf));
  return joined(
    sorted.flatMap((each) => {
      const list = bestList(siblings, each.id);
      return list ? insertSorted(text, list, siblings, each.id, objectOf(each)) : [];
    }),
  );
};

/** Objects with the keys that a neighbour has. */
const objectLike = (neighbour: Node | undefined, fallback: string) => {
  const keys = neighbour ? keysOf(neighbour) : [];
  const idKey = keys.find((key) => key === 'achievement_id' || key === 'id') ?? fallback;
  return ({ id, title, dependencies, priority, hours }: NewEntry): object => ({
    [idKey]: id,
    title,
    ...(keys.includes('priority') && priority !== undefined ? { priority: priorityValue(priority) } : {}),
    dependencies,
    ...(keys.includes('estimated_hours') && hours !== undefined ? { estimated_hours: hours } : {}),
    ...(keys.includes('status') ? { status: 'not_started' } : {}),
  });
};

/** A priority as parallel.json has it: a number where that loses nothing. */
export const priorityValue = (priority: string): number | string =>
  String(Number(priority)) === priority ? Number(priority) : priority;

/** Insertions at the same place become one, so that their order is certain. */
const joined = (edits: readonly TextEdit[]): readonly TextEdit[] => {
  const byPlace = new Map<number, TextEdit>();
  for (const { span: place, newText } of edits) {
    const before = byPlace.get(place.start)?.newText ?? '';
    byPlace.set(place.start, { span: place, newText: before + newText });
  }
  return [...byPlace.values()].sort((one, other) => one.span.start - other.span.start);
};

const keysOf = (object: Node): readonly string[] =>
  (object.children ?? []).map((property) => String(property.children?.[0]?.value));

const priorityOf = (id: string): string => id.split('.').slice(0, -1).join('.');

const bestList = (siblings: readonly Sibling[], id: string): Node | undefined => {
  const counts = new Map<Node, number>();
  for (const { entry, node } of siblings) {
    if (!node.parent) continue;
    const isNear = priorityOf(entry.id) === priorityOf(id);
    counts.set(node.parent, (counts.get(node.parent) ?? 0) + (isNear ? 1 : 0));
  }
  return [...counts].reduce<readonly [Node | undefined, number]>(
    (best, [list, count]) => (count > best[1] || (count === best[1] && count === 0) ? [list, count] : best),
    [undefined, 0],
  )[0];
};

const insertSorted = (
  text: string,
  list: Node,
  siblings: readonly Sibling[],
  id: string,
  entry: object,
): readonly TextEdit[] => {
  const inList = siblings.filter(({ node }) => node.parent === list);
  const next = inList.find(({ entry: { id: other } }) => compareIds(other, id) > 0)?.node;
  const last = list.children?.at(-1);
  if (!last) return [];
  const indent = indentAt(text, (next ?? last).offset);
  const rendered = render(text, entry, indent);
  const gap = gapAt(text, (next ?? last).offset);
  if (next) return [{ span: span(next.offset, next.offset), newText: `${rendered},${gap}` }];
  const end = last.offset + last.length;
  const comma = commaAfter(text, end);
  if (comma !== undefined) return [{ span: span(comma + 1, comma + 1), newText: `${gap}${rendered},` }];
  return [{ span: span(end, end), newText: `,${gap}${rendered}` }];
};

/** Into a list without achievements, behind whatever stands in it; into an empty list of groups as a group. */
const insertFirst = (
  text: string,
  root: Node,
  at: number,
  objects: readonly object[],
): readonly TextEdit[] => {
  if (text[at] !== ']' || objects.length === 0) return [];
  const list = findNodeAtOffset(root, at);
  const key = list?.parent?.children?.[0]?.value;
  const values = key === 'achievements' ? objects : [{ level: 1, achievements: objects }];
  const last = list?.children?.at(-1);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const outer = /^[ \t]*/.exec(text.slice(lineStart, at))?.[0] ?? '';
  const indent = outer + indentationOf(text);
  const eol = lineBreakOf(text);
  const rendered = values.map((each) => `${eol}${indent}${render(text, each, indent)}`).join(',');
  const start = text.slice(0, at).trimEnd().length;
  const insertion = { span: span(start, at), newText: `${rendered}${eol}${outer}` };
  const end = last && last.offset + last.length;
  if (end === undefined || commaAfter(text, end) !== undefined) return [insertion];
  return end === start
    ? [{ ...insertion, newText: `,${insertion.newText}` }]
    : [{ span: span(end, end), newText: ',' }, insertion];
};
