import type { IdReference, ListedWords } from '../../facts/parallelFacts';
import type { Span } from '../../model/text';
import { span } from '../../model/text';
import { AtCursor, asObject, JsonCursor } from '../json/jsonSource';
import { type FileIds, type IdText, readIdText, saysNothing } from './parallelText';
import { ID_KEYS, idText, referenceAt } from './parallelValues';

/** What stands in a list of ids. */
export interface StatedReferences {
  readonly references: readonly IdReference[];
  /** What looks like an id, a range, a priority or an open question, and was not understood. */
  readonly unread: readonly ListedWords[];
  /** Plain words, which name no achievement. */
  readonly notes: readonly ListedWords[];
}

const NONE: readonly never[] = [];
export const NOTHING_STATED: StatedReferences = { references: NONE, unread: NONE, notes: NONE };

/** What some members of an object state; a value in place of a list is a list of one. */
export const statedReferences = (
  parent: JsonCursor,
  keys: readonly string[],
  ids: FileIds,
): StatedReferences => {
  const [first, ...others] = keys;
  if (first === undefined) return NOTHING_STATED;
  const stated = ofMember(parent, first, ids);
  if (others.length === 0) return stated;
  const all = [stated, ...others.map((key) => ofMember(parent, key, ids))];
  return {
    references: all.flatMap(({ references }) => references),
    unread: all.flatMap(({ unread }) => unread),
    notes: all.flatMap(({ notes }) => notes),
  };
};

const ofMember = (parent: JsonCursor, key: string, ids: FileIds): StatedReferences => {
  const json = parent.object?.[key];
  if (!Array.isArray(json)) {
    if (json === undefined || json === '') return NOTHING_STATED;
    return new Reader(ids).read(json, parent, key).result();
  }
  if (json.length === 0) return NOTHING_STATED;
  const list = new JsonCursor(json, parent, key);
  const usual = json.every(isPlain) && json.map((element, at) => referenceAt(element, list, at));
  if (usual) return { references: usual as readonly IdReference[], unread: NONE, notes: NONE };
  const reader = new Reader(ids);
  for (const [at, element] of json.entries()) reader.read(element, list, at);
  return reader.result();
};

const DOT = 46;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether an element is an id and nothing else, as nearly all are. An empty text is one that nobody has. */
const isPlain = (json: unknown): boolean => {
  if (typeof json === 'number') return true;
  if (typeof json !== 'string') return false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (!isDigit(code) && (code !== DOT || at === 0)) return false;
  }
  return true;
};

/** With the prefix of PRPs, and blanks around it. */
const ID = /^\s*(?:PRP-)?\d+(?:\.\d+)*\s*$/i;

class Reader {
  readonly #ids: FileIds;
  readonly #references: IdReference[] = [];
  readonly #unread: ListedWords[] = [];
  readonly #notes: ListedWords[] = [];

  constructor(ids: FileIds) {
    this.#ids = ids;
  }

  read(json: unknown, parent: JsonCursor, step: string | number): this {
    if (json === null || json === false) return this;
    const cursor = new JsonCursor(json, parent, step);
    const object = asObject(json);
    if (typeof json === 'string' && !isPlain(json) && !ID.test(json)) this.#readText(json, cursor);
    else if (object) this.#readObject(object, cursor);
    else {
      const reference = referenceAt(json, parent, step);
      if (reference) this.#references.push(reference);
      else this.#unread.push(new Words(cursor.raw, cursor));
    }
    return this;
  }

  result(): StatedReferences {
    return { references: this.#references, unread: this.#unread, notes: this.#notes };
  }

  #readText(text: string, cursor: JsonCursor): void {
    const titled = text.trim() === '' ? undefined : this.#ids.titled(text);
    if (titled !== undefined) {
      this.#references.push(new TextPart(titled, cursor));
      return;
    }
    const { ids, isUnread } = readIdText(text, this.#ids);
    this.#references.push(...ids.map((each) => new TextPart(each.id, cursor, each, ids.length === 1)));
    if (isUnread) this.#unread.push(new Words(text, cursor));
    else if (ids.length === 0 && !saysNothing(text)) this.#notes.push(new Words(text, cursor));
  }

  /** An object that names an achievement stands for it; what else it says is not looked at. */
  #readObject(object: Readonly<Record<string, unknown>>, cursor: JsonCursor): void {
    const key = ID_KEYS.find((each) => idText(object[each], cursor, each) !== undefined);
    const json = key === undefined ? undefined : object[key];
    if (key === undefined || (typeof json === 'string' && !ID.test(json))) {
      if (Object.keys(object).length > 0) this.#unread.push(new Words(cursor.raw, cursor));
      return;
    }
    const id = idText(json, cursor, key) ?? '';
    this.#references.push(new MemberReference(id, cursor, key));
  }
}

/** An id in a text that says more: `Achievement 1.1 (schema)`. */
class TextPart implements IdReference {
  readonly value: string;
  readonly wasString = true;
  readonly #cursor: JsonCursor;
  readonly #part: IdText['ids'][number] | undefined;
  /** The whole value, where it names nothing else. */
  readonly whole: { readonly span: Span } | undefined;

  constructor(value: string, cursor: JsonCursor, part?: IdText['ids'][number], isOnly = true) {
    this.value = value;
    this.#cursor = cursor;
    this.#part = part;
    this.whole = isOnly ? new AtCursor(cursor) : undefined;
  }

  /** The whole value where it is the id's title, or is written with escapes. */
  get span(): Span {
    const { start, end } = this.#cursor.span;
    const isAsWritten = this.#cursor.raw === `"${String(this.#cursor.json)}"`;
    if (!this.#part || !isAsWritten) return span(start, end);
    return span(start + 1 + this.#part.at, start + 1 + this.#part.at + this.#part.length);
  }
}

/** `{ "id": "1.1" }`: the id stands in it, and all of it goes with the id. */
class MemberReference implements IdReference {
  readonly value: string;
  readonly whole: { readonly span: Span };
  readonly #member: JsonCursor;

  constructor(value: string, object: JsonCursor, key: string) {
    this.value = value;
    this.whole = new AtCursor(object);
    this.#member = object.member(key);
  }

  get wasString(): boolean {
    return typeof this.#member.json === 'string';
  }

  get span(): Span {
    return this.#member.span;
  }
}

class Words extends AtCursor implements ListedWords {
  readonly text: string;

  constructor(text: string, cursor: JsonCursor) {
    super(cursor);
    this.text = text;
  }
}

/** What nobody can read, as it stands in the file. */
export const wordsAt = (cursor: JsonCursor): ListedWords =>
  new Words(typeof cursor.json === 'string' ? cursor.json : cursor.raw, cursor);
