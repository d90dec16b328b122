import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { readParallel } from '../../engine/document/parallel/parallelFile';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { span } from '../../engine/model/text';
import { printable } from '../../engine/words/printable';
import { type IdPlace, idOffers } from './idOffers';
import { type Completing, type Insertion, itemsFor, type Offer, sortKey } from './item';
import { commaBehind, isNamed } from './jsonNext';
import type { JsonPlace } from './jsonPlace';
import { missingOffers } from './missingAchievements';
import { parallelPlaceAt, placeKind } from './parallelPlace';
import { emptyFileOffers, schemaOffers } from './schemaOffers';
import { escapeSnippet } from './snippet';

/**
 * What may stand in a parallel.json. What depends on the plan (ids, titles, whole achievements it lacks) is always
 * offered; keys, values and snippets of the schema only to clients that do not offer them themselves.
 */
export const parallelCompletions = (
  plan: AnalysedPlan | undefined,
  completing: Completing,
): CompletionItem[] => {
  const { document, offset, client, trigger } = completing;
  const { text } = document;
  if (trigger === '#' || trigger === '*') return [];
  const known = plan?.parallel?.uri === document.uri ? plan.parallel.facts : undefined;
  const facts = known ?? readParallel(text);
  const place = parallelPlaceAt(facts, text, offset);
  if (!place) {
    const offers = client.completesJson ? [] : emptyFileOffers(plan, text);
    return itemsFor(completing, { replaced: span(offset, offset) }, offers);
  }
  const ours = plan ? [...planOffers(plan, place), ...missingOffers(plan, facts, place, text, offset)] : [];
  const schema = client.completesJson ? [] : schemaOffers(place, text);
  return itemsFor(completing, insertionAt(place, text), [...ours, ...schema]);
};

/** With the commas that JSON wants between what is inserted and what stands around it. */
const insertionAt = ({ replaced, unseparated, isKey }: JsonPlace, text: string): Insertion => {
  const behind = isKey && isNamed(text, replaced.end) ? '' : commaBehind(text, replaced.end);
  if (unseparated === undefined) return { replaced, behind };
  return unseparated === replaced.start
    ? { replaced, before: ',', behind }
    : { replaced, behind, also: { at: unseparated, text: ',' } };
};

const quoted = (id: string): string => JSON.stringify(id);

/** Ids, titles and the name of the plan. */
const planOffers = (plan: AnalysedPlan, place: JsonPlace): readonly Offer[] => {
  if (place.isKey) return [];
  const kind = placeKind(place);
  const [object] = place.objects;
  const own = textOf(object, 'achievement_id', 'id');
  const taken = new Set(place.siblings.map(({ value }) => String(value)));
  const ids = (given: Omit<IdPlace, 'written'>): readonly Offer[] =>
    idOffers(plan, { ...given, written: quoted });
  switch (kind) {
    case 'achievements/*/dependencies/*':
    case 'achievements/*/blocks/*': {
      const relation = kind.includes('blocks') ? 'blocks' : 'dependencies';
      return ids({ edge: own === undefined ? undefined : { own, relation }, without: taken });
    }
    case 'achievements/*/achievement_id':
    case 'achievements/*/id': {
      const listed = new Set(plan.parallel?.facts.achievements.map(({ id }) => id));
      return ids({ without: new Set(), first: (id) => !listed.has(id) });
    }
    case 'achievements/*/title':
      return textOffer(plan.byId.get(own ?? '')?.title, own ?? '');
    case 'plan_name':
    case 'plan':
      return textOffer(plan.name, 'name of this plan');
    case 'priority_groups/*/achievements/*': {
      const priority = textOf(object, 'priority');
      return ids({ without: taken, first: (id) => plan.byId.get(id)?.priority === priority });
    }
    default:
      return /^cross_priority_dependencies\/\*\/(?:from|to)(?:_achievement)?$/.test(kind)
        ? ids({ edge: crossingEdge(place), without: new Set() })
        : [];
  }
};

/** What the other end of a cross-priority dependency says: `from` depends on `to`. */
const crossingEdge = ({ path, objects: [object] }: JsonPlace): IdPlace['edge'] => {
  const isFrom = String(path.at(-1)).startsWith('from');
  const own = isFrom ? textOf(object, 'to_achievement', 'to') : textOf(object, 'from_achievement', 'from');
  return own === undefined ? undefined : { own, relation: isFrom ? 'blocks' : 'dependencies' };
};

const textOf = (
  object: ReadonlyMap<string, unknown> | undefined,
  ...keys: readonly string[]
): string | undefined => {
  const value = keys.map((key) => object?.get(key)).find((each) => each !== undefined);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
};

const textOffer = (text: string | undefined, detail: string): readonly Offer[] => {
  if (text === undefined) return [];
  const newText = quoted(printable(text));
  return [
    {
      label: printable(text),
      detail,
      kind: CompletionItemKind.Text,
      snippet: escapeSnippet(newText),
      filter: newText,
      sort: sortKey(0, 0),
    },
  ];
};
