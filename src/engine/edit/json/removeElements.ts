import type { Node } from 'jsonc-parser';
import { type Span, span } from '../../model/text';
import type { TextEdit } from '../textEdit';
import { commaAfter, jsonTreeOf, nodeAt } from './jsonTree';
import { withoutPart } from './withoutPart';

/**
 * Takes the values at `spans` out of their lists, with the commas and blank space that go with them; comments and
 * everything else stay. A value that stands in place of a list becomes an empty list. Nothing where `text` is
 * malformed or a span is no value in it.
 */
export const removeElements = (text: string, spans: readonly Span[]): readonly TextEdit[] => {
  const root = jsonTreeOf(text);
  if (!root) return [];
  const removed = new Map<Node, Set<Node>>();
  const edits: TextEdit[] = [];
  for (const place of spans) {
    const node = nodeAt(root, place);
    const part = node ? undefined : withoutPart(text, root, place);
    if (part) edits.push(part);
    if (part) continue;
    if (!node?.parent) return [];
    if (node.parent.type === 'array') {
      removed.set(node.parent, (removed.get(node.parent) ?? new Set()).add(node));
    } else edits.push({ span: place, newText: '[]' });
  }
  for (const [list, elements] of removed) edits.push(...removalsFrom(text, list, elements));
  return edits.sort((one, other) => one.span.start - other.span.start);
};

/** Takes a property out of its object, as {@link removeElements} takes a value out of its list. */
export const removeProperty = (text: string, property: Node): readonly TextEdit[] =>
  property.parent ? removalsFrom(text, property.parent, new Set([property])) : [];

const removalsFrom = (text: string, list: Node, removed: ReadonlySet<Node>): readonly TextEdit[] => {
  const elements = list.children ?? [];
  const inside = span(list.offset + 1, list.offset + list.length - 1);
  const spans = elements.flatMap((element) => (removed.has(element) ? elementSpans(text, element) : []));
  const last = elements.at(-1);
  if (last && removed.has(last) && commaAfter(text, endOf(last)) === undefined) {
    const kept = elements.filter((element) => !removed.has(element)).at(-1);
    const comma = kept && commaAfter(text, endOf(kept));
    if (comma !== undefined) spans.push(span(comma, comma + 1));
  }
  const edits = merged(spans).map((each) => ({ span: each, newText: '' }));
  const isEmpty = remainder(text, inside, edits).trim() === '';
  return isEmpty ? [{ span: inside, newText: '' }] : edits;
};

const endOf = ({ offset, length }: Node): number => offset + length;

const remainder = (text: string, inside: Span, edits: readonly TextEdit[]): string => {
  let rest = '';
  let at = inside.start;
  for (const edit of edits) {
    rest += text.slice(at, edit.span.start);
    at = edit.span.end;
  }
  return rest + text.slice(at, inside.end);
};

/** The element with its comma, and the blank space a reader would take out with it. */
const elementSpans = (text: string, element: Node): readonly Span[] => {
  const comma = commaAfter(text, endOf(element));
  const isCommaNext = comma !== undefined && text.slice(endOf(element), comma).trim() === '';
  const end = isCommaNext ? comma + 1 : endOf(element);
  const before = blankBefore(text, element.offset);
  const after = blankAfter(text, end);
  const isFirstOnLine = text.slice(before, element.offset).includes('\n');
  const isLastOnLine = after === text.length || /[\r\n]/.test(text.charAt(after));
  if (isFirstOnLine && isLastOnLine) return withComma(span(before, end), comma);
  // the line break may end a comment: it stays where something follows on the line
  const start = isFirstOnLine || comma !== undefined ? element.offset : before;
  return withComma(span(start, isCommaNext ? after : end), comma);
};

const withComma = (element: Span, comma: number | undefined): readonly Span[] =>
  comma === undefined || comma < element.end ? [element] : [element, span(comma, comma + 1)];

const blankBefore = (text: string, offset: number): number => {
  let start = offset;
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
  return start;
};

const blankAfter = (text: string, offset: number): number => {
  let end = offset;
  while (/[ \t]/.test(text.charAt(end))) end++;
  return end;
};

const merged = (spans: readonly Span[]): readonly Span[] => {
  const result: Span[] = [];
  for (const each of [...spans].sort((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last && each.start <= last.end) {
      result[result.length - 1] = span(last.start, Math.max(last.end, each.end));
    } else result.push(each);
  }
  return result;
};
