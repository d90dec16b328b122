import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ParallelFacts } from '../../engine/facts/parallelFacts';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { type Effort, hundredths } from '../../engine/model/effort';
import { indentationOf } from '../../engine/model/text';
import { effortWords } from '../../engine/words/hours';
import { printable } from '../../engine/words/printable';
import { type Offer, sortKey } from './item';
import type { JsonPlace } from './jsonPlace';
import { placeKind } from './parallelPlace';
import { escapeSnippet, placeholder } from './snippet';

/** As many as a person looks at; the next ones come once these are listed. */
const MOST_OFFERED = 30;

/**
 * Whole achievements that the PLAN defines and the file does not list, the next one first: as elements of the list,
 * or as the content of an element that is still empty. They have the keys the first achievement of the file has.
 */
export const missingOffers = (
  plan: AnalysedPlan,
  facts: ParallelFacts,
  place: JsonPlace,
  text: string,
  offset: number,
): readonly Offer[] => {
  const kind = placeKind(place);
  const isContent = place.isAlone && kind === 'achievements/*/';
  if (!isContent && kind !== 'achievements/*') return [];
  const layout = layoutAt(place, text, isContent);
  const style = styleOf(facts, text);
  return missingAfter(plan, facts, offset)
    .slice(0, MOST_OFFERED)
    .map((achievement, order) => {
      const name = `${achievement.id} ${printable(achievement.title)}`;
      return {
        label: name,
        detail: 'not listed yet',
        kind: CompletionItemKind.Snippet,
        snippet: layout(entriesOf(plan, achievement, style)),
        filter: `"${name}`,
        sort: sortKey(0, order),
      };
    });
};

/** In the order of the PLAN, from what follows the achievement listed before `offset`. */
const missingAfter = (
  { achievements }: AnalysedPlan,
  facts: ParallelFacts,
  offset: number,
): readonly AnalysedAchievement[] => {
  const listed = new Set(facts.achievements.map(({ id }) => id));
  const before = facts.achievements.findLast(({ span }) => span.end <= offset)?.id;
  const from = achievements.findIndex(({ id }) => id === before) + 1;
  return [...achievements.slice(from), ...achievements.slice(0, from)].filter(({ id }) => !listed.has(id));
};

interface Style {
  readonly idKey: 'achievement_id' | 'id';
  readonly hasStatus: boolean;
  readonly hasPriority: boolean;
  /** Hours are always texts. */
  readonly hoursAsText: boolean;
}

const styleOf = ({ achievements: [first], dialect }: ParallelFacts, text: string): Style => {
  const usual = dialect === 'levels' ? 'id' : 'achievement_id';
  const before = first ? text.slice(first.span.start, first.idSpan.start) : '';
  const key = /"(achievement_id|id)"\s*:\s*$/.exec(before)?.[1];
  return {
    idKey: key === 'id' || key === 'achievement_id' ? key : usual,
    hasStatus: !first || first.claimedStatus !== undefined,
    hasPriority: first?.priority !== undefined,
    hoursAsText: dialect === 'levels',
  };
};

type Entry = readonly [key: string, snippet: string];

const entriesOf = (plan: AnalysedPlan, achievement: AnalysedAchievement, style: Style): readonly Entry[] => {
  const { id, title, priority, effort, status } = achievement;
  const stated = plan.facts?.achievements.find((each) => each.id === id)?.dependencies ?? [];
  const dependencies = stated.map((each) => JSON.stringify(each.id)).join(', ');
  const entries: readonly (Entry | undefined)[] = [
    [style.idKey, literal(id)],
    ['title', literal(printable(title))],
    style.hasPriority && priority !== undefined ? ['priority', literal(numberOr(priority))] : undefined,
    ['dependencies', `[${placeholder(1, dependencies)}]`],
    style.hasStatus ? ['status', literal(status)] : undefined,
    effort ? ['estimated_hours', literal(hoursOf(effort, style.hoursAsText))] : undefined,
  ];
  return entries.filter((entry) => entry !== undefined);
};

const literal = (value: string | number): string => escapeSnippet(JSON.stringify(value));

const numberOr = (text: string): string | number => (/^\d{1,9}$/.test(text) ? Number(text) : text);

const hoursOf = (effort: Effort, asText: boolean): string | number =>
  effort.min === effort.max && !asText ? hundredths(effort.min) : effortWords(effort);

/** How an achievement is laid out here: on one line in a file of one line, else a line for each key. */
const layoutAt = (
  { replaced, isAlone }: JsonPlace,
  text: string,
  isContent: boolean,
): ((entries: readonly Entry[]) => string) => {
  if (!text.includes('\n')) {
    return (entries) => {
      const content = entries.map(([key, value]) => `"${key}": ${value}`).join(', ');
      return isContent ? content : `{ ${content} }`;
    };
  }
  const unit = indentationOf(text);
  const lineStart = text.lastIndexOf('\n', replaced.start - 1) + 1;
  const isFirstOnLine = text.slice(lineStart, replaced.start).trim() === '';
  const isEnclosed = isAlone && /[\]}]/.test(text.charAt(replaced.end));
  const gap = `\n${isAlone && !isFirstOnLine ? unit : ''}`;
  return (entries) => {
    const lines = entries.map(
      ([key, value], at) => `"${key}": ${value}${at < entries.length - 1 ? ',' : ''}`,
    );
    const block = isContent ? lines : ['{', ...lines.map((line) => unit + line), '}'];
    return isFirstOnLine ? block.join(gap) : `${gap}${block.join(gap)}${isEnclosed ? '\n' : ''}`;
  };
};
