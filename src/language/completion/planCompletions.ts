import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { readPlan } from '../../engine/document/plan/plan';
import type { PlanFacts } from '../../engine/facts/planFacts';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { planNameOf } from '../../engine/model/fileName';
import { span } from '../../engine/model/text';
import { nameOf } from '../../engine/model/uri';
import { asksForWords, type Completing, itemsFor, type Offer, sortKey } from './item';
import { mentionCompletions } from './mentionCompletions';
import { achievementOffers, fieldOffers } from './planOffers';
import { type PlanPlace, planPlaceAt } from './planPlace';
import { statedCompletions } from './planSlot';
import { planStyleAt } from './planStyle';
import { sectionOffers } from './sectionOffers';
import { escapeSnippet } from './snippet';
import { statusCompletions } from './statusCompletions';

/** What may stand in a PLAN: ids, and at the start of a line sections, achievements and fields. */
export const planCompletions = (plan: AnalysedPlan | undefined, completing: Completing): CompletionItem[] => {
  const { document, offset } = completing;
  const { text } = document;
  const facts = plan?.facts ?? readPlan(text);
  const isOther = !plan && !facts.isPlan && facts.title !== undefined && facts.title !== '';
  const place = isOther ? undefined : planPlaceAt(facts, text, offset);
  if (!place) return [];
  const structure = structureItems(facts, place, completing);
  if (structure.length > 0) return structure;
  if (!asksForWords(completing)) return [];
  const status = statusCompletions(completing);
  if (status.length > 0 || !plan) return status;
  const stated = statedCompletions(plan, completing);
  return stated.length > 0 ? stated : mentionCompletions(plan, completing);
};

/** Marks of a heading, of bold text or of a list item, and then words. */
const STARTED = /^(#{1,6}[ \t]*|\*{1,2}|[-*+](?:[ \t]+(?:\*{1,2})?)?)?([A-Za-z][A-Za-z&' -]{0,40}[\d.]*)?$/;
/** A new achievement or heading that is being written: asked for by blanks and dots too. */
const BEGUN = /^(?:(?:\*\*|#{3,6}[ \t]+)Achievement[ \t]+[\d.]*|#{2,3}[ \t])$/i;

const structureItems = (facts: PlanFacts, place: PlanPlace, completing: Completing): CompletionItem[] => {
  const { document, offset, trigger } = completing;
  const { before, after, line } = place;
  const started = STARTED.exec(before);
  if (!started || after.trim() !== '') return [];
  const [, marks = '', word = ''] = started;
  const isAsked = trigger === undefined || trigger === '#' || trigger === '*' || BEGUN.test(before);
  if (!isAsked || (marks === '' && word.includes(' '))) return [];
  const offers = offersFor(facts, place, marks, document.uri, document.text);
  const { text } = document;
  return itemsFor(
    completing,
    { replaced: span(line.start, offset) },
    offers.map((offer) => ({
      ...offer,
      filter: `${marks}${offer.filter ?? offer.label}`,
      snippet: isField(offer) ? offer.snippet : apart(offer.snippet, text, line),
    })),
  );
};

const offersFor = (
  facts: PlanFacts,
  place: PlanPlace,
  marks: string,
  uri: string,
  text: string,
): readonly Offer[] => {
  const style = planStyleAt(facts, text, place.line.start);
  const offers = [
    ...titleOffers(facts, uri, text),
    ...achievementOffers(facts, place, style),
    ...fieldOffers(place, style, text),
    ...sectionOffers(facts, style),
  ];
  if (marks === '') return offers;
  return offers.filter(({ snippet }) => continues(marks, snippet));
};

/** Whether a snippet is of the kind that the marks typed so far begin. */
const continues = (marks: string, snippet: string): boolean => {
  const depth = /^#+/.exec(marks)?.[0].length;
  if (depth === undefined) {
    const isItem = marks !== '*' && marks !== '**';
    return isItem ? /^[-*+][ \t]/.test(snippet) : snippet.startsWith('**') || snippet.startsWith('* ');
  }
  const offered = /^#*/.exec(snippet)?.[0].length ?? 0;
  return marks.length > depth ? offered === depth : offered >= depth;
};

const titleOffers = ({ sections }: PlanFacts, uri: string, text: string): readonly Offer[] => {
  const name = planNameOf(nameOf(uri));
  const hasTitle = sections.some(({ depth, title }) => depth === 1 && title !== '');
  if (name === undefined || hasTitle || text.trim().length > 40) return [];
  return [
    {
      label: `# PLAN: ${name}`,
      detail: 'title',
      kind: CompletionItemKind.Module,
      snippet: `# PLAN: ${escapeSnippet(name)}\n`,
      filter: `PLAN: ${name}`,
      sort: sortKey(0, 1),
    },
  ];
};

const isField = ({ kind }: Offer): boolean => kind === CompletionItemKind.Field;

/** With a blank line to what stands above and below. */
const apart = (snippet: string, text: string, { start, end }: PlanPlace['line']): string => {
  const isBelowText = start > 0 && !/(?:^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start));
  const isAboveText = /^\r?\n[ \t]*\S/.test(text.slice(end, end + 200));
  return `${isBelowText ? '\n' : ''}${snippet.replace(/\n$/, '')}${isAboveText ? '\n' : ''}`;
};
