import { createScanner, findNodeAtOffset, type Node, parseTree } from 'jsonc-parser';
import { readJson } from '../../document/json/jsonReader';
import { readStrictJson, withoutMark } from '../../document/json/strictJson';
import type { Span } from '../../model/text';

/** The tree of a JSON text, with comments and trailing commas allowed; undefined when it is malformed. */
export const jsonTreeOf = (text: string): Node | undefined => {
  const isStrict = readStrictJson(text) !== undefined;
  const { problems } = readJson(text, isStrict);
  if (problems.some(({ kind }) => kind === 'malformed')) return undefined;
  return parseTree(withoutMark(text), [], { allowTrailingComma: true });
};

/** The value that takes up exactly `span`. */
export const nodeAt = (root: Node, { start, end }: Span): Node | undefined => {
  const node = findNodeAtOffset(root, start);
  return node && node.offset === start && node.length === end - start ? node : undefined;
};

/** Whether some characters of a text are a range of ids: no edit of one id fits there. */
export const isRange = (text: string, { start, end }: Span): boolean =>
  /^[\d.]+\s*(?:[-–—…]|\.\.|to\b|through\b)/i.test(text.slice(start, end));

/** An id as it is written at `place`: a value of its own, or some characters of a text. */
export const writtenAt = (root: Node, place: Span, id: string): string =>
  nodeAt(root, place) ? JSON.stringify(id) : id;

const COMMA = 5;

/** Offset of the comma that follows the value which ends at `end`, whatever comments stand between. */
export const commaAfter = (text: string, end: number): number | undefined => {
  const scanner = createScanner(text, true);
  scanner.setPosition(end);
  return scanner.scan() === COMMA ? scanner.getTokenOffset() : undefined;
};
