/** What the words around ids in a dependency field make of them. */
export type Verdict =
  /** They are stated. */
  | 'stated'
  /** They are stated not to be: `independent of 1.1`. */
  | 'denied'
  /** They are taken out of what was just stated: `all previous except 1.1`. */
  | 'except'
  /** Nobody can tell: `maybe 1.1`, `see 1.1`, `needed by 1.1` where dependencies are stated. */
  | 'unclear'
  /** They are another plan's: `PLAN_SHOP 1.1`, `1.1 of PLAN_SHOP`. */
  | 'elsewhere'
  /** They are only mentioned: `the storage of 1.1`, `Python 3.11`. */
  | 'mentioned';

/** Which way a field points. */
export type FieldDirection = 'dependencies' | 'blocks';

/** Words that lead to an id and change nothing of what the field says. */
const NEUTRAL = new Set(
  (
    'a an the this that it both each every on upon of by from to is are be was were has have been must should shall ' +
    'will can could may only also first hard direct directly internal strict strictly all ' +
    'require requires required requiring need needs needed depend depends dependent depending after once when until ' +
    'blocked waits wait waiting follow follows following build builds built building based top rely relies use uses ' +
    'using start starts started begin begins run runs come comes completion complete completed finish finished done ' +
    'approval approved merge merged delivery delivered output outputs result results deliverable deliverables work ' +
    'subplan subplans achievement achievements ach achv task tasks item items step steps story stories ticket ' +
    'tickets prerequisite prerequisites prereq prereqs dependency dependencies predecessor predecessors id ids ' +
    'namely at least minimum plus and or then as well together with ready previous prior before between through ' +
    'thru und oder sowie nach et y e'
  ).split(' '),
);

/** Words that name an achievement right behind them. */
const NAMING = new Set(
  'achievement achievements ach achv task tasks item items step steps story stories ticket tickets subplan subplans id ids'.split(
    ' ',
  ),
);

const COUNTED = new Set('phase stage level tier milestone group wave sprint number no nr'.split(' '));

