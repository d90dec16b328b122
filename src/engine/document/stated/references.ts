import type { AchievementId } from '../../model/ids';
import type { PlanIds } from './planIds';
import type { Token } from './tokens';

/** Ids that some tokens name together, and how many tokens that takes. */
export interface GroupReference {
  /** Empty where the plan has none of what is named. */
  readonly ids: readonly AchievementId[];
  readonly length: number;
}

type Which = 'previous' | 'other' | 'following';

const EVERY = new Set(['all', 'every', 'everything', 'each']);
const FILLING = new Set(['of', 'the', 'these', 'those', 'its', 'from', 'in']);
const WHICH: Readonly<Record<string, Which>> = {
  previous: 'previous',
  prior: 'previous',
  earlier: 'previous',
  preceding: 'previous',
  above: 'previous',
  before: 'previous',
  other: 'other',
  others: 'other',
  else: 'other',
  following: 'following',
  later: 'following',
  subsequent: 'following',
  below: 'following',
  after: 'following',
};
const THINGS = new Set(
  'achievement achievements task tasks item items step steps work ones one stories tickets subplans'.split(
    ' ',
  ),
);
const ONE_BEFORE = new Set(['previous', 'preceding', 'prior']);
const PRIORITY = /^prio(?:rity|rities|s)?$/;
const SHORT_PRIORITY = /^p(\d+)$/;

/**
 * Reads what names several achievements at `at`, or one by its place: `all previous achievements`, `All of Priority 1`,
 * `Priorities 1 and 2`, `P1`, `1.x`, `the previous achievement`. Undefined where nothing of the kind stands.
 */
export const groupAt = (
  tokens: readonly Token[],
  at: number,
  ids: PlanIds,
  own: AchievementId,
): GroupReference | undefined => {
  const token = tokens[at];
  if (token?.kind === 'wildcard') {
    return { ids: without(ids.below(token.text.slice(0, token.text.lastIndexOf('.'))), own), length: 1 };
  }
  if (token?.kind !== 'word') return undefined;
  const word = token.text.toLowerCase();
  const short = SHORT_PRIORITY.exec(word)?.[1];
  const named = short === undefined ? [] : ids.ofPriority(short);
  if (named.length > 0) return { ids: without(named, own), length: 1 };
  return priorityAt(tokens, at, ids, own) ?? everyAt(tokens, at, ids, own) ?? oneBefore(tokens, at, ids, own);
};

const without = (ids: readonly AchievementId[], own: AchievementId): readonly AchievementId[] =>
  ids.filter((id) => id !== own);

const wordAt = (tokens: readonly Token[], at: number): string | undefined => {
  const token = tokens[at];
  return token?.kind === 'word' ? token.text.toLowerCase() : undefined;
};

const isNumber = (token: Token | undefined): token is Token =>
  token?.kind === 'number' || token?.kind === 'id';

/** `Priority 1`, `Priorities 1, 2 and 4-6`, with the things behind. */
const priorityAt = (
  tokens: readonly Token[],
  at: number,
  ids: PlanIds,
  own: AchievementId,
): GroupReference | undefined => {
  if (!PRIORITY.test(wordAt(tokens, at) ?? '') || !isNumber(tokens[at + 1])) return undefined;
  const { numbers, end: behind } = numbersAt(tokens, at + 1, wordAt(tokens, at) !== 'priority');
  let end = behind;
  while (THINGS.has(wordAt(tokens, end) ?? '')) end++;
  const found = new Set(numbers.flatMap((number) => ids.ofPriority(number)));
  return { ids: without([...found], own), length: end - at };
};

/** More priorities no plan has. */
const MOST_PRIORITIES = 100;

/** `1`, `1-3`, and of a plural `1, 2 and 4-6`. */
const numbersAt = (
  tokens: readonly Token[],
  at: number,
  isPlural: boolean,
): { readonly numbers: readonly string[]; readonly end: number } => {
  const numbers: string[] = [];
  let end = at;
  for (let next = tokens[end]; isNumber(next); next = tokens[end]) {
    const last = Number(next.text);
    if (tokens[end - 1]?.kind === 'range') {
      const from = Number(numbers.at(-1)) + 1;
      for (let each = from; each < last && each - from < MOST_PRIORITIES; each++) numbers.push(String(each));
    }
    numbers.push(next.text);
    end++;
    const isJoined = tokens[end]?.kind === 'join' || ['and', 'or'].includes(wordAt(tokens, end) ?? '');
    const goesOn = tokens[end]?.kind === 'range' || (isPlural && isJoined);
    if (!goesOn || tokens[end + 1]?.kind !== 'number') break;
    end++;
  }
  return { numbers, end };
};

