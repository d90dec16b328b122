import { createScanner, findNodeAtOffset, type Node } from 'jsonc-parser';
import { withoutMark } from '../../document/json/strictJson';
import { readParallel } from '../../document/parallel/parallelFile';
import { lineBreakOf, type Span, span } from '../../model/text';
import { applyEdits } from '../applyEdits';
import type { TextEdit } from '../textEdit';
import { jsonTreeOf } from './jsonTree';
import { removeProperty } from './removeElements';

/** Numbers of jsonc-parser's `SyntaxKind`, whose names exist at compile time only. */
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const UNKNOWN = 16;
const END = 17;

/**
 * Writes the comma that is missing before `place`, behind the value it follows; nothing where that fixes nothing, or where
 * something on the line is no JSON: behind a quote that is not closed nobody knows what is text.
 */
export const insertComma = (text: string, { start }: Span): readonly TextEdit[] => {
  const line = text.lastIndexOf('\n', start) + 1;
  const below = text.indexOf('\n', start);
  let end = -1;
  for (const token of tokensOf(text)) {
    if (below !== -1 && token.start > below) break;
    if (token.start >= line && token.isBroken) return [];
    if (token.start < start) end = token.end;
  }
  return end === -1 ? [] : ifBetter(text, [{ span: span(end, end), newText: ',' }]);
};

/** Closes every bracket that is open where the text ends; nothing where that fixes nothing. */
export const closeBrackets = (text: string): readonly TextEdit[] => {
  const open: string[] = [];
  let end = 0;
  for (const token of tokensOf(text)) {
    if (token.kind === OPEN_BRACE) open.push('}');
    else if (token.kind === OPEN_BRACKET) open.push(']');
    else if (token.kind === CLOSE_BRACE || token.kind === CLOSE_BRACKET) open.pop();
    end = token.end;
  }
  // a comment may follow the last token
  const at = text.trimEnd().length;
  const gap = at > end ? lineBreakOf(text) : '';
  return ifBetter(text, [{ span: span(at, at), newText: gap + open.reverse().join('') }]);
};

/** Removes the property before the one at `place` that has the same key, where it holds no more than values. */
export const removeFirstTwin = (text: string, { start }: Span): readonly TextEdit[] => {
  const root = jsonTreeOf(text);
  const key = root && findNodeAtOffset(root, start);
  const properties = key?.parent?.type === 'property' ? (key.parent.parent?.children ?? []) : [];
  const twin = properties.findLast(
    ({ children, offset }) => offset < start && children?.[0]?.value === key?.value,
  );
  // what may be a whole list of achievements is for a person to put together
  return twin && !holdsObjects(twin.children?.[1]) ? removeProperty(text, twin) : [];
};

const holdsObjects = (value: Node | undefined): boolean =>
  (value?.type === 'object' && value.children?.length !== 0) ||
  (value?.type === 'array' &&
    (value.children ?? []).some(({ type }) => type === 'object' || type === 'array'));

const ifBetter = (text: string, edits: readonly TextEdit[]): readonly TextEdit[] =>
  readParallel(applyEdits(text, edits)).problems.length < readParallel(text).problems.length ? edits : [];

function* tokensOf(text: string) {
  const scanner = createScanner(withoutMark(text), true);
  for (let kind: number = scanner.scan(); kind !== END; kind = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const isBroken = kind === UNKNOWN || scanner.getTokenError() !== 0;
    yield { kind, start, end: start + scanner.getTokenLength(), isBroken };
  }
}
