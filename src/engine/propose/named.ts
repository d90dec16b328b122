import { withoutHiddenParts } from '../document/markdown/hiddenParts';
import { elementsIn, idsBetween } from '../document/stated/idList';
import { GUARDED_ID, ID_JOIN } from '../document/stated/unknownReferences';
import { type DocumentText, elementsInText } from '../mention/mentions';
import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import type { Span } from '../model/text';
import type { ProposalContext } from './context';

/** Ids of the plan that running text names at one place: one, or those of a range. */
export interface NamedIds {
  readonly ids: readonly AchievementId[];
  readonly span: Span;
}

const LIST = `${GUARDED_ID}(?:${ID_JOIN}${GUARDED_ID})*`;
/** Ids without the word in front are taken for ids where a sentence says what they are for. */
const BARE = new RegExp(
  `\\b(?:after|once|requires?|needs?|depends?[ \\t]+on|builds?[ \\t]+on|based[ \\t]+on|blocked[ \\t]+by|waits?[ \\t]+for|before|unblocks|blocks|enables|prerequisite[ \\t]+for|needed[ \\t]+(?:by|for))[ \\t]+(?:both[ \\t]+)?(?:\\*\\*)?(${LIST})`,
  'giu',
);
const LISTED = new RegExp(`(?<![\\w.])${LIST}`, 'giu');
/** What follows such a list; looked for only where one ends, so that no list is read twice. */
const IS_DONE =
  /(?:\*\*)?[ \t]+(?:is|are|has[ \t]+been|have[ \t]+been|must[ \t]+be)[ \t]+(?:all[ \t]+)?(?:complete|done|finished|approved|in[ \t]+place)/iuy;

/**
 * Where a document names achievements of the plan, in text order, each place once. Code, comments, tags and link
 * targets are passed over, and so is a line that names another plan.
 */
export const namedIn = (
  { plan, order, scan }: Pick<ProposalContext, 'plan' | 'order' | 'scan'>,
  { text }: DocumentText,
): readonly NamedIds[] => {
  const all = [...order.keys()];
  const bare = [...text.matchAll(BARE)].flatMap((match) => {
    const list = match[1] ?? '';
    return elementsIn(list, match.index + match[0].length - list.length);
  });
  const done = [...text.matchAll(LISTED)].flatMap(({ 0: list, index }) => {
    IS_DONE.lastIndex = index + list.length;
    return IS_DONE.test(text) ? elementsIn(list, index) : [];
  });
  const byStart = new Map(
    [...elementsInText(plan, text), ...bare, ...done].map((each) => [each.span.start, each]),
  );
  const isPlain = plainPlaces(plan, scan);
  return [...byStart.values()]
    .filter(({ from, to, span }) => order.has(from) && (!to || order.has(to)) && isPlain(span.start))
    .sort((one, other) => one.span.start - other.span.start)
    .map(({ from, to, span }) => ({ ids: to === undefined ? [from] : idsBetween(from, to, all), span }));
};

const PLAN_NAMED = /\bPLAN_([A-Za-z0-9][\w-]*)/g;

/** Looks at each line once, for ids in one line follow each other. */
const plainPlaces = ({ name }: AnalysedPlan, scan: ProposalContext['scan']) => {
  let known: { readonly line: number; readonly plain: string } = { line: -1, plain: '' };
  return (offset: number): boolean => {
    const line = scan.index.lineAt(offset);
    if (known.line !== line) known = { line, plain: plainLine(scan, line, name) };
    const column = offset - scan.index.startOf(line);
    return column < known.plain.length && known.plain[column] !== ' ';
  };
};

const plainLine = (scan: ProposalContext['scan'], line: number, planName: string): string => {
  const text = scan.kinds[line] === 'hidden' ? '' : scan.textOf(line);
  const isOther = [...text.matchAll(PLAN_NAMED)].some(([, other]) => other !== planName);
  return isOther ? '' : withoutHiddenParts(text);
};