const everyAt = (
  tokens: readonly Token[],
  at: number,
  ids: PlanIds,
  own: AchievementId,
): GroupReference | undefined => {
  if (!EVERY.has(wordAt(tokens, at) ?? '')) return undefined;
  let end = at + 1;
  while (FILLING.has(wordAt(tokens, end) ?? '')) end++;
  const priority = priorityAt(tokens, end, ids, own);
  if (priority) return { ids: priority.ids, length: end + priority.length - at };
  const { which, hasThings, end: behind } = describedAt(tokens, end);
  if (which === undefined && hasThings) {
    let after = behind;
    while (FILLING.has(wordAt(tokens, after) ?? '')) after++;
    const group = priorityAt(tokens, after, ids, own);
    if (group) return { ids: group.ids, length: after + group.length - at };
  }
  if (which === undefined && !(hasThings || endsAt(tokens, behind))) return undefined;
  return { ids: these(which ?? 'other', ids, own), length: behind - at };
};

/** `previous achievements`, `others`, `tasks`: which ones, and whether the word for them is there. */
const describedAt = (
  tokens: readonly Token[],
  at: number,
): { readonly which: Which | undefined; readonly hasThings: boolean; readonly end: number } => {
  let which: Which | undefined;
  let hasThings = false;
  let end = at;
  for (let word = wordAt(tokens, end); word !== undefined; word = wordAt(tokens, end)) {
    if (THINGS.has(word)) hasThings = true;
    else if (Object.hasOwn(WHICH, word)) which = WHICH[word];
    else break;
    end++;
  }
  return { which, hasThings: hasThings && !isNumber(tokens[end]), end };
};

const endsAt = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at]?.kind;
  return next === undefined || next === 'stop' || next === 'join' || next === 'open';
};

const these = (which: Which, { all, placeOf }: PlanIds, own: AchievementId): readonly AchievementId[] => {
  const place = placeOf(own) ?? 0;
  if (which === 'other') return without(all, own);
  return which === 'previous' ? all.slice(0, place) : all.slice(place + 1);
};

/** `the previous achievement`, `previous task`, or `previous` alone. */
const oneBefore = (
  tokens: readonly Token[],
  at: number,
  { all, placeOf }: PlanIds,
  own: AchievementId,
): GroupReference | undefined => {
  if (!ONE_BEFORE.has(wordAt(tokens, at) ?? '')) return undefined;
  const next = wordAt(tokens, at + 1);
  const isThing = next !== undefined && THINGS.has(next);
  if (!isThing && (at > 0 || tokens.length > 1)) return undefined;
  if (next?.endsWith('s') || isNumber(tokens[at + 2])) return undefined;
  const id = all[(placeOf(own) ?? 0) - 1];
  return { ids: id === undefined ? [] : [id], length: isThing ? 2 : 1 };
};

const ENDING = /\.\p{L}{1,20}$/u;
const DIGITS = /^\d+(?:-\d+)*$/;

/** `11` of `EXECUTION_TASK_SHOP_11_01_V2.md`: behind it stand a number and a suffix at most. */
const digitsIn = (name: string): string | undefined => {
  const [, ...parts] = name.replace(ENDING, '').split('_');
  return parts.find((part, at) => {
    const next = /^\d+$/.test(parts[at + 1] ?? '') ? at + 2 : at + 1;
    return DIGITS.test(part) && (next >= parts.length || /^\p{L}/u.test(parts[next] ?? ''));
  });
};

/** The achievement whose SUBPLAN, EXECUTION_TASK or feedback file is named; undefined where it could be several or none. */
export const idOfFile = (name: string, ids: PlanIds): AchievementId | undefined => {
  const digits = digitsIn(name);
  const found = digits === undefined ? [] : ids.forDigits(digits);
  return found.length === 1 ? found[0] : undefined;
};