const EXCEPT = /\b(?:except|excepting|excluding|but not|apart from|other than|save for|minus)\b/;
const PLAN_LAST = /(?:^| )plan_\S+(?: achievements?)?$/;
const NOT_ONLY = /\bnot (?:only|just)\b/g;
const NOT_BEFORE =
  /(?:\b(?:not|never|cannot|nothing|no \w+)\b|n['’]t\b|\bcant\b)[^\n]{0,60}?\b(?:before|until|till|without|unless|prior to)\b/;
const NOTHING_BUT = /\b(?:nothing|none|no \w+) (?:but|besides|beyond|other than|else than|except)\b/;
const FREE_AFTER = /\b(?:no \w+|nothing|none) (?:after|once|from)\b/;
/** Side by side, but from then on: `can run in parallel once 1.1 is done`. */
const PARALLEL_AFTER =
  /\b(?:parallel|concurrently|simultaneously|independently)\b.{0,60}\b(?:after|once|until|when|as soon as)\b/;
const DENIES =
  /\b(?:not|never|no|none|nothing|without|neither|nor|cannot|independent|independently|unrelated|instead|unlike|parallel|parallelizable|concurrently|alongside|simultaneously|separate|separately|regardless|irrespective|same time|rather than|free (?:of|from)|decoupled|detached|unaffected|doesnt|dont|isnt)\b|n['’]t\b|^(?:removed|dropped|cancell?ed|obsolete)\b/;
const FREE = new RegExp(
  `${DENIES.source}|\\b(?:standalone|self-contained)\\b|\\bcan (?:start|begin|run|be (?:started|done)) (?:immediately|now|at once|any ?time|at any time|right away|first|straight away)\\b`,
);
const DOUBTS =
  /\b(?:formerly|originally|used to|previously (?:depended|needed|required|waited|blocked)|maybe|perhaps|possibly|probably|potentially|likely|might|optionally|ideally|either|see|cf|compare|like|e\.g|for example|similar|same as|if|whether|unless)\b/;
const SERVES =
  /\b(?:before|(?:needed|required|used|consumed) (?:by|for|in)|prerequisites? (?:for|of)|enabl(?:e|es|ing)|unblock(?:s|ing)?|block(?:s|ing)?|feeds?|inputs? (?:for|to)|followed by|precedes?|preceding)\b/;
const NEEDS =
  /\b(?:after|depend(?:s|ing|ent)? (?:up)?on|requir(?:e|es|ing)|needs?|blocked by|waits? for|waiting for|relies on|builds? on|based on|uses?)\b/;

const SERVES_EACH = new RegExp(SERVES, 'g');
const NEEDS_EACH = new RegExp(NEEDS, 'g');

/** Words between an id and what denies it. */
const LEADS = /^\W*(?:(?:it|which|that|is|are|was|were|does|do|did|will)\b[^\w'’]*){0,3}/;
const NOT = "(?:not|never|(?:is|are|was|were|does|do|did|wo)?n['’]t)";
/** Behind an id: it is not needed, or not any more. */
const DENIED_BEHIND = new RegExp(
  `^(?:${NOT} (?:strictly |really |actually |be )?(?:a |an )?(?:hard |strict )?(?:needed|required|necessary|mandatory|` +
    'essential|relevant|blocking|block|blocks|blocker|dependency|prerequisite|requirement|applicable|apply|matter|count|' +
    `any ?more|longer|have to|need to)\\b|${NOT}$|needs? not be\\b|needn['’]t be\\b|no longer\\b|dropped\\b|` +
    'cancell?ed\\b|independent\\b|unrelated\\b|(?:runs? )?in parallel\\b)',
);
const NOT_NEEDED = /\bnot (?:strictly |really )?(?:needed|required|necessary|blocking|mandatory)\b/;
/** Behind an id: it comes when this is done, and is no dependency: `Then Achievement 1.2 can start`. */
const STARTS_BEHIND =
  /^(?:can|may|could|will) (?:then |now |finally )?(?:start|begin|proceed|continue|follow|be (?:started|begun))\b/;
/** Behind an id: something is not as it should be, and nobody can tell what that changes. */
const DOUBTED_BEHIND = new RegExp(
  `^${NOT} (?!yet|complete|completed|done|started|finished|approved|ready|merged|reviewed|available|only|before|until|` +
    'exist|implemented|begun|created|delivered|written|tested)',
);
/** Behind an id: there is none any more. */
const GONE_BEHIND =
  /^\W*(?:is|are|was|were|has been) (?:\w+ly )?(?:removed|deleted|dropped|superseded|obsolete|replaced)\b/;
const OF_PLAN = /^\W*(?:(?:of|in|from) (?:the )?(?:plan )?)?plan_/;
/** Behind ids that the words in front deny: the other way round after all. */
const NEEDED_BEHIND = /\b(?:must|has to|have to|needed|required|first)\b/;

/** What words in front of ids, in lower case, make of them. */
export const verdictOf = (words: readonly string[], direction: FieldDirection): Verdict => {
  if (words.length === 0) return 'stated';
  const said = words.join(' ').replace(NOT_ONLY, 'only');
  if (PLAN_LAST.test(said)) return 'elsewhere';
  if (NOTHING_BUT.test(said)) return 'stated';
  if (EXCEPT.test(said)) return 'except';
  if (NOT_BEFORE.test(said)) return direction === 'dependencies' ? 'stated' : 'unclear';
  if (FREE_AFTER.test(said)) return 'unclear';
  if (PARALLEL_AFTER.test(said)) return direction === 'dependencies' ? 'stated' : 'unclear';
  if (DENIES.test(said)) return 'denied';
  if (DOUBTS.test(said)) return 'unclear';
  if (isContrary(said, direction)) return 'unclear';
  return NAMING.has(words.at(-1) ?? '') || leadsOn(said, direction) ? 'stated' : 'mentioned';
};

/** Whether all words, or all behind the last one that says what the field says, change nothing. */
const leadsOn = (said: string, direction: FieldDirection): boolean => {
  const saying = [...said.matchAll(direction === 'dependencies' ? NEEDS_EACH : SERVES_EACH)].at(-1);
  const rest = saying ? said.slice(saying.index + saying[0].length) : said;
  return rest.split(' ').every((word) => word === '' || isNeutral(word, direction));
};

/** Whether words of which none names an achievement say that nothing is needed: `can start at once`. */
export const isDenial = (words: readonly string[]): boolean => FREE.test(words.join(' '));

/** Whether words deny that anything can be done without what follows: `cannot start before`. */
export const deniesTwice = (words: readonly string[]): boolean => NOT_BEFORE.test(words.join(' '));

/** Whether a word names achievements by the ids behind it. */
export const isNaming = (word: string): boolean => NAMING.has(word);

/** Whether a whole number may be meant as an id behind this word. */
export const leadsToNumber = (word: string): boolean => NEUTRAL.has(word) || COUNTED.has(word);

const isNeutral = (word: string, direction: FieldDirection): boolean =>
  NEUTRAL.has(word) || (direction === 'blocks' && SERVES.test(word));

const isContrary = (said: string, direction: FieldDirection): boolean => {
  const [contrary, fitting] = direction === 'dependencies' ? [SERVES, NEEDS] : [NEEDS, SERVES];
  return contrary.test(said) && !fitting.test(said);
};

/** What words behind ids change: `1.1 (not needed any more)`; a remark begins with its bracket. */
export const verdictWith = (
  verdict: Verdict,
  behind: readonly string[],
  direction: FieldDirection,
): Verdict => {
  const said = behind.join(' ');
  if (verdict !== 'denied' && OF_PLAN.test(said)) return 'elsewhere';
  const rest = said.replace(LEADS, '');
  if (verdict === 'stated' && (DENIED_BEHIND.test(rest) || NOT_NEEDED.test(said) || GONE_BEHIND.test(said)))
    return 'denied';
  if (verdict === 'stated' && direction === 'dependencies' && STARTS_BEHIND.test(said)) return 'denied';
  if (verdict === 'stated' && DOUBTED_BEHIND.test(rest)) return 'unclear';
  if (verdict === 'denied' && NEEDED_BEHIND.test(said)) return 'unclear';
  return verdict;
};
