import { forgetful } from '../../../shared/lazy';
import type { SyntaxProblem } from '../../facts/parallelFacts';
import { type Span, sliceOf, span } from '../../model/text';
import { mayLoseKeys } from './equalKeys';
import { type JsonNode, readJson, readJsonLate } from './jsonReader';
import { readStrictJson } from './strictJson';

/** A JSON object as a reader sees it: any key may be there, with anything in it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const asObject = (json: unknown): JsonObject | undefined =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonObject) : undefined;

/** A JSON text, read. */
export interface JsonSource {
  readonly root: JsonCursor;
  readonly problems: readonly SyntaxProblem[];
  /** Forgets the places, which are looked up again when asked for. */
  readonly putAway: () => void;
}

/** What a value stands in: an object, a list, or the text itself. */
interface Surroundings {
  readonly text: string;
  nodeAt(step: string | number): JsonNode | undefined;
}

/**
 * A value of a JSON text. What it says is there at once; where it says so is looked up when asked, along the way that
 * leads to it.
 */
export class JsonCursor implements Surroundings {
  /** As JSON.parse would have it; of malformed text what could be read. */
  readonly json: unknown;
  readonly #around: Surroundings;
  readonly #step: string | number;

  /** What is found in `around` at `step`: the key of a member, the number of an element. */
  constructor(json: unknown, around: Surroundings, step: string | number) {
    this.json = json;
    this.#around = around;
    this.#step = step;
  }

  get object(): JsonObject | undefined {
    return asObject(this.json);
  }

  get list(): readonly unknown[] | undefined {
    return Array.isArray(this.json) ? this.json : undefined;
  }

  /** A member of an object; without a value where it has none of that name. */
  member(key: string): JsonCursor {
    return new JsonCursor(this.object?.[key], this, key);
  }

  element(at: number): JsonCursor {
    return new JsonCursor(this.list?.[at], this, at);
  }

  get span(): Span {
    const node = this.#node;
    return node ? span(node.start, node.end) : span(0, 0);
  }

  /** The whole text that this is a part of. */
  get text(): string {
    return this.#around.text;
  }

  /** The value as it is written. */
  get raw(): string {
    return sliceOf(this.text, this.span);
  }

  /** Just inside the bracket that closes a list, or behind what there is of an unfinished one. */
  get inside(): Span {
    const { end } = this.span;
    const at = this.text[end - 1] === ']' ? end - 1 : end;
    return span(at, at);
  }

  nodeAt(step: string | number): JsonNode | undefined {
    const node = this.#node;
    return node?.children?.[typeof step === 'number' ? step : (node.keys?.lastIndexOf(step) ?? -1)];
  }

  get #node(): JsonNode | undefined {
    return this.#around.nodeAt(this.#step);
  }
}

/**
 * Reads a JSON text of any kind. JSON.parse decides whether it is one without comments, trailing commas or errors,
 * whose places can wait. Never throws.
 */
export const readJsonSource = (text: string): JsonSource => {
  const strict = readStrictJson(text);
  return (strict && strictSource(text, strict.value)) ?? tolerantSource(text);
};

/** Undefined where the text nests deeper than the reader goes. */
const strictSource = (text: string, value: unknown): JsonSource | undefined => {
  const late = forgetful();
  const tree = late.lazy(() => readJson(text, true));
  const losesKeys = mayLoseKeys(text, value);
  const problems = losesKeys ? tree().problems : [];
  if (problems.some(({ kind }) => kind === 'malformed')) return undefined;
  const root = late.lazy(() => (losesKeys ? tree().root : readJsonLate(text)));
  return {
    root: new JsonCursor(value, { text, nodeAt: () => root() }, 0),
    problems,
    putAway: late.forget,
  };
};

const tolerantSource = (text: string): JsonSource => {
  const { root, problems } = readJson(text, false);
  return {
    root: new JsonCursor(root && plainValue(root), { text, nodeAt: () => root }, 0),
    problems,
    putAway: () => undefined,
  };
};

/** What a node says; the reader has seen to it that this does not go too deep. */
const plainValue = ({ literal, keys, children = [] }: JsonNode): unknown => {
  if (literal !== undefined) return literal;
  if (!keys) return children.map(plainValue);
  const object: Record<string, unknown> = {};
  for (let at = 0; at < keys.length; at++) {
    // what this key sets is no member
    if (keys[at] !== '__proto__') object[keys[at] as string] = plainValue(children[at] as JsonNode);
  }
  return object;
};

/** What was read at a cursor, with its place, which is looked up when asked. Being a class, it must not be spread. */
export class AtCursor {
  readonly #cursor: JsonCursor;

  constructor(cursor: JsonCursor) {
    this.#cursor = cursor;
  }

  get span(): Span {
    return this.#cursor.span;
  }
}
