import { CompletionItemKind } from 'vscode-languageserver-types';
import type { FieldName } from '../../engine/facts/field';
import type { PlanFacts } from '../../engine/facts/planFacts';
import { type Offer, sortKey } from './item';
import { achievementSnippet, fieldSnippet, LABELS, labelOf, nextId, nextPriority } from './newAchievement';
import type { PlanPlace } from './planPlace';
import { fieldStyle, type PlanStyle } from './planStyle';
import { placeholder } from './snippet';

/** Fields a definition may have, in the order of the templates. */
const FIELDS: readonly FieldName[] = [
  'effort',
  'goal',
  'what',
  'deliverables',
  'tests',
  'success',
  'dependencies',
  'blocks',
];

/** A whole new achievement with the next free id, and a new priority with its first achievement. */
export const achievementOffers = (facts: PlanFacts, place: PlanPlace, style: PlanStyle): readonly Offer[] => {
  if (!place.isInArea) return [];
  const before = facts.achievements.findLast(({ definition }) => definition.start < place.line.start);
  const id = nextId(facts, place.priority, before);
  const number = nextPriority(facts);
  return [
    {
      label: `Achievement ${id}`,
      detail: 'new achievement',
      kind: CompletionItemKind.Snippet,
      snippet: `${achievementSnippet(style, id)}\n`,
      sort: sortKey(0, 0),
    },
    {
      label: `Priority ${number}`,
      detail: `new priority with achievement ${number}.1`,
      kind: CompletionItemKind.Snippet,
      snippet: `${style.priority(number, placeholder(1, 'Name'))}\n\n${achievementSnippet(style, `${number}.1`, 2)}\n`,
      sort: sortKey(2, 0),
    },
  ];
};

/** The fields that the definition around the caret lacks, in its own style. */
export const fieldOffers = (
  { definition }: PlanPlace,
  planStyle: PlanStyle,
  text: string,
): readonly Offer[] => {
  if (!definition) return [];
  const { fields } = definition;
  const own = fields.findLast(({ name }) => name !== 'other');
  const style = own ? { ...planStyle, ...fieldStyle(own, text) } : planStyle;
  const present = new Set(fields.map(({ name }) => name));
  return FIELDS.filter((name) => !present.has(name)).map((name, order) => {
    const label = labelOf(style, name);
    return {
      label,
      detail: `field of ${definition.id}`,
      kind: CompletionItemKind.Field,
      snippet: fieldSnippet(style, name, placeholder(1)),
      filter: label === LABELS[name] ? label : `${label} ${LABELS[name]}`,
      sort: sortKey(1, order),
    };
  });
};
