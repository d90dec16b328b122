import { type JSONVisitor, visit } from 'jsonc-parser';
import type { SyntaxProblem } from '../../facts/parallelFacts';
import { type Span, span } from '../../model/text';
import { type JsonFeed, walkValidJson } from './jsonWalk';
import { withoutMark } from './strictJson';
import { missingBy, syntaxMessage } from './syntaxMessage';

export type JsonLiteral = string | number | boolean | null;

/** A value with its place: a literal, an array (`children`), or an object (`keys` and `children`, side by side). */
export interface JsonNode {
  readonly start: number;
  /** Behind the value; of an unfinished one the end of what was read of it. */
  readonly end: number;
  /** Only of text that was read with care: what JSON.parse accepts it reads quicker. */
  readonly literal: JsonLiteral | undefined;
  /** In text order, equal keys included: look up the last one. */
  readonly keys: readonly string[] | undefined;
  readonly children: readonly JsonNode[] | undefined;
}

/** An array or object that is being read. */
interface Container extends JsonNode {
  end: number;
  readonly keys: string[] | undefined;
  readonly children: JsonNode[];
  /** The key whose value comes next. */
  key: string | undefined;
  /** The keys of an object with many. */
  known: Set<string> | undefined;
}

export interface JsonTree {
  /** Undefined where the text has no value at all. */
  readonly root: JsonNode | undefined;
  /** Malformed text and equal keys, in text order. */
  readonly problems: readonly SyntaxProblem[];
}

/** Reports at most this many problems: the first ones are those that help. */
const MOST_PROBLEMS = 100;
/** Real files nest 6 deep; the parser recurses, so this keeps hostile ones off the stack's end. */
export const DEEPEST_NESTING = 200;

class TooDeep extends Error {}

/**
 * Reads where every value stands; comments and trailing commas are allowed. `isStrict` says that JSON.parse accepts
 * the text, which spares the careful reading. Of malformed text the tree holds what could be read. Never throws.
 */
export const readJson = (text: string, isStrict: boolean): JsonTree => {
  const builder = new TreeBuilder();
  const plain = withoutMark(text);
  try {
    if (isStrict) walkValidJson(plain, builder);
    else visit(plain, visitorOf(plain, builder), { allowTrailingComma: true });
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    builder.endAll(text.length);
  }
  return builder;
};

/**
 * Reads where the values of a text stand that JSON.parse accepts and in which no key is lost. The objects of a list are
 * read when somebody asks for what is in them: of thousands most are never asked.
 */
export const readJsonLate = (text: string): JsonNode | undefined => readWithin(withoutMark(text));

const readWithin = (text: string, within = span(0, text.length)): JsonNode | undefined => {
  const builder = new TreeBuilder((start, end) => new LateObject(text, start, end));
  walkValidJson(text, builder, within);
  return builder.root;
};

/** Being a class, it must not be spread. */
class LateObject implements JsonNode {
  readonly start: number;
  readonly end: number;
  readonly literal = undefined;
  readonly #text: string;
  #read: JsonNode | undefined;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.start = start;
    this.end = end;
  }

  get keys() {
    return this.#content?.keys;
  }

  get children() {
    return this.#content?.children;
  }

  get #content(): JsonNode | undefined {
    this.#read ??= readWithin(this.#text, this);
    return this.#read;
  }
}

const FEW_KEYS = 24;

class TreeBuilder implements JsonFeed, JsonTree {
  readonly problems: SyntaxProblem[] = [];
  root: JsonNode | undefined;
  readonly #open: Container[] = [];
  readonly passed: JsonFeed['passed'];

  /** @param late makes the node of an object in a list that is not read now */
  constructor(late?: (start: number, end: number) => JsonNode) {
    this.passed = late && ((start, end) => this.#add(late(start, end)));
  }

  begin(isArray: boolean, start: number): void {
    if (this.#open.length >= DEEPEST_NESTING) {
      this.report('malformed', `Nested more than ${DEEPEST_NESTING} deep.`, span(start, start + 1));
      throw new TooDeep();
    }
    const container: Container = {
      start,
      end: start + 1,
      literal: undefined,
      keys: isArray ? undefined : [],
      children: [],
      key: undefined,
      known: undefined,
    };
    this.#add(container);
    this.#open.push(container);
  }

  end(end: number): void {
    const container = this.#open.pop();
    if (!container) return;
    container.end = end;
    container.known = undefined;
  }

  endAll(end: number): void {
    while (this.#open.length > 0) this.end(end);
  }

  property(name: string, start: number, end: number): void {
    const object = this.#open.at(-1);
    if (!object?.keys) return;
    object.key = name;
    if (!isThere(object, object.keys, name)) return;
    const message = `The key "${name}" is there twice; only the last one counts.`;
    this.report('duplicate-key', message, span(start, end));
  }

  literal(start: number, end: number, value?: JsonLiteral): void {
    this.#add({ start, end, literal: value, keys: undefined, children: undefined });
  }

  report(kind: SyntaxProblem['kind'], message: string, at: Span, missing?: SyntaxProblem['missing']): void {
    if (this.problems.length < MOST_PROBLEMS && this.problems.at(-1)?.span.start !== at.start)
      this.problems.push({ kind, message, span: at, ...(missing && { missing }) });
  }

  #add(node: JsonNode): void {
    const parent = this.#open.at(-1);
    if (!parent) this.root ??= node;
    else if (!parent.keys) parent.children.push(node);
    else if (parent.key !== undefined) {
      parent.keys.push(parent.key);
      parent.children.push(node);
      parent.key = undefined;
    }
  }
}

const isThere = (object: Container, keys: readonly string[], name: string): boolean => {
  if (keys.length < FEW_KEYS) return keys.includes(name);
  object.known ??= new Set(keys);
  const before = object.known.size;
  return object.known.add(name).size === before;
};

/** The parser places what an open comment swallows one character behind the text, which is held back here. */
const visitorOf = (text: string, builder: TreeBuilder): JSONVisitor => {
  const within = (offset: number): number => Math.min(offset, text.length);
  return {
    onObjectBegin: (offset) => builder.begin(false, offset),
    onArrayBegin: (offset) => builder.begin(true, offset),
    onObjectEnd: (offset, length) => builder.end(within(offset + length)),
    onArrayEnd: (offset, length) => builder.end(within(offset + length)),
    onObjectProperty: (name, offset, length) => builder.property(name, offset, offset + length),
    onLiteralValue: (value, offset, length) => builder.literal(offset, offset + length, value),
    onError: (code, offset, length) => {
      const place = span(within(offset), within(offset + length));
      const isAtEnd = place.start >= text.trimEnd().length;
      builder.report('malformed', syntaxMessage(code, text, place), place, missingBy(code, isAtEnd));
    },
  };
};
