import { parseDocument } from 'yaml';
import type { FrontMatterPlace, PrpKey } from '../../facts/prpFacts';
import { type Span, span } from '../../model/text';
import { furtherKey, plainKey, SPELLINGS } from './keys';

/** A value that is no collection, with its place in the document. */
export interface Scalar {
  /** Without quotes; numbers as written, for `37.10` is no `37.1`. */
  readonly text: string;
  /** What stands in the document, quotes included; of an alias the alias. */
  readonly span: Span;
  /** What is written where it stands: quotation marks, a block of lines, or an alias of another place. */
  readonly style: 'plain' | 'quoted' | 'block' | 'alias';
}

/** A node of the YAML library; only the functions of this file look inside. */
export type YamlNode = unknown;

/** A key with its value. */
export interface Entry {
  readonly key: Scalar;
  readonly value: YamlNode;
  /** False for what a merge key (`<<`) or a map within the map brought. */
  readonly isOwn: boolean;
}

export interface YamlProblem {
  /** Behind "The front matter". */
  readonly message: string;
  readonly span: Span;
}

/** Merges and aliases that lead on are followed as far as a person would. */
const DEEPEST = 8;
const MOST_ENTRIES = 1_000;
/** Headers of people take a fiftieth of that; the library needs a second for more. */
const LONGEST = 100_000;
/** One mistake makes many. */
const MOST_PROBLEMS = 5;
/** Maps in which some people keep the keys of a PRP. */
const NESTED = new Set(['metadata', 'meta', 'prp', 'frontmatter']);

/** The front matter of a document as YAML. Never throws. */
export class FrontMatter {
  readonly problems: readonly YamlProblem[];
  /** Keys of the outermost map, then those it merges and those of a map `metadata`. */
  readonly entries: readonly Entry[];
  readonly #offset: number;
  readonly #end: number;
  readonly #anchors = new Map<string, YamlNode>();

