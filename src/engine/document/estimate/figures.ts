import { type Measure, measureAt } from './measures';
import { unitNamed } from './timeUnits';
import type { Token } from './tokens';

/** What a figure is said to be; undefined where nothing is said. */
export type Role = 'estimate' | 'spent' | 'before';

/** An amount of time or a bare number, and what the words beside it make of it. */
export interface Figure extends Measure {
  readonly role: Role | undefined;
  /** 0 outside of brackets, else the number of the bracket. */
  readonly part: number;
  /** `each`, `per file`, `/ day`: no total. */
  readonly isRate: boolean;
  /** `5 hours total`. */
  readonly isTotal: boolean;
  /** A bare number that counts something else: `3 sessions`. */
  readonly isCount: boolean;
  /** `75%` */
  readonly isShare: boolean;
}

const words = (list: string, role: Role): readonly (readonly [string, Role])[] =>
  list.split(' ').map((word) => [word, role] as const);

const ROLES: ReadonlyMap<string, Role> = new Map([
  ...words('actual actually spent took taken real really', 'spent'),
  ...words('was were originally previously formerly initially from instead', 'before'),
  ...words('estimated estimate est planned expected forecast budgeted geschätzt', 'estimate'),
]);

/** Words that say no more than that a figure is an estimate. */
const ABOUT = new Set(
  'approx approximately about around roughly circa ca effort total max maximum min minimum up to etwa ungefähr environ vers unos cerca около примерно 约 約 大约'
    .split(' ')
    .concat([...ROLES.keys()]),
);

/** Whether a word beside a figure leaves it what it is. */
export const isAbout = (word: string): boolean => ABOUT.has(word.toLowerCase());

/** Whether a word says that a figure is not what is expected: `actual`, `was`. */
export const isPast = (word: string): boolean => {
  const role = ROLES.get(word.toLowerCase());
  return role === 'spent' || role === 'before';
};

const EACH = new Set([
  'each',
  'apiece',
  'per',
  'every',
  'jeweils',
  'je',
  'pro',
  'par',
  'por',
  'daily',
  'weekly',
]);
const OF_EACH = new Set(['each', 'je', 'jeweils', 'à', '@', 'of', 'at']);
const TOTAL = new Set(['total', 'overall', 'altogether', 'insgesamt', 'gesamt', '=']);

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);
const STOPS = new Set([',', ';', '|']);

/** Every figure of a text in order; numbers of things (`phase 2`, `#3`) are none. Linear in the tokens. */
export const figuresIn = (tokens: readonly Token[]): readonly Figure[] => {
  const found: Figure[] = [];
  const around: Around = { part: 0, parts: 0, role: undefined };
  for (let at = 0; at < tokens.length; ) {
    const isBehindFigure = found.at(-1)?.next === at;
    const measure = tokens[at]?.kind === 'mark' ? undefined : measureAt(tokens, at);
    if (measure && (measure.hasUnit || isBehindFigure || !isNumbered(tokens, at))) {
      const behind = roleBehind(tokens, measure.next);
      found.push(figureOf(tokens, measure, around.role ?? behind, around.part));
      around.role = undefined;
      at = measure.next + (behind ? 1 : isOverUnit(tokens, measure.next) ? 2 : 0);
    } else {
      pass(tokens[at]?.text ?? '', around);
      at++;
    }
  }
  return found;
};

/** What the tokens so far mean for the next figure. */
interface Around {
  part: number;
  /** Brackets so far. */
  parts: number;
  role: Role | undefined;
}

const pass = (text: string, around: Around): void => {
  const isOpening = OPENING.has(text);
  const isClosing = CLOSING.has(text);
  if (isOpening) around.part = ++around.parts;
  if (isClosing) around.part = 0;
  if (isOpening || isClosing || STOPS.has(text)) around.role = undefined;
  around.role = ROLES.get(text.toLowerCase()) ?? around.role;
};

/** `phase 2`, `#3`: the number of a thing. Not so `about 3`. */
const isNumbered = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return before?.kind === 'word' ? !isAbout(before.text) : before?.text === '#';
};

/** `3 hours actual`, `3 hours (actual)`; not so `3 hours actual: 4`. */
const roleBehind = (tokens: readonly Token[], next: number): Role | undefined => {
  const isAlone = OPENING.has(tokens[next]?.text ?? '') && CLOSING.has(tokens[next + 2]?.text ?? '');
  const at = isAlone ? next + 1 : next;
  const role = ROLES.get(tokens[at]?.text.toLowerCase() ?? '');
  return role === 'before' || tokens[at + 1]?.text === ':' ? undefined : role;
};

const figureOf = (
  tokens: readonly Token[],
  measure: Measure,
  role: Role | undefined,
  part: number,
): Figure => {
  const colon = tokens[measure.first - 1]?.text === ':' ? 1 : 0;
  const before = tokens[measure.first - 1 - colon]?.text ?? '';
  const behind = tokens[measure.next]?.text ?? '';
  return {
    ...measure,
    role,
    part,
    isRate: measure.hasUnit && (isRateAt(tokens, measure.next) || OF_EACH.has(before.toLowerCase())),
    isTotal: TOTAL.has(before.toLowerCase()) || TOTAL.has(behind.toLowerCase()),
    isCount: !measure.hasUnit && tokens[measure.next]?.kind === 'word' && !isAbout(behind),
    isShare: behind === '%',
  };
};

/** `each`, `per file`, `/day`, `a day`, and the same in a bracket of its own. */
const isRateAt = (tokens: readonly Token[], next: number): boolean => {
  const at = OPENING.has(tokens[next]?.text ?? '') ? next + 1 : next;
  const isOver = tokens[at]?.text === '/' && tokens[at + 1]?.kind === 'word';
  return isOver || EACH.has(tokens[at]?.text.toLowerCase() ?? '') || isOverUnit(tokens, at);
};

/** `a day` behind `2 hours` is no day more. */
const isOverUnit = (tokens: readonly Token[], at: number): boolean =>
  /^an?$/i.test(tokens[at]?.text ?? '') && unitNamed(tokens[at + 1]?.text ?? '') !== undefined;
