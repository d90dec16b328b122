import { parseDocument } from 'yaml';
import type { AchievementId } from '../model/achievement';
import type { Effort } from '../model/effort';
import { LineIndex, type Span, span } from '../model/text';
import { readEffort, readSpent } from './effort';
import { plainHeading } from './heading';
import { prpIdOf } from './prpName';

/** A PRP file of the second dialect: YAML front matter over a Markdown body. */
export interface PrpFacts {
  /** Normalised: `PRP-47.2.1`, whether it was written with or without the prefix. */
  readonly id: AchievementId;
  /** The id in the front matter, else the first line. */
  readonly idSpan: Span;
  readonly title: string;
  readonly dependencies: readonly PrpReference[];
  /** How the dependencies are written, for edits. */
  readonly dependencyList: PrpList | undefined;
  readonly claimedStatus: string | undefined;
  readonly effort: Effort | undefined;
  readonly actual: Effort | undefined;
  /** What is wrong with the front matter, at its place. */
  readonly problems: readonly { readonly message: string; readonly span: Span }[];
  readonly lines: LineIndex;
}

/** The value of `dependencies`: a list in brackets, one with a line per item, or one id without a list. */
export interface PrpList {
  readonly style: 'flow' | 'block' | 'alone';
  /** Behind the colon of the key. */
  readonly keyEnd: number;
  /** In text order, whatever they say. */
  readonly items: readonly Span[];
}

export interface PrpReference {
  readonly id: AchievementId;
  readonly span: Span;
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m;
const normalise = (id: string): AchievementId | undefined => {
  const digits = /^\s*(?:PRP-)?(\d+(?:\.\d+)*)\s*$/i.exec(id)?.[1];
  return digits === undefined ? undefined : `PRP-${digits}`;
};

/** Reads a PRP file; the name gives the id where the front matter has none. Never throws. */
export const readPrp = (fileName: string, text: string): PrpFacts => {
  const match = FRONT_MATTER.exec(text);
  const yaml = match?.[1] ?? '';
  const offset = match ? match[0].indexOf(yaml, match[0].indexOf('\n') + 1) : 0;
  const front = readFrontMatter(yaml, offset);
  const heading = /^#[ \t]+(.+)$/m.exec(text.slice(match?.[0].length ?? 0))?.[1];
  const id = front.id ?? { id: prpIdOf(fileName) ?? fileName, span: span(0, firstLineLength(text)) };
  return {
    id: id.id,
    idSpan: id.span,
    title: front.title ?? (heading ? plainHeading(heading.trim()) : id.id),
    dependencies: front.dependencies,
    dependencyList: front.dependencyList,
    claimedStatus: front.status,
    effort: front.effort,
    actual: front.actual,
    problems: front.problems,
    lines: new LineIndex(text),
  };
};

const firstLineLength = (text: string): number => {
  const end = text.search(/\r?\n/);
  return end === -1 ? text.length : end;
};

interface FrontMatter {
  readonly id: PrpReference | undefined;
  readonly title: string | undefined;
  readonly status: string | undefined;
  readonly effort: Effort | undefined;
  readonly actual: Effort | undefined;
  readonly dependencies: readonly PrpReference[];
  readonly dependencyList: PrpList | undefined;
  readonly problems: PrpFacts['problems'];
}

interface Scalar {
  readonly source: string;
  readonly span: Span;
}

/** Source text of a YAML scalar: ids such as `37.10` must not be read as numbers. */
const scalarOf = (node: unknown, offset: number): Scalar | undefined => {
  const place = spanOf(node, offset);
  if (!place || typeof node !== 'object' || node === null || !('value' in node)) return undefined;
  if (node.value === null || typeof node.value === 'object') return undefined;
  const source = 'source' in node && typeof node.source === 'string' ? node.source : String(node.value);
  return { source, span: place };
};

const readFrontMatter = (yaml: string, offset: number): FrontMatter => {
  const document = parseDocument(yaml, { prettyErrors: false, uniqueKeys: false });
  const scalar = (...keys: readonly string[]): Scalar | undefined => {
    for (const key of keys) {
      const found =
        'get' in document && isMap(document.contents) ? scalarOf(document.get(key, true), offset) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  const id = scalar('prp_id', 'id');
  const normal = id ? normalise(id.source) : undefined;
  const figure = (...keys: readonly string[]): string | number | undefined => {
    const source = scalar(...keys)?.source;
    return source !== undefined && /^[\d.]+$/.test(source) ? Number(source) : source;
  };
  const hours = figure('estimated_hours', 'effort', 'estimate');
  const spent = figure('actual_hours', 'actual_effort', 'time_spent');
  return {
    id: id && normal ? { id: normal, span: id.span } : undefined,
    title: scalar('feature_name', 'title', 'name')?.source,
    status: scalar('status')?.source,
    effort: hours === undefined ? undefined : readEffort(hours),
    actual: spent === undefined ? undefined : readSpent(spent),
    dependencies: isMap(document.contents) ? readReferences(document.get('dependencies', true), offset) : [],
    dependencyList: isMap(document.contents) ? listIn(document.contents, yaml, offset) : undefined,
    problems: document.errors.map(({ message, pos }) => ({
      message,
      span: span(offset + pos[0], offset + pos[1]),
    })),
  };
};

const isMap = (node: unknown): boolean =>
  typeof node === 'object' && node !== null && 'items' in node && 'get' in node;

const listIn = (contents: unknown, yaml: string, offset: number): PrpList | undefined => {
  const pairs = isCollection(contents) ? contents.items.filter(isPair) : [];
  const pair = pairs.find(({ key }) => scalarOf(key, 0)?.source === 'dependencies');
  const key = scalarOf(pair?.key, 0);
  const colon = key ? yaml.indexOf(':', key.span.end) : -1;
  if (!pair || colon === -1) return undefined;
  const { value } = pair;
  const isList = isCollection(value);
  const items = (isList ? value.items : [value]).flatMap((item) => spanOf(item, offset) ?? []);
  const style = !isList ? 'alone' : 'flow' in value && value.flow === true ? 'flow' : 'block';
  return { style, keyEnd: offset + colon + 1, items };
};

const isCollection = (node: unknown): node is { readonly items: readonly unknown[] } =>
  typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);

const isPair = (node: unknown): node is { readonly key: unknown; readonly value: unknown } =>
  typeof node === 'object' && node !== null && 'key' in node && 'value' in node;

const spanOf = (node: unknown, offset: number): Span | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? span(offset + Number(node.range[0]), offset + Number(node.range[1]))
    : undefined;

/** A list of ids, one id, or `None`. */
const readReferences = (node: unknown, offset: number): readonly PrpReference[] => {
  const nodes: readonly unknown[] = isCollection(node) ? node.items : [node];
  return nodes.flatMap((item) => {
    const found = scalarOf(item, offset);
    const id = found ? normalise(found.source) : undefined;
    return found && id ? [{ id, span: found.span }] : [];
  });
};
