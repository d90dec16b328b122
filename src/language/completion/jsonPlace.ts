import { type JSONVisitor, visit } from 'jsonc-parser';
import { DEEPEST_NESTING } from '../../engine/document/json/jsonReader';
import { type Span, span } from '../../engine/model/text';

/** An element of a list: a text, or what is no text. */
export interface JsonElement {
  readonly value: unknown;
  readonly span: Span;
}

/** Where a caret stands in a JSON text, which may be half written. */
export interface JsonPlace {
  /** Keys and indices down to the value at the caret; of a key its object's. */
  readonly path: readonly (string | number)[];
  readonly isKey: boolean;
  /** What is typed here already, quotes included; empty where nothing is. */
  readonly replaced: Span;
  /** The keys of each object around the caret with their literal values, innermost first. */
  readonly objects: readonly ReadonlyMap<string, unknown>[];
  /** The other literals of the list the caret is in directly. */
  readonly siblings: readonly JsonElement[];
  /** The object or list around the caret has nothing in it. */
  readonly isAlone: boolean;
  /** End of the value before, where the comma behind it is missing. */
  readonly unseparated: number | undefined;
}

interface Frame {
  readonly isArray: boolean;
  /** What may come next. */
  expects: 'key' | 'colon' | 'value' | 'comma';
  key: string;
  index: number;
  lastEnd: number;
  readonly values: Map<string, unknown>;
  readonly elements: JsonElement[];
}

class Done extends Error {}

/** The place at `offset` in a JSON text; undefined where neither a key nor a value can stand. */
export const jsonPlaceAt = (text: string, offset: number): JsonPlace | undefined => {
  const finder = new PlaceFinder(text, offset);
  try {
    visit(text, finder.visitor, { allowTrailingComma: true });
  } catch (error) {
    if (!(error instanceof Done)) throw error;
  }
  return finder.place();
};

/** Follows the parser up to the caret, and from there to the end of the object around it. */
class PlaceFinder {
  readonly #text: string;
  readonly #offset: number;
  readonly #stack: Frame[] = [];
  #found: Omit<JsonPlace, 'objects' | 'siblings' | 'isAlone'> | undefined;
  #around: readonly Frame[] | undefined;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  readonly visitor: JSONVisitor = {
    onComment: (offset, length) => {
      this.#reach(offset, 0);
      const isLine = this.#text[offset + 1] === '/';
      const isInside = this.#offset < offset + length || (isLine && this.#offset === offset + length);
      if (this.#around || !isInside) return;
      this.#around = [];
      throw new Done();
    },
    onObjectBegin: (offset) => this.#open(false, offset),
    onArrayBegin: (offset) => this.#open(true, offset),
    onObjectEnd: (offset) => this.#close(offset),
    onArrayEnd: (offset) => this.#close(offset),
    onObjectProperty: (name, offset, length) => {
      this.#reach(offset, length);
      const frame = this.#stack.at(-1);
      if (!frame) return;
      frame.key = name;
      frame.expects = 'colon';
      if (!this.#isAtCaret(offset, length)) frame.values.set(name, undefined);
    },
    onLiteralValue: (value, offset, length) => {
      this.#reach(offset, length);
      const frame = this.#stack.at(-1);
      if (!frame) return;
      if (!frame.isArray) frame.values.set(frame.key, value);
      else if (!this.#isAtCaret(offset, length)) {
        frame.elements.push({ value, span: span(offset, offset + length) });
      }
      this.#ended(offset + length);
    },
    onSeparator: (mark, offset) => {
      this.#reach(offset, 0);
      const frame = this.#stack.at(-1);
      if (!frame) return;
      if (mark === ',') frame.index++;
      frame.expects = mark === ':' || frame.isArray ? 'value' : 'key';
    },
  };

  place(): JsonPlace | undefined {
    if (!this.#around) this.#freeze(undefined);
    const around = this.#around ?? [];
    const innermost = around.at(-1);
    if (!this.#found || !innermost) return undefined;
    return {
      ...this.#found,
      objects: around
        .filter(({ isArray }) => !isArray)
        .map(({ values }) => values)
        .reverse(),
      siblings: innermost.elements,
      isAlone: innermost.values.size === 0 && innermost.index === 0 && innermost.lastEnd < 0,
    };
  }

  #open(isArray: boolean, offset: number): void {
    this.#reach(offset, 0);
    if (this.#stack.length >= DEEPEST_NESTING) throw new Done();
    const parent = this.#stack.at(-1);
    if (parent && !parent.isArray) parent.values.set(parent.key, undefined);
    const expects = isArray ? 'value' : 'key';
    this.#stack.push({
      isArray,
      expects,
      key: '',
      index: 0,
      lastEnd: -1,
      values: new Map(),
      elements: [],
    });
  }

  #close(offset: number): void {
    this.#reach(offset, 0);
    const closed = this.#stack.pop();
    if (this.#around && closed === this.#around.findLast(({ isArray }) => !isArray)) throw new Done();
    this.#ended(offset + 1);
  }

  #ended(offset: number): void {
    const frame = this.#stack.at(-1);
    if (!frame) return;
    frame.expects = 'comma';
    frame.lastEnd = offset;
  }

  #isAtCaret(offset: number, length: number): boolean {
    return this.#found?.replaced.start === offset && this.#offset <= offset + length;
  }

  /** The parser came to a token: the caret may stand before it, or (where it has a length) in it. */
  #reach(offset: number, length: number): void {
    if (this.#around) return;
    if (this.#offset <= offset) this.#freeze(undefined);
    else if (this.#offset <= offset + length) this.#freeze(span(offset, offset + length));
  }

  #freeze(token: Span | undefined): void {
    this.#around = [...this.#stack];
    const frame = this.#stack.at(-1);
    const isAllowed = frame && frame.expects !== 'colon';
    if (!isAllowed) return;
    const { isArray, expects } = frame;
    const isKey = !isArray && expects !== 'value';
    this.#found = {
      path: this.#stack.map((each, depth) =>
        each.isArray ? each.index : isKey && depth === this.#stack.length - 1 ? '' : each.key,
      ),
      isKey,
      replaced: token ? this.#closed(token) : this.#word(),
      unseparated: expects === 'comma' ? frame.lastEnd : undefined,
    };
  }

  /** A string nobody closed reaches to the end of its line; then only what stands before the caret goes. */
  #closed({ start, end }: Span): Span {
    const isClosed =
      this.#text[start] !== '"' || (end - start > 1 && this.#text[end - 1] === '"' && this.#offset <= end);
    return span(start, isClosed ? end : this.#offset);
  }

  /** Letters and digits that are no JSON yet. */
  #word(): Span {
    const before =
      /(?<![\w.-])[\w.-]*$/.exec(this.#text.slice(Math.max(0, this.#offset - 80), this.#offset))?.[0] ?? '';
    return span(this.#offset - before.length, this.#offset);
  }
}
