/** A text that is hard on patterns, `size` characters long or a little more. */
export interface HostileText {
  readonly name: string;
  ofSize(size: number): string;
}

/** Something again and again, between what opens and what fails to end it. */
const repeated = (name: string, repeat: string, opening = '', end = ''): HostileText => ({
  name,
  ofSize: (size) => opening + repeat.repeat(Math.ceil(size / repeat.length)) + end,
});

const ids = (count: number, join: string): string =>
  Array.from({ length: count }, (_, at) => `${1 + (at % 9)}.${1 + (at % 90)}`).join(join);

/** Ids with something between them, and a tail that no list has. */
const list = (join: string, opening: string, tail: string): HostileText => ({
  name: `ids with ${JSON.stringify(join)} behind ${JSON.stringify(opening)}, then ${JSON.stringify(tail)}`,
  ofSize: (size) => opening + ids(Math.ceil(size / (4 + join.length)), join) + tail,
});

const JOINS = [
  ', ',
  ' , ',
  ',',
  ',  and ',
  ' and ',
  ' or ',
  ' & ',
  '/',
  ' to ',
  ' - ',
  '–',
  '; ',
  ' + ',
  ', or ',
];
const OPENINGS = [
  'Achievements ',
  'after ',
  '',
  '**Achievement ',
  'Achievement ',
  'PLAN_OTHER Achievements ',
];
const TAILS = ['', ' ! x', ' hours', ' of [PLAN_OTHER', ' is ', ' PLAN_', '**', ' x'];

const LISTS = JOINS.flatMap((join, at) => [
  list(join, OPENINGS[at % OPENINGS.length] ?? '', TAILS[at % TAILS.length] ?? ''),
  list(join, OPENINGS[(at + 1) % OPENINGS.length] ?? '', TAILS[(at + 3) % TAILS.length] ?? ''),
]);

const RUNS = [
  ' ',
  '\t',
  '*',
  '**',
  '#',
  '-',
  '_',
  '`',
  '~',
  '|',
  ':',
  ',',
  '.',
  '(',
  ')',
  '[',
  ']',
  '<',
  '>',
  '!',
]
  .concat(['\u00a0', '\u200d', '✅', '⏱️', '–', '"', '\\', '{', '%', '=', '+', '/', '&'])
  .flatMap((mark) => [repeated(`a run of ${JSON.stringify(mark)}`, mark, 'x', 'x')]);

const UNCLOSED = [
  repeated('comments that are never closed', '<!-- ', 'a '),
  repeated('comments with an end that fails', '<!-- -- > '),
  repeated('code spans of all lengths', '` `` ``` ', 'a '),
  repeated('links that are never closed', '[a](', 'see '),
  repeated('brackets', '[a ', 'x '),
  repeated('nested brackets', '[(', 'x '),
  repeated('brackets that fail', '(1.1 ', 'x ', '!'),
  repeated('tags that are never closed', '<a ', 'x '),
  repeated('struck out halves', '~~a~ ', 'x '),
  repeated('nested bold', '**a *b ', 'x '),
  repeated('open quotes', '“a "b ', 'x '),
];

const WORDS = [
  repeated('a long word', 'abcdefgh'),
  repeated('a word of capitals', 'ABC_'),
  repeated('digits', '1', 'x '),
  repeated('digits with dots', '1.', 'x '),
  repeated('digits with dashes', '1-', 'x '),
  repeated('an id that never ends', '1.1', 'Achievement ', 'x'),
  repeated('an amount that never ends', '1.5 hours ', '', 'x'),
  repeated('figures', '1 h ', '~', '?'),
  repeated('ranges of hours', '2-3 ', '', 'hour'),
  repeated('times', '1:30 ', '', 'x'),
  repeated('plans', 'PLAN_A '),
  repeated('plans and ids', 'PLAN_OTHER Achievement 1.1, '),
  repeated('ids of plans', 'Achievement 1.1 of '),
  repeated('paths', 'a/PLAN_B/', '](', ' x'),
  repeated('names of files', 'SUBPLAN_X_'),
  repeated('feedback files', 'APPROVED_11_'),
  repeated('endings', '.md_', 'FIX_'),
  repeated('words that need', 'needs ', '1.1 '),
  repeated('words that may', 'can only also ', '1.1 '),
  repeated('denials', 'not ', 'does '),
  repeated('achievements', 'Achievement '),
  repeated('lower achievements', 'achievements and '),
  repeated('other plans', 'other '),
  repeated('sentences', 'After 1.1. '),
  repeated('two ends', '1.1 needs 1.2 '),
  repeated('next', 'next: '),
  repeated('labels', 'Status: '),
  repeated('bold labels', '**Status**: '),
  repeated('bold ids', '**1.1** '),
  repeated('dates', '2025-11-08 '),
];

const LINES = [
  repeated('many fields', '- **Dependencies**: 1.1, 1.2\n', '\n'),
  repeated('many definitions', '**Achievement 1.1**: T\n', '\n'),
  repeated('many headings', '### Achievement 1.1: T\n', '\n'),
  repeated('headings with tails', '## a # ', '\n'),
  repeated('rows of a table', '| 1.1 | **T** | 2 h |\n', '\n| a | b | c |\n|---|---|---|\n'),
  repeated('cells', '| 1.1 ', '\n| a | b |\n|---|---|\n'),
  repeated('items', '- Achievement 1.1: T\n', '\n'),
  repeated('nested items', '- - ', '\n'),
  repeated('check boxes', '- [ ] 1.1\n', '\n'),
  repeated('rules', '---\n', '\n'),
  repeated('front matter in prose', '\n---\na: b\n'),
  repeated('fences', '```\n', '\n'),
  repeated('labels without a value', '**Dependencies**:\n', '\n'),
  repeated('lines that break with returns', 'a [\r', '['),
  repeated('blank lines', '\n', 'x'),
  repeated('placeholders', '[List what was done]\n', '\n'),
  repeated('link definitions', '[a]: b\n', '\n'),
  repeated('sentences over lines', 'after\n1.1\n', '\n'),
];

/** Lines and parts of lines of every kind that patterns over documents may stumble upon. */
export const HOSTILE: readonly HostileText[] = [...LISTS, ...RUNS, ...UNCLOSED, ...WORDS, ...LINES];
