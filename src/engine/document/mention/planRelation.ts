import type { Section } from '../../facts/planFacts';
import type { PlanRelation } from '../../facts/planSays';
import { closestWord, type SayingWords } from '../words/closestWord';

const WORDS: SayingWords<PlanRelation> = [
  [
    'depends',
    /\b(?:depend(?:s|ing|ent)?[ \t]+(?:up)?on|dependenc(?:y|ies)[ \t]+on|requir(?:es?|ing)|needs?|prerequisites?(?![ \t]+(?:for|of))|blocked[ \t]+by|wait(?:s|ing)?[ \t]+(?:for|on)|buil(?:ds?|ding|t)[ \t]+(?:up)?on|after|once|until)\b/gi,
  ],
  [
    'blocks',
    /\b(?:blocks?|blocking|unblock(?:s|ing)?|prerequisites?[ \t]+(?:for|of)|(?:needed|required)[ \t]+(?:by|for|in)|before|enabl(?:es?|ing)|precedes)\b/gi,
  ],
  [
    'related',
    /\b(?:see|cf|like|similar[ \t]+to|compare|independent(?:ly)?[ \t]+(?:of|from)|in[ \t]+parallel|alongside|unlike|instead[ \t]+of|rather[ \t]+than|informs?|related|supersed\w+|replac\w+|moved|merged|copied|archived)\b/gi,
  ],
];

/** Of what follows the name, in the same sentence or row of a table. */
const SAID_AFTER: readonly (readonly [relation: PlanRelation, words: RegExp])[] = [
  [
    'blocks',
    /^[^\n]{0,60}?\b(?:depends?[ \t]+(?:up)?on|requires?|needs?|waits?[ \t]+for|builds?[ \t]+(?:up)?on|is[ \t]+blocked[ \t]+by)[ \t]+(?:this|it|our)\b/i,
  ],
  [
    'depends',
    /^[^\n]{0,60}?\b(?:(?:must|has[ \t]+to|have[ \t]+to|needs?[ \t]+to)[ \t]+(?:be[ \t]+)?(?:come|run|finish(?:ed)?|complete[d]?|done|ready|approved)\b|is[ \t]+(?:a[ \t]+)?(?:prerequisite(?!s?[ \t]+(?:for|of)[ \t]+(?!this|it|our))|needed[ \t]+first|required[ \t]+first)\b|blocks[ \t]+(?:this|it|our)\b)/i,
  ],
];

/** What a sentence says of a plan in front of its name: the closest word decides. */
export const relationBefore = (before: string): PlanRelation | undefined =>
  closestWord(before, WORDS, 'related');

/** What a sentence says of a plan behind its name. */
export const relationAfter = (after: string): PlanRelation | undefined =>
  SAID_AFTER.find(([, words]) => words.test(after))?.[0];

const QUALITY = '(?:(?:plan|plan[ -]level|external|internal|upstream|downstream|cross-plan|other)[ \\t]+)*';
const TITLES: readonly (readonly [relation: PlanRelation, title: RegExp])[] = [
  [
    'depends',
    new RegExp(
      `^${QUALITY}(?:dependenc(?:y|ies)|prerequisites?|depends[ \\t]+on|requires|blocked[ \\t]+by)(?:[ \\t]*(?:on|and|&|/|\\()[^\\n]*|:)?$`,
      'i',
    ),
  ],
  ['blocks', /^(?:blocks|blocking|required[ \t]+by|needed[ \t]+by|prerequisite[ \t]+(?:for|of))\b/i],
  ['related', /\b(?:related|see[ \t]+also|references|sibling|parent)\b/i],
];

/** What the heading of a section says of every plan that its lines name. */
export const sectionRelationOf = ({ title }: Pick<Section, 'title'>): PlanRelation | undefined =>
  TITLES.find(([, words]) => words.test(title))?.[0];
