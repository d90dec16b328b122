import { CompletionItemKind } from 'vscode-languageserver-types';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { indentationOf } from '../../engine/model/text';
import { type JsonShape, parallelShape } from '../../generated/parallelShape';
import { type Offer, sortKey } from './item';
import { isNamed } from './jsonNext';
import type { JsonPlace } from './jsonPlace';
import { choice, escapeSnippet } from './snippet';

/** Spellings of the same: where one is there, the other is not offered. */
const SAME: readonly (readonly string[])[] = [
  ['achievement_id', 'id'],
  ['plan_name', 'plan'],
  ['created_date', 'created'],
  ['achievements', 'levels'],
  ['from_achievement', 'from'],
  ['to_achievement', 'to'],
];

/** Keys the object lacks, values and snippets, all as the schema of parallel.json has them. */
export const schemaOffers = (place: JsonPlace, text: string): readonly Offer[] => {
  const { path, isKey } = place;
  const shape = shapeAt(isKey ? path.slice(0, -1) : path);
  if (!shape) return [];
  return isKey ? keyOffers(shape, place, text) : [...valueOffers(shape), ...snippetOffers(shape, text)];
};

/** The whole file, where there is nothing yet. */
export const emptyFileOffers = (plan: AnalysedPlan | undefined, text: string): readonly Offer[] => {
  if (text.trim() !== '') return [];
  const offers = snippetOffers(parallelShape, text);
  if (!plan) return offers;
  const name = escapeSnippet(JSON.stringify(plan.name).slice(1, -1));
  return offers.map((offer) => ({ ...offer, snippet: offer.snippet.replace(/\$\{1:NAME\}/, () => name) }));
};

const shapeAt = (path: JsonPlace['path']): JsonShape | undefined => {
  let shape: JsonShape | undefined = parallelShape;
  for (const step of path) {
    if (typeof step === 'number') shape = shape?.items;
    else shape = shape?.keys && Object.hasOwn(shape.keys, step) ? shape.keys[step] : undefined;
  }
  return shape;
};

const keyOffers = (shape: JsonShape, { objects, replaced }: JsonPlace, text: string): readonly Offer[] => {
  const present = objects[0] ?? new Map();
  const isThere = (key: string): boolean =>
    present.has(key) || SAME.some((names) => names.includes(key) && names.some((name) => present.has(name)));
  const isRenamed = isNamed(text, replaced.end);
  return Object.entries(shape.keys ?? {})
    .filter(([key]) => !isThere(key))
    .map(([key, value], order) => ({
      label: key,
      detail: undefined,
      kind: CompletionItemKind.Property,
      documentation: value.about,
      snippet: `"${escapeSnippet(key)}"${isRenamed ? '' : `: ${valueSnippet(value)}`}`,
      filter: `"${key}"`,
      sort: sortKey(3, order),
    }));
};

const valueSnippet = ({ types, values }: JsonShape): string => {
  if (values)
    return `"${choice(
      1,
      values.flatMap(({ value }) => value ?? []),
    )}"`;
  if (types.includes('array')) return '[$1]';
  return types.every((type) => type === 'string' || type === 'null') && types.length > 0 ? '"$1"' : '$1';
};

const valueOffers = ({ values = [] }: JsonShape): readonly Offer[] =>
  values.map(({ value, about }, order) => ({
    label: String(value),
    detail: undefined,
    kind: CompletionItemKind.EnumMember,
    documentation: about,
    snippet: JSON.stringify(value),
    filter: JSON.stringify(value),
    sort: sortKey(3, order),
  }));

const snippetOffers = ({ snippets = [] }: JsonShape, text: string): readonly Offer[] =>
  snippets.map(({ label, description, body }, order) => ({
    label,
    detail: description,
    kind: CompletionItemKind.Snippet,
    snippet: bodySnippet(body, indentationOf(text)),
    filter: `{"${label}`,
    sort: sortKey(4, order),
  }));

/** A text that starts with `^` stands for what follows, without quotes. */
const bodySnippet = (body: unknown, unit: string): string =>
  JSON.stringify(body, null, unit)
    .replace(/\[\s*"\^(\$\d+)"\s*\]/g, '[$1]')
    .replace(/"\^([^"]*)"/g, '$1');
