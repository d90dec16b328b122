import type { Lifecycle } from '../../model/lifecycle';
import { furtherStateIn } from '../words/furtherWords';

/**
 * What a phrase begins with says what it means; the first that fits counts. Patterns here are of ASCII letters: those of
 * Unicode classes take a process that only looks milliseconds to compile.
 */
const PHRASES: readonly (readonly [phrase: RegExp, state: Lifecycle])[] = [
  [/^(?:not (?:yet )?(?:started|begun|scheduled|planned)|unstarted)(?![a-z\d])/, 'planning'],
  [
    /^(?:not (?:yet )?(?:fully )?(?:complete|completed|done|finished)|incomplete|unfinished)(?![a-z\d])/,
    'active',
  ],
  [/^(?:no longer (?:needed|relevant|pursued|wanted|maintained|active))(?![a-z\d])/, 'abandoned'],
  [/^(?:partially|partly|mostly|nearly|almost|largely|half)(?![a-z\d])/, 'active'],
  [/^(?:(?:phase|priority|milestone|iteration|sprint|step|wave|stage) \d+)(?![a-z\d])/, 'active'],
  [
    /^(?:superseded|superceded|replaced|obsolete|obsoleted|deprecated|outdated|merged into)(?![a-z\d])/,
    'superseded',
  ],
  [
    /^(?:abandoned|cancelled|canceled|dropped|discontinued|rejected|withdrawn|won'?t (?:do|fix)|scrapped|discarded|aborted|killed)(?![a-z\d])/,
    'abandoned',
  ],
  [/^(?:archived|in (?:the )?archive)(?![a-z\d])/, 'archived'],
  [
    /^(?:paused|on hold|on-hold|hold|suspended|halted|parked|frozen|stalled|postponed|interrupted|dormant|inactive|waiting)(?![a-z\d])/,
    'paused',
  ],
  [/^(?:backlog|backlogged|in (?:the )?backlog|deferred|someday|icebox|future|later)(?![a-z\d])/, 'backlog'],
  [
    /^(?:ready|planning|planned|draft|drafted|drafting|proposed|proposal|pending|to ?do|new|design|designing|idea|concept|scheduled|queued|preparing|in (?:planning|design|preparation)|under (?:planning|design))(?![a-z\d])/,
    'planning',
  ],
  [
    /^(?:implementation|execution|development|work) (?:is )?(?:complete|completed|done|finished)(?![a-z\d])/,
    'complete',
  ],
  [
    /^(?:complete|completed|done|finished|closed|implemented|shipped|delivered|released|merged|achieved)(?![a-z\d])/,
    'complete',
  ],
  [
    /^(?:active|in[ -]progress|wip|work in progress|working|ongoing|on-going|started|executing|execution|implementing|implementation|development|developing|in (?:work|implementation|execution|development|review|testing|flight)|under ?way|running|current|resumed|reopened|continuing|blocked|open)(?![a-z\d])/,
    'active',
  ],
];

/** Words that say nothing of the state itself. */
const LEADING =
  /^(?:(?:the|this|plan|is|was|has|been|currently|now|temporarily|fully|officially|successfully|still|back|marked|as) )+/;
const ALL = /^all (?:[a-z\d%]+ ){0,6}(?:complete|completed|done|finished|implemented|approved)(?![a-z\d])/;
/** `80 %`, `13/18`, `13 of 18`; no dates. */
const PERCENT = /(?<!\d)(\d{1,3}) ?% ?(?:complete|done|finished|$)/;
const SHARE = /(?<![\d/.-])(\d{1,3}) ?(?:\/|of) ?(\d{1,3})(?![\d/.-])/;
/** Headers are short; what is longer says more than a state. */
const MOST = 300;

/**
 * The state that the words behind `Status` in a header name; undefined where they name none, or several as a template
 * does. What stands in brackets is a remark, of a change (`Planning → Active`) the end counts, and a share that is not
 * the whole (`Complete: 13 of 18`) is work in progress.
 */
export const stateIn = (written: string): Lifecycle | undefined => {
  const words = plainWords(written);
  if (isTemplate(words)) return undefined;
  const last = words.split(/→|⇒|➜|➡|->|=>/).at(-1) ?? '';
  const said = withoutRemarks(last);
  const state = firstIn(said) ?? firstIn(last);
  return state === 'complete' ? (shareIn(last) ?? state) : state;
};

const firstIn = (words: string): Lifecycle | undefined => {
  for (const phrase of words.split(/ [-–—] |[–—:;,.!|()[\]]/)) {
    const state = phraseState(phrase);
    if (state) return state;
  }
  return undefined;
};

const phraseState = (phrase: string): Lifecycle | undefined => {
  const words = phrase
    .replace(/^[^A-Za-z\d]+/, '')
    .trim()
    .toLowerCase()
    .replace(/’/g, "'");
  const further = furtherStateIn(phrase.trim());
  if (further) return further.state;
  const bare = words.replace(LEADING, '');
  if (/^~? ?\d/.test(bare)) return shareIn(bare);
  if (ALL.test(bare)) return 'complete';
  return (PHRASES.find(([rule]) => rule.test(bare)) ?? PHRASES.find(([rule]) => rule.test(words)))?.[1];
};

/** What a share of the work says; undefined where there is none. */
const shareIn = (words: string): Lifecycle | undefined => {
  const lower = words.toLowerCase();
  const percent = PERCENT.exec(lower);
  const share = SHARE.exec(lower);
  const [part, all] = percent ? [Number(percent[1]), 100] : [Number(share?.[1]), Number(share?.[2])];
  if (Number.isNaN(part) || Number.isNaN(all) || all === 0) return undefined;
  if (part === all) return 'complete';
  return part === 0 ? 'planning' : 'active';
};

/** Marks that nobody sees, or that only make others bold. */
const INVISIBLE = /[*_`]|\u00ad|\ufe0f|\ufeff|[\u200b-\u200f\u202a-\u202e\u2060-\u2064]/g;

/** Without what is struck out and marks of Markdown; blanks are single. */
const plainWords = (written: string): string =>
  written
    .slice(0, MOST)
    .split('~~')
    .filter((_, at) => at % 2 === 0)
    .join(' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim();

/** `[Planning | In Progress | Complete]`, `Planning / Active / Complete`: a choice nobody has made. */
const isTemplate = (words: string): boolean =>
  /^[[{<].*[\]}>]$/.test(words) || words.split(/ ?[|/] ?/).filter((part) => firstIn(part)).length > 2;

const withoutRemarks = (words: string): string => words.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').trim();
