import type { Node } from 'jsonc-parser';
import { type ParallelAchievement, readParallel } from '../../document/parallelFile';
import { compareIds } from '../../model/ids';
import { indentationOf, lineBreakOf, span } from '../../model/text';
import type { TextEdit } from '../finding';
import { commaAfter, jsonTreeOf, nodeAt } from './jsonTree';

/** An achievement of the PLAN that a parallel.json lacks. */
export interface NewEntry {
  readonly id: string;
  readonly title: string;
}

interface Sibling {
  readonly entry: ParallelAchievement;
  readonly node: Node;
}

/**
 * Adds an achievement without dependencies to the list it belongs in: the one that holds the most achievements of
 * the same priority, else the last; in the order of the ids, with the keys and in the layout of its neighbours.
 * Nothing where `text` is malformed, has no list, or lists the id already.
 */
export const addAchievement = (text: string, added: NewEntry): readonly TextEdit[] => {
  const root = jsonTreeOf(text);
  const facts = readParallel(text);
  if (!root || !facts.listSpan || facts.achievements.some(({ id }) => id === added.id)) return [];
  const siblings = facts.achievements.flatMap((entry) => {
    const node = nodeAt(root, entry.span);
    return node ? [{ entry, node }] : [];
  });
  const list = bestList(siblings, added.id);
  const keys = siblings[0] ? keysOf(siblings[0].node) : [];
  const fallback = facts.dialect === 'levels' ? 'id' : 'achievement_id';
  const entry = {
    [keys.find((key) => key === 'achievement_id' || key === 'id') ?? fallback]: added.id,
    title: added.title,
    dependencies: [],
    ...(keys.includes('status') ? { status: 'not_started' } : {}),
  };
  return list
    ? insertSorted(text, list, siblings, added.id, entry)
    : insertFirst(text, facts.listSpan.start, entry);
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
  const gap = indent === undefined ? ' ' : lineBreakOf(text) + indent;
  if (next) return [{ span: span(next.offset, next.offset), newText: `${rendered},${gap}` }];
  const end = last.offset + last.length;
  const comma = commaAfter(text, end);
  if (comma !== undefined) return [{ span: span(comma + 1, comma + 1), newText: `${gap}${rendered},` }];
  return [{ span: span(end, end), newText: `,${gap}${rendered}` }];
};

/** Into a list without objects, before its closing bracket. */
const insertFirst = (text: string, at: number, entry: object): readonly TextEdit[] => {
  if (text[at] !== ']') return [];
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const outer = /^[ \t]*/.exec(text.slice(lineStart, at))?.[0] ?? '';
  const start = at - (/\s*$/.exec(text.slice(0, at))?.[0].length ?? 0);
  if (text[start - 1] !== '[') return [];
  const indent = outer + indentationOf(text);
  const eol = lineBreakOf(text);
  return [{ span: span(start, at), newText: `${eol}${indent}${render(text, entry, indent)}${eol}${outer}` }];
};

/** The indentation of a value that is the first on its line. */
const indentAt = (text: string, offset: number): string | undefined => {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return before.trim() === '' && text.includes('\n') ? before : undefined;
};

/** On one line without an indentation, else as an object of several lines. */
const render = (text: string, entry: object, indent: string | undefined): string => {
  if (indent === undefined) {
    return JSON.stringify(entry, null, 1).replace(/\n\s*/g, ' ').replace(/\[ \]/g, '[]');
  }
  return JSON.stringify(entry, null, indentationOf(text)).replace(/\n/g, lineBreakOf(text) + indent);
};
