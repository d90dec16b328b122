import { denialIn } from '../document/stated/denial';
import { elementsIn, idsBetween } from '../document/stated/idList';
import { GUARDED_ID, ID_JOIN, isElsewhere } from '../document/stated/unknownReferences';
import type { AchievementId } from '../model/ids';
import { type Span, span } from '../model/text';
import { candidate, type ProposalContext, type ProposalSource, quoted } from './context';
import { isAsked, sentenceAround } from './relation';

/** Whole sentences with both ends: `2.1 needs 1.3`, `Achievements 2.1 and 2.2 depend on Achievement 1.1`. */
export interface TwoEnded {
  readonly dependents: readonly AchievementId[];
  readonly dependencies: readonly AchievementId[];
  readonly span: Span;
}

const LIST = `(?:Achievements?[ \\t]+)?(?:\\*\\*)?(${GUARDED_ID}(?:${ID_JOIN}(?:Achievement[ \\t]+)?${GUARDED_ID})*)(?:\\*\\*)?`;
const REMARK = '(?:[ \\t]*\\([^()\\n]{0,120}\\))?';
const MAY =
  '(?:(?:can|may|must|should|will|only|directly|also|both|all|come|comes|start|starts|run|runs|be)[ \\t]+){0,4}';
const NEEDS =
  'needs?|requires?|depends?[ \\t]+(?:up)?on|builds?[ \\t]+(?:up)?on|relies[ \\t]+on|uses?|waits?[ \\t]+for|(?:is|are)[ \\t]+blocked[ \\t]+by|after|follows?|extends?';
const SERVES =
  'before|blocks?|unblocks?|enables?|feeds(?:[ \\t]+into)?|precedes?|is[ \\t]+(?:needed|required)[ \\t]+(?:by|for)|is[ \\t]+a[ \\t]+prerequisite[ \\t]+(?:for|of)';
const LISTED = new RegExp(`(?<![\\w.])${LIST}`, 'giu');
/** What stands between both ends; looked for only where a list ends, so that no list is read twice. */
const SAYS = new RegExp(`${REMARK}[ \\t]+${MAY}(?:(${NEEDS})|(?:${SERVES}))[ \\t]+(?:both[ \\t]+)?`, 'iuy');

/** `Whether 2.1 needs 1.1`, `neither 2.1 nor 2.2 needs 1.1` */
const LEAVES_OPEN =
  /\b(?:whether|if|unless|suppose|assuming|does|do|neither|nor)[ \t]+(?:[\w.]+[ \t]+){0,4}$/i;

/** Every such sentence outside code, comments, and sections about other plans or other times; in text order. */
export const twoEndedIn = ({ document, scan, order, facts }: ProposalContext): readonly TwoEnded[] => {
  const elsewhere = facts.sections.filter(isElsewhere).map((section) => section.span);
  const all = [...order.keys()];
  const idsIn = (list: string): readonly AchievementId[] =>
    elementsIn(list, 0)
      .flatMap(({ from, to }) => (to === undefined ? [from] : idsBetween(from, to, all)))
      .filter((id) => order.has(id));
  return sentencesIn(document.text).flatMap(({ first, second, isNeed, span: place }) => {
    if (scan.kinds[scan.index.lineAt(place.start)] === 'hidden') return [];
    if (elsewhere.some(({ start, end }) => start <= place.start && place.start < end)) return [];
    const [before] = sentenceAround(document.text, place.start, place.end);
    const isOpen = LEAVES_OPEN.test(before) || denialIn(before) === 'denied';
    if (isOpen || isAsked(document.text, place.end)) return [];
    const [one, other] = [idsIn(first), idsIn(second)];
    const [dependents, dependencies] = isNeed ? [one, other] : [other, one];
    return [{ dependents, dependencies, span: place }];
  });
};

interface Sentence {
  /** Ids as they are written. */
  readonly first: string;
  readonly second: string;
  /** The first needs the second; else it serves it. */
  readonly isNeed: boolean;
  readonly span: Span;
}

/** No list is the end of one sentence and the start of the next. */
const sentencesIn = (text: string): readonly Sentence[] => {
  const lists = [...text.matchAll(LISTED)];
  const found: Sentence[] = [];
  for (let at = 1; at < lists.length; at++) {
    const [one, other] = [lists[at - 1], lists[at]];
    if (!one?.[1] || !other?.[1]) continue;
    SAYS.lastIndex = one.index + one[0].length;
    const said = SAYS.exec(text);
    if (!said || SAYS.lastIndex !== other.index) continue;
    const place = span(one.index, other.index + other[0].length);
    found.push({ first: one[1], second: other[1], isNeed: said[1] !== undefined, span: place });
    at++;
  }
  return found;
};

/** What such a sentence says, wherever in the PLAN it stands: likely. */
export const fromStatements: ProposalSource = function* (context) {
  for (const { dependents, dependencies, span: place } of twoEndedIn(context)) {
    const evidence = quoted('statement', context.document, place);
    for (const dependent of dependents) {
      for (const dependency of dependencies) {
        yield* candidate(context, [dependent, dependency], 'likely', evidence);
      }
    }
  }
};
