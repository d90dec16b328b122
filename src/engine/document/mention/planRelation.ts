import type { Section } from '../../facts/planFacts';
import type { PlanRelation } from '../../facts/planSays';
import { closestWord, type SayingWords } from '../words/closestWord';

const WORDS: SayingWords<PlanRelation> = [
  [
    'hard',
    /\b(?:depend(?:s|ing|ent)?[ \t]+(?:up)?on|dependenc(?:y|ies)[ \t]+on|hard[ \t]+(?:dependency|prerequisite)|requir(?:es?|ing)|needs?|prerequisites?(?![ \t]+(?:for|of))|blocked[ \t]+(?:by|on)|wait(?:s|ing)?[ \t]+(?:for|on)|awaits?|awaiting|(?:cannot|can[’']t|must[ \t]+not|not)[ \t]+(?:start|begin|run|continue|proceed)[ \t]+(?:until|before|without))\b/gi,
  ],
  ['order', /\b(?:buil(?:ds?|ding|t)[ \t]+(?:up)?on|after|once|until|follows|upstream|sequential)\b/gi],
  [
    'soft',
    /\b(?:soft(?:ly)?[ \t]+(?:dependency|depend(?:s|ing|ent)?|prerequisite)(?:[ \t]+on)?|benefits[ \t]+from|optional(?:ly)?|prefers|(?:data|code)[ \t]+dependency(?:[ \t]+on)?)\b/gi,
  ],
  [
    'blocks',
    /\b(?:blocks?|blocking|unblock(?:s|ing)?|prerequisites?[ \t]+(?:for|of)|(?:needed|required)[ \t]+(?:by|for|in))\b/gi,
  ],
  ['precedes', /\b(?:before|enabl(?:es?|ing)|precedes|downstream)\b/gi],
  ['informs', /\b(?:informs?|decision[ \t]+context)\b/gi],
  [
    'related',
    /\b(?:see|cf|like|similar[ \t]+to|compare|independent(?:ly)?[ \t]+(?:of|from)|in[ \t]+parallel|parallel|complementary|alongside|unlike|instead[ \t]+of|rather[ \t]+than|informed[ \t]+by|coordinat(?:es|ed)[ \t]+(?:with|by)|part[ \t]+of|related|supersed\w+|replac\w+|moved|merged|copied|archived)\b/gi,
  ],
];

/** Of what follows the name, in the same sentence or row of a table. */
const SAID_AFTER: readonly (readonly [relation: PlanRelation, words: RegExp])[] = [
  [
    'blocks',
    /^[^\n]{0,60}?\b(?:depends?[ \t]+(?:up)?on|requires?|needs?|waits?[ \t]+for|builds?[ \t]+(?:up)?on|is[ \t]+blocked[ \t]+by)[ \t]+(?:this|it|our)\b/i,
  ],
  [
    'hard',
    /^[^\n]{0,60}?\b(?:(?:must|has[ \t]+to|have[ \t]+to|needs?[ \t]+to)[ \t]+(?:be[ \t]+)?(?:come|run|finish(?:ed)?|complete[d]?|done|ready|approved)\b|is[ \t]+(?:a[ \t]+)?(?:prerequisite(?!s?[ \t]+(?:for|of)[ \t]+(?!this|it|our))|needed[ \t]+first|required[ \t]+first)\b|blocks[ \t]+(?:this|it|our)\b)/i,
  ],
  // a remark right behind the name: `PLAN_X: hard dependency`, `PLAN_X (soft)`
  ['soft', /^[^\p{L}\n]{0,12}(?:soft|optional|(?:data|code)[ \t]+dependency)\b/iu],
  ['hard', /^[^\p{L}\n]{0,12}hard\b/iu],
  ['order', /^[^\p{L}\n]{0,12}(?:sequential|upstream)\b/iu],
  ['informs', /^[^\p{L}\n]{0,12}(?:informs|decision[ \t]+context)\b/iu],
  ['related', /^[^\p{L}\n]{0,12}(?:parallel|complementary|meta|similar|example|reference|context)\b/iu],
];

/** What a sentence says of a plan in front of its name: the closest word decides. */
export const relationBefore = (before: string): PlanRelation | undefined =>
  closestWord(before, WORDS, 'related');

/** What a sentence says of a plan behind its name. */
export const relationAfter = (after: string): PlanRelation | undefined =>
  SAID_AFTER.find(([, words]) => words.test(after))?.[0];

/** The whole of a cell or of a value that names the kind of a relation: `Hard`, `Depends on`, `Decision Context`. */
const KINDS: readonly (readonly [relation: PlanRelation, words: RegExp])[] = [
  ['soft', /^\W{0,8}(?:soft|optional|data|code)\b/i],
  ['hard', /^\W{0,8}(?:hard|must[ \t]+(?:be[ \t]+)?(?:complete|finish|come|land))/i],
  ['order', /^\W{0,8}(?:sequential|upstream|follows)\b/i],
  ['precedes', /^\W{0,8}(?:downstream|enables|precedes)\b/i],
  ['informs', /^\W{0,8}(?:(?:will[ \t]+)?informs?|decision[ \t]+context)\b/i],
  ['related', /^\W{0,8}(?:parallel|complementary|meta|context|reference|fixes|foundation|none|n\/a)\b/i],
];

/** What a value says that is nothing but the kind of a relation; undefined where it says none. */
export const relationOfKind = (value: string): PlanRelation | undefined =>
  KINDS.find(([, words]) => words.test(value))?.[0] ?? relationBefore(value);

const NEEDED: ReadonlySet<PlanRelation> = new Set(['hard', 'order', 'soft']);

/** Says that nobody has to wait, whatever else the line says: `can start now`, `may run in parallel`. */
const NO_WAIT =
  /\b(?:optional|soft|nice[ \t]to[ \t]have|non-blocking|not[ \t](?:blocking|a[ \t]blocker)|(?:can|may|could)[ \t](?:also[ \t])?(?:start|begin|run|proceed|resume)\b(?![ \t](?:only|after|once|when)))/i;

/** `hard` as far as the text around it does not say that nothing waits. */
export const unlessFree = (relation: PlanRelation, around: string): PlanRelation =>
  relation === 'hard' && NO_WAIT.test(around) && !/\bhard[ \t]+(?:dependency|prerequisite)\b/i.test(around)
    ? 'soft'
    : relation;

/**
 * What the kind and the relationship of a row or block say together: the relationship which one comes first, the kind
 * how surely. `Type: Soft` with `Depends on` is soft, `Type: Hard` with `Blocks` blocks.
 */
export const relationOfBoth = (
  kind: PlanRelation | undefined,
  relationship: PlanRelation | undefined,
): PlanRelation | undefined => {
  if (kind === undefined || relationship === undefined) return relationship ?? kind;
  if (NEEDED.has(relationship)) return NEEDED.has(kind) ? kind : relationship;
  return relationship;
};

const QUALITY = '(?:(?:plan|plan[ -]level|external|internal|upstream|downstream|cross-plan|other)[ \\t]+)*';
const TITLES: readonly (readonly [relation: PlanRelation, title: RegExp])[] = [
  [
    'hard',
    new RegExp(
      `^${QUALITY}(?:dependenc(?:y|ies)|prerequisites?|depends[ \\t]+on|requires|blocked[ \\t]+by)(?:[ \\t]*(?:on|and|&|/|\\()[^\\n]*|:)?$`,
      'i',
    ),
  ],
  ['blocks', /^(?:blocks|blocking|required[ \t]+by|needed[ \t]+by|prerequisite[ \t]+(?:for|of))\b/i],
  ['informs', /^(?:will[ \t]+)?informs?\b/i],
  ['related', /\b(?:related|see[ \t]+also|references|sibling|parent)\b/i],
];

/** What the heading of a section says of every plan that its lines name. */
export const sectionRelationOf = ({ title }: Pick<Section, 'title'>): PlanRelation | undefined =>
  TITLES.find(([, words]) => words.test(title))?.[0];
