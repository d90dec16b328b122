import type { PrpList, Said, StatedDependencies } from '../../facts/prpFacts';
import type { Span } from '../../model/text';
import { plainKey } from './keys';
import { readReferences } from './reference';
import type { Entry, FrontMatter, Scalar, YamlNode } from './yaml';

/** Lists in lists, and maps in these. */
const DEEPEST = 5;
const MOST_ITEMS = 5_000;
/** Keys of a map that stands for one PRP. */
const ID_KEYS = new Set(['id', 'prp', 'prpid', 'ref', 'name', 'on', 'dependson', 'target']);
const SOFT_WORDS = /^(?:soft|optional|weak|nice)/i;

export const readDependencies = (text: string, yaml: FrontMatter): StatedDependencies => {
  const reader = new Reader(text, yaml);
  const hard = yaml.all('dependencies');
  return {
    said: [
      ...hard.flatMap(({ value }) => reader.read(value, false)),
      ...yaml.all('soft').flatMap(({ value }) => reader.read(value, true)),
    ],
    blocks: yaml.all('blocks').flatMap(({ value }) => reader.read(value, false)),
    list: listOf(text, yaml, hard),
  };
};

class Reader {
  readonly #text: string;
  readonly #yaml: FrontMatter;
  #count = 0;

  constructor(text: string, yaml: FrontMatter) {
    this.#text = text;
    this.#yaml = yaml;
  }

  read(node: YamlNode, isSoft: boolean, depth = 0): readonly (Said & { readonly item: Span })[] {
    if (depth > DEEPEST || this.#count++ > MOST_ITEMS) return this.#tooMuch(node);
    if (this.#yaml.isAlias(node) && this.#yaml.resolved(node) === undefined) return this.#nowhere(node);
    const items = this.#yaml.itemsOf(node);
    // of an alias the places are those of its own line: what it stands for may be there for others too
    const place = this.#yaml.isAlias(node) ? this.#yaml.spanOf(node) : undefined;
    if (items)
      return placed(
        items.flatMap((item) => this.read(item, isSoft, depth + 1)),
        place,
      );
    const map = this.#yaml.mapOf(node);
    if (map) return placed(this.#readMap(map, isSoft, depth), place);
    const scalar = this.#yaml.scalarOf(node);
    return scalar ? this.#readScalar(scalar, isSoft) : [];
  }

  #readScalar(scalar: Scalar, isSoft: boolean): readonly (Said & { readonly item: Span })[] {
    const item = scalar.span;
    if (scalar.style === 'alias') {
      const said = readReferences({ text: scalar.text, start: 0, end: scalar.text.length }, isSoft);
      return said.map((each) => ({ ...each, span: item, item }));
    }
    const { text, start, end } = regionOf(this.#text, scalar);
    return readReferences({ text, start, end }, isSoft).map((each) => ({
      ...each,
      // one id in quotation marks has its place with them
      span: each.kind === 'id' && isAllOf(each.span, start, end) ? item : each.span,
      item,
    }));
  }

  /** `{id: PRP-1, type: hard}`, `{PRP-1: why}` or `{internal: […], external: […]}`. */
  #readMap(
    map: readonly Entry[],
    isSoft: boolean,
    depth: number,
  ): readonly (Said & { readonly item: Span })[] {
    const idEntry = map.find(({ key }) => ID_KEYS.has(plainKey(key.text)));
    if (idEntry) return this.read(idEntry.value, isSoft || this.#isSoftMap(map), depth + 1);
    return map.flatMap(({ key, value }) => {
      const said = this.#readScalar(key, isSoft).filter(({ kind }) => kind === 'id' || kind === 'range');
      if (said.length > 0) return said;
      return this.read(value, isSoft || SOFT_WORDS.test(key.text), depth + 1);
    });
  }

  #isSoftMap(map: readonly Entry[]): boolean {
    return map.some(({ key, value }) => {
      const written = this.#yaml.scalarOf(value)?.text ?? '';
      const name = plainKey(key.text);
      if (name === 'optional' || name === 'soft') return written === 'true';
      if (name === 'required' || name === 'hard') return written === 'false';
      return ['type', 'kind', 'strength'].includes(name) && SOFT_WORDS.test(written);
    });
  }

  /** An alias of something that nobody named. */
  #nowhere(node: YamlNode): readonly (Said & { readonly item: Span })[] {
    const item = this.#yaml.spanOf(node);
    if (!item) return [];
    return [{ kind: 'unread', text: this.#text.slice(item.start, item.end), span: item, item }];
  }

  #tooMuch(node: YamlNode): readonly (Said & { readonly item: Span })[] {
    const item = this.#yaml.spanOf(node);
    return item ? [{ kind: 'unread', text: 'more than is read', span: item, item }] : [];
  }
}

const placed = (
  said: readonly (Said & { readonly item: Span })[],
  place: Span | undefined,
): readonly (Said & { readonly item: Span })[] =>
  place ? said.map((each) => ({ ...each, span: place, item: place })) : said;

const isAllOf = (place: Span, start: number, end: number): boolean =>
  place.start === start && place.end === end;

/** The text of a scalar where it stands, without quotation marks and the head of a block. */
const regionOf = (text: string, { span: { start, end }, style }: Scalar) => {
  if (style === 'quoted') return { text, start: start + 1, end: Math.max(start + 1, end - 1) };
  if (style === 'block') {
    const head = text.indexOf('\n', start);
    return { text, start: head === -1 || head > end ? start : head + 1, end };
  }
  return { text, start, end };
};

const listOf = (text: string, yaml: FrontMatter, entries: readonly Entry[]): PrpList | undefined => {
  const entry = entries.find(({ isOwn }) => isOwn);
  if (!entry || yaml.isAlias(entry.value)) return undefined;
  const colon = text.indexOf(':', entry.key.span.end);
  if (colon === -1) return undefined;
  const nodes = yaml.itemsOf(entry.value);
  const items = (nodes ?? [entry.value]).flatMap((node) => yaml.spanOf(node) ?? []);
  const common = { keyEnd: colon + 1, items };
  if (nodes) return { style: yaml.isFlow(entry.value) ? 'flow' : 'block', ...common };
  const scalar = yaml.scalarOf(entry.value);
  if (!scalar) return { style: yaml.mapOf(entry.value) ? 'text' : 'alone', ...common };
  const said = readReferences(regionOf(text, scalar));
  const isOne = said.length === 0 || (said.length === 1 && said[0]?.kind === 'id');
  return { style: isOne && scalar.style !== 'block' ? 'alone' : 'text', ...common };
};
