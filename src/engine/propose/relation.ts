import { denialIn } from '../document/stated/denial';
import { closestWord, type SayingWords } from '../document/words/closestWord';
import type { AchievementId } from '../model/ids';

/** What a sentence in the text of an achievement says of another one that it names. */
export type Relation =
  /** It must be there first. */
  | 'needs'
  /** It comes later. */
  | 'serves'
  /** Neither waits for the other. */
  | 'apart';

const MADE =
  'defined|created|built|introduced|produced|implemented|written|provided|delivered|established|added|made|fixed|designed|described|collected|prepared|chosen|agreed';
const DONE = 'complete|completed|done|finished|approved|ready|in place|merged|available|delivered';

const WORDS: SayingWords<Relation> = [
  [
    'needs',
    new RegExp(
      `\\b(?:after|requir(?:es?|ing)|needs?|depend(?:s|ing|ent)?[ \\t]+(?:up)?on|rel(?:y|ies|ying)[ \\t]+on|buil(?:ds?|ding|t)[ \\t]+(?:up)?on|on[ \\t]+top[ \\t]+of|based[ \\t]+on|once|until|us(?:es?|ing)|from|extend(?:s|ing)?|follow(?:s|ing)|wait(?:s|ing)?[ \\t]+for|blocked[ \\t]+by|given|consum(?:es?|ing)|prerequisites?(?![ \\t]+(?:for|of))|(?:results?|outputs?|deliverables?)[ \\t]+of|(?:${MADE})[ \\t]+(?:in|by|during|with))\\b`,
      'gi',
    ),
  ],
  [
    'serves',
    /\b(?:before|prerequisites?[ \t]+(?:for|of)|(?:needed|required|used|consumed)[ \t]+(?:by|for|in)|enabl(?:es?|ing)|unblock(?:s|ing)?|block(?:s|ing)?|feeds(?:[ \t]+into)?|inputs?[ \t]+(?:for|to|of)|followed[ \t]+by|prepar(?:es?|ing)[ \t]+(?:the[ \t]+way[ \t]+)?for|(?:foundation|basis|groundwork)[ \t]+(?:for|of)|precedes|preceding)\b/gi,
  ],
  [
    'apart',
    /\b(?:independent(?:ly)?[ \t]+(?:of|from)|parallel[ \t]+(?:with|to)|alongside|at[ \t]+the[ \t]+same[ \t]+time|separate[ \t]+from|unlike|instead[ \t]+of|rather[ \t]+than|unrelated[ \t]+to)\b/gi,
  ],
];

const SAID_AFTER: readonly (readonly [relation: Relation, words: RegExp])[] = [
  ['apart', /^[^;\n]{0,40}?\b(?:is|are|runs?)[ \t]+(?:independent|unrelated|in[ \t]+parallel)/i],
  [
    'needs',
    new RegExp(
      `^(?:['’]s[ \\t]+(?:outputs?|results?|deliverables?)|[^;\\n]{0,40}?\\b(?:is|are|has[ \\t]+been|have[ \\t]+been|must[ \\t]+be)[ \\t]+(?:all[ \\t]+)?(?:${DONE})|[^;\\n]{0,40}?\\bmust[ \\t]+(?:come|run|finish|be[ \\t]+done)[ \\t]+first)\\b`,
      'i',
    ),
  ],
  [
    'serves',
    /^(?:\*\*)?[ \t]+(?:will[ \t]+)?(?:needs?|requires?|depends?[ \t]+on|builds?[ \t]+on|uses?|consumes?|waits?[ \t]+for)[ \t]+(?:this|it|these|its|our|the)\b/i,
  ],
];

/**
 * What is said of an id by its own sentence: the word that stands closest in front of it decides, else what follows.
 * Undefined where it is only mentioned. Both texts are cut to the sentence and short.
 */
export const relationOf = (before: string, after: string): Relation | undefined => {
  const denial = denialIn(before);
  if (denial !== undefined) return denial === 'denied' ? 'apart' : 'needs';
  return closestWord(before, WORDS, 'apart') ?? SAID_AFTER.find(([, words]) => words.test(after))?.[0];
};

/** The edge between an achievement and another one that its text speaks of: dependent, dependency. */
export const inRelation = (
  relation: 'needs' | 'serves',
  own: AchievementId,
  other: AchievementId,
): readonly [AchievementId, AchievementId] => (relation === 'needs' ? [own, other] : [other, own]);

/** So much of a sentence is looked at on each side of an id. */
const REACH = 160;
const SENTENCE_END = /[.!?;](?=\s)|\n[ \t]*\r?\n|\n[ \t]*(?:[-*+]|\d+[.)]|#{1,6}|\|)[ \t]/g;

/** The sentence around a place, in front of it and behind it, line breaks as blanks. */
export const sentenceAround = (
  text: string,
  start: number,
  end: number,
): readonly [before: string, after: string] => {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const lastEnd = [...before.matchAll(SENTENCE_END)].at(-1);
  const nextEnd = after.search(SENTENCE_END);
  return [
    oneLine(lastEnd ? before.slice(lastEnd.index + lastEnd[0].length) : before),
    oneLine(nextEnd === -1 ? after : after.slice(0, nextEnd)),
  ];
};

/** Whether the sentence behind a place ends as a question. */
export const isAsked = (text: string, end: number): boolean =>
  /^[^.!?;\n]*\?/.test(text.slice(end, end + REACH));

const oneLine = (text: string): string => text.replace(/(?<![ \t])[ \t]*\r?\n[ \t]*/g, ' ');
