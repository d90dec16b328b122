import type { NamedDocument } from '../../facts/parentFacts';

/** `GRAMMAPLAN_X`, `NORTH_STAR_X`, `PLAN_X`, with or without `.md`. */
const DOCUMENT =
  /(?<![\p{L}\p{N}_-])(GRAMMAPLAN|NORTH[_-]STAR|PLAN)_([\p{L}\p{N}](?:[\p{L}\p{N}_.-]{0,200}[\p{L}\p{N}])?)/gu;
/** A name alone in a value: `OBSERVABILITY-EXCELLENCE`. */
const BARE = /(?<![\p{L}\p{N}_/.-])[A-Z][A-Z\d]{1,30}(?:-[A-Z\d]{1,30}){0,8}(?![\p{L}\p{N}_/-])/gu;

const KINDS = {
  GRAMMAPLAN: 'grammaplan',
  NORTH_STAR: 'north-star',
  'NORTH-STAR': 'north-star',
  PLAN: 'plan',
} as const;

/** A document named in a text, offsets counted from its start. */
export type FoundName = Omit<NamedDocument, 'line'>;

/** The documents a text names by their prefixes, in order. */
export const documentsIn = (text: string): readonly FoundName[] =>
  Array.from(text.matchAll(DOCUMENT), ({ 0: whole, 1: prefix = '', 2: name = '', index }) => ({
    kind: KINDS[prefix as keyof typeof KINDS],
    name: name.replace(/\.md$/i, ''),
    span: { start: index, end: index + whole.length },
  }));

/** The same, and names alone where there is none with a prefix; words that number something are none. */
export const namesIn = (text: string): readonly FoundName[] => {
  const documents = documentsIn(text);
  if (documents.length > 0) return documents;
  return Array.from(text.matchAll(BARE))
    .filter(([name]) => !NO_NAMES.has(name))
    .map(({ 0: name, index }) => ({
      kind: undefined,
      name,
      span: { start: index, end: index + name.length },
    }));
};

const NO_NAMES: ReadonlySet<string> = new Set([
  'PLAN',
  'PLANS',
  'GRAMMAPLAN',
  'TBD',
  'TODO',
  'NONE',
  'NA',
  'HIGH',
  'LOW',
  'MEDIUM',
  'CRITICAL',
]);
