import { type JSONVisitor, visit } from 'jsonc-parser';
import { type Span, span } from '../model/text';
import { type JsonFeed, walkValidJson } from './jsonWalk';
import type { SyntaxProblem } from './parallelFile';
import { withoutMark } from './strictJson';
import { missingBy, syntaxMessage } from './syntaxMessage';

/** A string, number, boolean or null, with its place. One object serves all: it is not to be kept. */
export interface JsonLiteral {
  readonly value: string | number | boolean | null;
  readonly start: number;
  readonly end: number;
}

/** An object or array being read. `key` is the property's name, `''` for the elements of an array. */
export interface JsonFrame {
  literal(key: string, literal: JsonLiteral): void;
  /** The frame for an object or array that starts here; undefined when nothing in it matters. */
  open(key: string, isArray: boolean, start: number): JsonFrame | undefined;
  /** `end` is the offset behind the closing bracket. */
  close(end: number): void;
}

/** A frame's answer to what it has no use for. */
export const IGNORE = (): undefined => undefined;

interface Level {
  frame: JsonFrame | undefined;
  /** Keys met so far: few in an array, many in a set. */
  keys: string[] | Set<string>;
  key: string;
}

const FEW_KEYS = 24;

/** Reports at most this many problems: the first ones are those that help. */
const MOST_PROBLEMS = 100;
/** Real files nest 6 deep; the parser recurses, so this keeps hostile ones off the stack's end. */
export const DEEPEST_NESTING = 200;

class TooDeep extends Error {}

/**
 * Feeds `root` with the document's outermost object, each value once and in text order; comments and trailing commas
 * are allowed. `isStrict` says that JSON.parse accepts the text, which spares the careful reading. Malformed text and equal keys come back as problems in text order. Never throws on any text.
 */
export const readJson = (text: string, root: JsonFrame, isStrict: boolean): readonly SyntaxProblem[] => {
  const problems: SyntaxProblem[] = [];
  const report: Report = (kind, message, at, missing) => {
    if (problems.length < MOST_PROBLEMS && problems.at(-1)?.span.start !== at.start) {
      problems.push({ kind, message, span: at, ...(missing && { missing }) });
    }
  };
  const stack: Level[] = [];
  const feed = feedOf(stack, root, report);
  const plain = withoutMark(text);
  try {
    if (isStrict) walkValidJson(plain, feed);
    else visit(plain, visitorOf(plain, feed, report), { allowTrailingComma: true });
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    for (let level = stack.pop(); level; level = stack.pop()) level.frame?.close(text.length);
  }
  return problems;
};

type Report = (
  kind: SyntaxProblem['kind'],
  message: string,
  at: Span,
  missing?: SyntaxProblem['missing'],
) => void;

const feedOf = (stack: Level[], root: JsonFrame, report: Report): JsonFeed => {
  const spare: Level[] = [];
  const literal: { -readonly [key in keyof JsonLiteral]: JsonLiteral[key] } = {
    value: null,
    start: 0,
    end: 0,
  };
  return {
    begin: (isArray, start) => {
      const parent = stack.at(-1);
      if (stack.length >= DEEPEST_NESTING) {
        report('malformed', `Nested more than ${DEEPEST_NESTING} deep.`, span(start, start + 1));
        throw new TooDeep();
      }
      const top = isArray ? undefined : root;
      const level = spare.pop() ?? { frame: undefined, keys: [], key: '' };
      level.frame = parent ? parent.frame?.open(parent.key, isArray, start) : top;
      stack.push(level);
    },
    end: (end) => {
      const level = stack.pop();
      if (!level) return;
      level.frame?.close(end);
      level.key = '';
      if (level.keys instanceof Set) level.keys = [];
      else level.keys.length = 0;
      spare.push(level);
    },
    property: (name, start, end) => {
      const level = stack.at(-1);
      if (!level) return;
      level.key = name;
      if (isNewKey(level, name)) return;
      report(
        'duplicate-key',
        `The key "${name}" is there twice; only the last one counts.`,
        span(start, end),
      );
    },
    literal: (value, start, end) => {
      const level = stack.at(-1);
      if (!level?.frame) return;
      literal.value = value;
      literal.start = start;
      literal.end = end;
      level.frame.literal(level.key, literal);
    },
  };
};

/** The parser places what an open comment swallows one character behind the text, which is held back here. */
const visitorOf = (text: string, feed: JsonFeed, report: Report): JSONVisitor => {
  const within = (offset: number): number => Math.min(offset, text.length);
  return {
    onObjectBegin: (offset) => feed.begin(false, offset),
    onArrayBegin: (offset) => feed.begin(true, offset),
    onObjectEnd: (offset, length) => feed.end(within(offset + length)),
    onArrayEnd: (offset, length) => feed.end(within(offset + length)),
    onObjectProperty: (name, offset, length) => feed.property(name, offset, offset + length),
    onLiteralValue: (value, offset, length) => feed.literal(value, offset, offset + length),
    onError: (code, offset, length) => {
      const place = span(within(offset), within(offset + length));
      const isAtEnd = place.start >= text.trimEnd().length;
      report('malformed', syntaxMessage(code, text, place), place, missingBy(code, isAtEnd));
    },
  };
};

const isNewKey = (level: Level, name: string): boolean => {
  const { keys } = level;
  if (keys instanceof Set) {
    const before = keys.size;
    return keys.add(name).size > before;
  }
  if (keys.includes(name)) return false;
  keys.push(name);
  if (keys.length > FEW_KEYS) level.keys = new Set(keys);
  return true;
};