  constructor(text: string, place: FrontMatterPlace) {
    const yaml = text.slice(place.content.start, place.content.end);
    this.#offset = place.content.start;
    this.#end = text.length;
    const { contents, problems } = parsed(yaml);
    this.#collectAnchors(contents);
    this.entries = this.#entriesIn(contents, true, 0);
    this.problems = [
      ...problems.map(({ message, pos }) => ({ message, span: this.#placed(pos[0], pos[1]) })),
      ...(place.isClosed
        ? []
        : [{ message: 'has no end: no line of three hyphens closes it', span: place.opening }]),
    ];
  }

  /** Entries of a key in the order of its spellings, those of the map itself first. */
  all(key: PrpKey): readonly Entry[] {
    const usual = SPELLINGS[key].flatMap((spelling) =>
      this.entries.filter((entry) => plainKey(entry.key.text) === spelling),
    );
    const further = this.entries.filter((entry) => furtherKey(entry.key.text) === key);
    return further.length === 0 ? usual : [...usual, ...further.filter((entry) => !usual.includes(entry))];
  }

  /** The first value of a key that is no collection and not nothing. */
  scalar(key: PrpKey): (Scalar & { readonly key: string }) | undefined {
    for (const entry of this.all(key)) {
      const found = this.scalarOf(entry.value);
      if (found && found.text.trim() !== '') return { ...found, key: entry.key.text };
    }
    return undefined;
  }

  scalarOf(node: YamlNode): Scalar | undefined {
    const place = this.spanOf(node);
    const target = this.resolved(node);
    if (!place || !isScalar(target) || target.value === null || typeof target.value === 'object') {
      return undefined;
    }
    const text = typeof target.source === 'string' ? target.source : String(target.value);
    if (target !== node) return { text, span: place, style: 'alias' };
    const { type = '' } = target;
    const style = type.startsWith('BLOCK') ? 'block' : type.startsWith('QUOTE') ? 'quoted' : 'plain';
    return { text, span: place, style };
  }

  /** The elements of a list; undefined for anything else. */
  itemsOf(node: YamlNode): readonly YamlNode[] | undefined {
    const target = this.resolved(node);
    return isList(target) ? target.items : undefined;
  }

  /** The entries of a map; undefined for anything else. */
  mapOf(node: YamlNode): readonly Entry[] | undefined {
    const target = this.resolved(node);
    return isMap(target) ? this.#pairsIn(target, true) : undefined;
  }

  isFlow(node: YamlNode): boolean {
    return typeof node === 'object' && node !== null && 'flow' in node && node.flow === true;
  }

  isAlias(node: YamlNode): boolean {
    return isAliasNode(node);
  }

  spanOf(node: YamlNode): Span | undefined {
    return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
      ? this.#placed(Number(node.range[0]), Number(node.range[1]))
      : undefined;
  }

  /** What an alias stands for; any other node itself. */
  resolved(node: YamlNode): YamlNode {
    let target = node;
    for (let depth = 0; depth < DEEPEST && isAliasNode(target); depth++) {
      target = this.#anchors.get(target.source);
    }
    return isAliasNode(target) ? undefined : target;
  }

  #placed(start: number, end: number): Span {
    const [from, to] = [start, Math.max(start, end)].map((at) => Math.min(this.#offset + at, this.#end));
    return span(from ?? this.#end, to ?? this.#end);
  }

  /** Of equal names the last counts: what is anchored twice is a mistake anyway. */
  #collectAnchors(contents: YamlNode): void {
    const open = [contents];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (typeof node !== 'object' || node === null) continue;
      if ('anchor' in node && typeof node.anchor === 'string') this.#anchors.set(node.anchor, node);
      if (isMap(node) || isList(node)) {
        for (const item of node.items) open.push(...(isPair(item) ? [item.value] : [item]));
      }
    }
  }

  #pairsIn(map: YamlCollection, isOwn: boolean): readonly Entry[] {
    return map.items.slice(0, MOST_ENTRIES).flatMap((pair) => {
      const key = isPair(pair) ? this.scalarOf(pair.key) : undefined;
      return key && isPair(pair) ? [{ key, value: pair.value, isOwn }] : [];
    });
  }

  #entriesIn(node: YamlNode, isOwn: boolean, depth: number): readonly Entry[] {
    const map = this.resolved(node);
    if (!isMap(map) || depth > DEEPEST) return [];
    const own = this.#pairsIn(map, isOwn);
    const further = own.flatMap(({ key, value }) => {
      if (key.text === '<<') {
        const merged = this.itemsOf(value) ?? [value];
        return merged.slice(0, DEEPEST).flatMap((each) => this.#entriesIn(each, false, depth + 1));
      }
      const isNested = depth === 0 && NESTED.has(plainKey(key.text));
      return isNested ? this.#entriesIn(value, false, DEEPEST) : [];
    });
    return [...own, ...further].slice(0, MOST_ENTRIES);
  }
}

interface Parsed {
  readonly contents: YamlNode;
  readonly problems: readonly { readonly message: string; readonly pos: readonly [number, number] }[];
}

const parsed = (yaml: string): Parsed => {
  if (yaml.length > LONGEST) {
    return { contents: undefined, problems: [{ message: 'is too long to be read', pos: [0, 0] }] };
  }
  try {
    const document = parseDocument(yaml, { prettyErrors: false, uniqueKeys: false });
    const problems = document.errors.slice(0, MOST_PROBLEMS).map(({ message, pos }) => ({
      message: `is not valid YAML: ${message}`,
      pos,
    }));
    return { contents: document.contents, problems };
  } catch (error) {
    // the library calls itself for what is nested
    if (!(error instanceof RangeError)) throw error;
    return { contents: undefined, problems: [{ message: 'is nested too deep', pos: [0, yaml.length] }] };
  }
};

/** How the library marks its nodes, whatever its classes are called by a minifier. */
const TYPE = Symbol.for('yaml.node.type');
const kindOf = (node: YamlNode): unknown =>
  typeof node === 'object' && node !== null ? (node as Readonly<Record<symbol, unknown>>)[TYPE] : undefined;

interface YamlScalar {
  readonly value: unknown;
  readonly source?: unknown;
  readonly type?: string;
}

interface YamlCollection {
  readonly items: readonly YamlNode[];
}

const isScalar = (node: YamlNode): node is YamlScalar => kindOf(node) === Symbol.for('yaml.scalar');
const isMap = (node: YamlNode): node is YamlCollection => kindOf(node) === Symbol.for('yaml.map');
const isList = (node: YamlNode): node is YamlCollection => kindOf(node) === Symbol.for('yaml.seq');
const isAliasNode = (node: YamlNode): node is { readonly source: string } =>
  kindOf(node) === Symbol.for('yaml.alias');
const isPair = (node: YamlNode): node is { readonly key: YamlNode; readonly value: YamlNode } =>
  kindOf(node) === Symbol.for('yaml.pair');
