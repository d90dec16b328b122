import type { AchievementId, Field } from '../model/achievement';
import { type Span, span } from '../model/text';
import { elementsIn, type IdElement, idsBetween } from './idList';
import type { StatedId } from './plan';
import { withoutNamedPlans } from './planNames';

const ID = '\\d+(?:\\.\\d+)*';
const JOIN = '[ \\t]*(?:,|;|&|\\+|/|and\\b|or\\b|,[ \\t]*and\\b)[ \\t]*';
const ONE = `(?:Achievements?[ \\t]+)?${ID}(?:[ \\t]*(?:-|–|—|to|through)[ \\t]*(?:Achievement[ \\t]+)?${ID}(?![\\d.]*[ \\t]*(?:h\\b|hours?|min)))?`;
/** A line that is a list of ids from its start: `1.1, 1.2 and 2.1-2.3`. */
const LIST_LINE = new RegExp(`^[ \\t]*(?:[-*+][ \\t]+)?(?:\\*\\*)?(${ONE}(?:${JOIN}${ONE})*)`, 'i');
/** Ids named as such in a sentence: `Achievements 1.1, 1.2`. */
const NAMED = new RegExp(`\\bAchievements?[ \\t]+(?:\\*\\*)?(${ONE}(?:${JOIN}${ONE})*)`, 'gi');
const EVERY = /\ball[ \t]+(?:(other|previous|prior|earlier|preceding)[ \t]+)?achievements\b/i;

/** The two values most fields have; they need none of the patterns below. */
const ONE_ID = /^\d+(?:\.\d+)+$/;
const SAYS_NOTHING = /^(?:none\b|-$|$)/i;

const blank = (text: string): string => ' '.repeat(text.length);

/** The field's text with inline code, brackets' content, comments and other plans' ids blanked out, lengths kept. */
const proseOf = (text: string): string =>
  withoutNamedPlans(text)
    .replace(/<!--[\s\S]*?-->/g, (part) => part.replace(/[^\n]/g, ' '))
    .replace(/`[^`\n]*`/g, blank)
    .replace(/\([^()\n]*\)/g, blank);

export interface IdContext {
  /** The achievement whose field it is. */
  readonly own: AchievementId;
  /** All ids of the plan in document order. */
  readonly all: readonly AchievementId[];
}

/** "all other achievements", "all previous achievements". */
interface Every {
  readonly every: 'other' | 'previous';
  readonly span: Span;
}

/**
 * The ids a `Dependencies` or `Blocks` field states (FORMAT A7): lists (`1.1, 1.2`), ranges (`1.1-1.3`, over the
 * plan's own ids), `Achievement 2.5 (…)` in sentences, "all other/previous achievements". Numbers in prose,
 * brackets and code are not ids, and `PLAN_X.md Achievement 2.5` is an id of another plan. Each id once, with the place it was said.
 */
export const readStatedIds = (
  text: string,
  field: Field,
  hidden: (offset: number) => boolean,
  context: IdContext,
): readonly StatedId[] => {
  const found = new Map<AchievementId, StatedId>();
  for (const element of readElements(text, field, hidden)) {
    for (const id of idsOf(element, context)) {
      if (!found.has(id)) found.set(id, { id, span: element.span });
    }
  }
  return [...found.values()];
};

/** The ids and ranges a field states as they are written, each time they are written; in no particular order. */
export const readStatedElements = (
  text: string,
  field: Field,
  hidden: (offset: number) => boolean,
): readonly IdElement[] =>
  readElements(text, field, hidden).filter((element): element is IdElement => 'from' in element);

const readElements = (
  text: string,
  field: Field,
  hidden: (offset: number) => boolean,
): readonly (IdElement | Every)[] => {
  if (field.valueSpan.end === field.block.end) {
    if (SAYS_NOTHING.test(field.value)) return [];
    if (ONE_ID.test(field.value)) return [{ from: field.value, to: undefined, span: field.valueSpan }];
  }
  const found: (IdElement | Every)[] = [];
  const prose = proseOf(text.slice(field.valueSpan.start, field.block.end));
  let offset = field.valueSpan.start;
  for (const line of prose.split('\n')) {
    if (!hidden(offset)) {
      for (const list of listsOf(line)) found.push(...elementsIn(list.text, offset + list.at));
      found.push(...everyIn(line, offset));
    }
    offset += line.length + 1;
  }
  return found;
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

const everyIn = (line: string, offset: number): readonly Every[] => {
  const match = EVERY.exec(line);
  if (!match) return [];
  const isOther = !match[1] || match[1].toLowerCase() === 'other';
  const start = offset + match.index;
  return [{ every: isOther ? 'other' : 'previous', span: span(start, start + match[0].length) }];
};

const idsOf = (element: IdElement | Every, { own, all }: IdContext): readonly AchievementId[] => {
  if ('every' in element) {
    return element.every === 'other' ? all.filter((id) => id !== own) : all.slice(0, all.indexOf(own));
  }
  return element.to === undefined ? [element.from] : idsBetween(element.from, element.to, all);
};
