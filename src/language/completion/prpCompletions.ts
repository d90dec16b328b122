import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { prpIdOf } from '../../engine/document/prp/prpName';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { type Span, span } from '../../engine/model/text';
import { nameOf } from '../../engine/model/uri';
import { idOffers } from './idOffers';
import { type Completing, itemsFor, type Offer, sortKey } from './item';
import { lineAround } from './planPlace';
import { idAround, takenOutside } from './planSlot';
import { choice, placeholder } from './snippet';

const STATUSES = ['not_started', 'in_progress', 'complete'] as const;

/** What may stand in the YAML front matter of a PRP file: keys, a status, ids of the batch. */
export const prpCompletions = (plan: AnalysedPlan | undefined, completing: Completing): CompletionItem[] => {
  const { document, offset } = completing;
  const { text, uri } = document;
  const front = frontMatterOf(text);
  if (!front || offset < front.start || offset > front.end) return [];
  const line = lineAround(text, offset);
  const before = text.slice(line.start, offset);
  if (/^[A-Za-z_]{0,40}$/.test(before) && /^[\w]*$/.test(text.slice(offset, line.end))) {
    if (completing.trigger !== undefined) return [];
    return itemsFor(
      completing,
      { replaced: line },
      keyOffers(text.slice(front.start, front.end), nameOf(uri)),
    );
  }
  const status = /^status:[ \t]*([a-z_]{0,40})$/.exec(before)?.[1];
  if (status !== undefined)
    return itemsFor(completing, { replaced: span(offset - status.length, offset) }, statusOffers);
  return plan ? dependencyItems(plan, completing, front) : [];
};

/** The lines between the two lines of dashes; up to the end where the second is not there yet. */
const frontMatterOf = (text: string): Span | undefined => {
  const start = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const end = text.slice(start).search(/^(?:---|\.\.\.)[ \t]*$/m);
  return span(start, end === -1 ? text.length : start + Math.max(0, end - 1));
};

const keyOffers = (front: string, fileName: string): readonly Offer[] => {
  const keys: readonly (readonly [key: string, value: string, given: RegExp])[] = [
    ['prp_id', placeholder(1, prpIdOf(fileName)), /^(?:prp_)?id[ \t]*:/m],
    ['feature_name', placeholder(1), /^(?:feature_name|title|name)[ \t]*:/m],
    ['dependencies', `[${placeholder(1)}]`, /^dependencies[ \t]*:/m],
    ['estimated_hours', placeholder(1), /^(?:estimated_hours|effort|estimate)[ \t]*:/m],
    ['status', choice(1, STATUSES), /^status[ \t]*:/m],
  ];
  return keys
    .filter(([, , given]) => !given.test(front))
    .map(([key, value], order) => ({
      label: key,
      detail: undefined,
      kind: CompletionItemKind.Property,
      snippet: `${key}: ${value}`,
      sort: sortKey(0, order),
    }));
};

const statusOffers: readonly Offer[] = STATUSES.map((status, order) => ({
  label: status,
  detail: undefined,
  kind: CompletionItemKind.Value,
  snippet: status,
  sort: sortKey(0, order),
}));

/** Where an element of a list, or the only one in its place, begins. */
const BEGINS = /(?:[:[,]|(?:^|\n)[ \t]*-)[ \t\r\n]*["']?$/;

/** More than stands between two elements of a list. */
const LOOK_BACK = 400;

/** The ids of the batch in `dependencies`, written with or without the prefix as the file writes its own id. */
const dependencyItems = (plan: AnalysedPlan, completing: Completing, front: Span): CompletionItem[] => {
  const { document, offset } = completing;
  const { text, uri } = document;
  const replaced = idAround(text, offset);
  const before = text.slice(front.start, replaced.start);
  if (lastKeyOf(before) !== 'dependencies' || !BEGINS.test(before.slice(-LOOK_BACK))) return [];
  const own = plan.achievements.find((each) => each.uri === uri);
  const said = (own?.dependencies ?? []).flatMap(({ id, said }) =>
    said.filter(({ by }) => by === 'front-matter').map((place) => ({ id, span: place.span })),
  );
  const isBare = /^(?:prp_id|id):[ \t]*["']?\d/m.test(text.slice(front.start, front.end));
  const isAlone = /:[ \t]*$/.test(before);
  const gap = before.endsWith(':') ? ' ' : '';
  const written = (id: string): string => {
    const name = isBare ? id.replace(/^PRP-/, '') : id;
    return isAlone ? `${gap}[${name}]` : name;
  };
  const edge = own && ({ own: own.id, relation: 'dependencies' } as const);
  const offers = idOffers(plan, { edge, without: takenOutside(said, replaced), written });
  return itemsFor(
    completing,
    { replaced },
    offers.map((offer) => ({ ...offer, filter: `${offer.label} ${offer.detail ?? ''}` })),
  );
};

/** The key in whose value the end of a text stands. */
const lastKeyOf = (before: string): string | undefined => {
  for (let end = before.length; end >= 0; ) {
    const start = before.lastIndexOf('\n', end - 1) + 1;
    const key = /^([A-Za-z_]\w*)[ \t]*:/.exec(before.slice(start, end))?.[1];
    if (key !== undefined || start === 0) return key;
    end = start - 1;
  }
  return undefined;
};
