import type { AchievementId, Field } from '../model/achievement';
import { type Span, span } from '../model/text';
import type { StatedId } from './plan';

const ID = '\\d+(?:\\.\\d+)*';
const JOIN = '[ \\t]*(?:,|;|&|\\+|/|and\\b|or\\b|,[ \\t]*and\\b)[ \\t]*';
const ONE = `(?:Achievements?[ \\t]+)?${ID}(?:[ \\t]*(?:-|–|—|to|through)[ \\t]*(?:Achievement[ \\t]+)?${ID}(?![\\d.]*[ \\t]*(?:h\\b|hours?|min)))?`;
/** A line that is a list of ids from its start: `1.1, 1.2 and 2.1-2.3`. */
const LIST_LINE = new RegExp(`^[ \\t]*(?:[-*+][ \\t]+)?(?:\\*\\*)?(${ONE}(?:${JOIN}${ONE})*)`, 'i');
/** Ids named as such in a sentence: `Achievements 1.1, 1.2`. */
const NAMED = new RegExp(`\\bAchievements?[ \\t]+(?:\\*\\*)?(${ONE}(?:${JOIN}${ONE})*)`, 'gi');
const PAIR = new RegExp(`(${ID})(?:[ \\t]*(?:-|–|—|to|through)[ \\t]*(?:Achievement[ \\t]+)?(${ID}))?`, 'gi');
const EVERY = /\ball[ \t]+(?:(other|previous|prior|earlier|preceding)[ \t]+)?achievements\b/i;

/** The two values most fields have; they need none of the patterns below. */
const ONE_ID = /^\d+(?:\.\d+)+$/;
const SAYS_NOTHING = /^(?:none\b|-$|$)/i;

const blank = (text: string): string => ' '.repeat(text.length);

/** The field's text with inline code, brackets' content and comments blanked out, lengths kept. */
const proseOf = (text: string): string =>
  text
    .replace(/<!--[\s\S]*?-->/g, (part) => part.replace(/[^\n]/g, ' '))
    .replace(/`[^`\n]*`/g, blank)
    .replace(/\([^()\n]*\)/g, blank);

export interface IdContext {
  /** The achievement whose field it is. */
  readonly own: AchievementId;
  /** All ids of the plan in document order. */
  readonly all: readonly AchievementId[];
}

/**
 * The ids a `Dependencies` or `Blocks` field states (FORMAT A7): lists (`1.1, 1.2`), ranges (`1.1-1.3`, over the
 * plan's own ids), `Achievement 2.5 (…)` in sentences, "all other/previous achievements". Numbers in prose,
 * brackets and code are not ids. Each id once, with the place it was said.
 */
export const readStatedIds = (
  text: string,
  field: Field,
  hidden: (offset: number) => boolean,
  context: IdContext,
): readonly StatedId[] => {
  if (field.valueSpan.end === field.block.end) {
    if (SAYS_NOTHING.test(field.value)) return [];
    if (ONE_ID.test(field.value)) return [{ id: field.value, span: field.valueSpan }];
  }
  const found = new Map<AchievementId, StatedId>();
  const add = (id: AchievementId, place: Span): void => {
    if (!found.has(id)) found.set(id, { id, span: place });
  };
  const prose = proseOf(text.slice(field.valueSpan.start, field.block.end));
  let offset = field.valueSpan.start;
  for (const line of prose.split('\n')) {
    if (!hidden(offset)) for (const list of listsOf(line)) addList(list.text, offset + list.at, context, add);
    if (!hidden(offset)) addEvery(line, offset, context, add);
    offset += line.length + 1;
  }
  return [...found.values()];
};

const listsOf = (line: string): readonly { readonly text: string; readonly at: number }[] => {
  const lists = [...line.matchAll(NAMED)].map((match) => ({
    text: match[1] ?? '',
    at: match.index + match[0].length - (match[1]?.length ?? 0),
  }));
  const whole = LIST_LINE.exec(line);
  if (!whole?.[1] || (!whole[1].includes('.') && !/^achievement/i.test(whole[1]))) return lists;
  const rest = line.slice(whole[0].length);
  const isList = /^[ \t]*(?:[.,;:—–-]|\*\*|$)/.test(rest) || rest.trim() === '';
  return isList ? [{ text: whole[1], at: whole[0].length - whole[1].length }, ...lists] : lists;
};

const addList = (
  list: string,
  at: number,
  context: IdContext,
  add: (id: AchievementId, place: Span) => void,
): void => {
  for (const match of list.matchAll(PAIR)) {
    const [whole, from = '', to] = match;
    const place = span(at + match.index, at + match.index + whole.length);
    for (const id of to ? rangeOf(from, to, context.all) : [from]) add(id, place);
  }
};

/** Ids of the plan from `from` to `to` in document order; both ends where one of them is unknown. */
const rangeOf = (
  from: AchievementId,
  to: AchievementId,
  all: readonly AchievementId[],
): readonly AchievementId[] => {
  const first = all.indexOf(from);
  const last = all.indexOf(to);
  return first === -1 || last < first ? [from, to] : all.slice(first, last + 1);
};

const addEvery = (
  line: string,
  offset: number,
  { own, all }: IdContext,
  add: (id: AchievementId, place: Span) => void,
): void => {
  const match = EVERY.exec(line);
  if (!match) return;
  const place = span(offset + match.index, offset + match.index + match[0].length);
  const isOther = !match[1] || match[1].toLowerCase() === 'other';
  const ids = isOther ? all.filter((id) => id !== own) : all.slice(0, all.indexOf(own));
  for (const id of ids) add(id, place);
};
