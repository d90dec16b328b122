import type { AchievementId } from '../../model/ids';
import { furtherMeaning } from '../words/furtherWords';

/** What a text says that stands where ids stand; offsets count from its start. */
export interface IdText {
  readonly ids: readonly { readonly id: AchievementId; readonly at: number; readonly length: number }[];
  /** True where it looks like an id, a range, a priority or an open question, and nobody can tell what it means. */
  readonly isUnread: boolean;
}

/** What a text is read with: the ids of the file in its order, and their titles. */
export interface FileIds {
  all(): readonly AchievementId[];
  /** The only one with this title, whatever its case. */
  titled(title: string): AchievementId | undefined;
}

const ID = '(?:PRP-)?\\d+(?:\\.\\d+)*';
const NAMING = '(?:(?:(?:achievements?|ach|tasks?|steps?|items?|stories|story|ids?)\\b[ .:]*#?|#)[*`"\']*)?';
/** `1.1`, `Achievement 1.1 (its schema)`, `1.1-1.3`; a mark, a link or code around it means nothing. */
const ELEMENT = new RegExp(
  `[\\s[*\`"']*${NAMING}(${ID})(?:\\s*(?:[-–—]|\\.{2,3}|…|to\\b|through\\b)\\s*${NAMING}(${ID}))?[\\]*\`"']*(?:\\s*\\(([^()]*)\\))?\\s*`,
  'iuy',
);
const JOIN = /(?:[,;&+/|]\s*(?:and\b|or\b)?|and\b|plus\b)/iuy;
const TITLE = /^[:–—-]\s[^,;]*$/u;
const NONE = /^(?:none|nothing|nil|null|n\/a|na|no|no dependenc(?:y|ies)|not applicable|[-–—])?[.!]?$/i;
const DENIES =
  /\b(?:not|no|never|without|optional|maybe|perhaps|removed|dropped|cancell?ed|obsolete|unless)\b|n['’]t\b|\?/i;
const OPEN =
  /\?|\b(?:tb[acds]|todo|fixme|unknown|unclear|undecided|to be (?:determined|decided|defined|confirmed))\b/i;
/** Something that may well be meant as an achievement, a range of them, a priority, or a file of the work. */
const LIKE_AN_ID =
  /(?<![\w.])\d+\.(?:\d|x\b)|\b(?:achievements?|tasks?|steps?|priority|priorities|phase|level)\s*#?\d|^\W*\d+\W*$|\ball\b|\b(?:SUBPLAN|EXECUTION_TASK|APPROVED)_|\bPRP-\d/i;
/** The end of a version: `3.11` of `Python 3.11`, `20` of `node >= 20`, `v1.2`. */
const VERSION = /^(?:v|[<>=~^]+|[A-Za-z]{2,})?(\d+(?:\.\d+)*)\+?$/;
/** What is counted or needed in front of a number is no product with a version. */
const NO_PRODUCT =
  /^(?:achievements?|tasks?|steps?|priority|phase|level|after|needs?|requires?|depends|not)$/i;

const NOTHING: IdText = { ids: [], isUnread: false };
const UNREAD: IdText = { ids: [], isUnread: true };

/** Reads a text that stands where ids stand. Time is linear in its length. */
export const readIdText = (text: string, { all }: Pick<FileIds, 'all'>): IdText => {
  const trimmed = text.trim();
  if (saysNothing(trimmed)) return NOTHING;
  const ids = idsIn(text, all);
  if (ids) return { ids, isUnread: false };
  if (OPEN.test(trimmed)) return UNREAD;
  return LIKE_AN_ID.test(trimmed) && !isVersion(trimmed, all()) ? UNREAD : NOTHING;
};

/** Whether it says anything: `none` does not. */
export const saysNothing = (text: string): boolean =>
  NONE.test(text.trim()) || furtherMeaning(text) === 'none';

/** A number that is no id of this file, behind the name of a product. */
const isVersion = (text: string, all: readonly AchievementId[]): boolean => {
  const words = text.split(/\s+/);
  const number = VERSION.exec(words.at(-1) ?? '')?.[1];
  const isNamed = words.length > 1 || !/^\d/.test(text);
  return (
    number !== undefined && isNamed && !words.some((word) => NO_PRODUCT.test(word)) && !all.includes(number)
  );
};

type IdPart = IdText['ids'][number];

/** The ids of a text that is nothing but a list of them; undefined for any other text. */
const idsIn = (text: string, all: () => readonly AchievementId[]): readonly IdPart[] | undefined => {
  const found: IdPart[] = [];
  let at = 0;
  for (;;) {
    const element = elementAt(text, at, all);
    if (!element) return undefined;
    found.push(...element.ids);
    at = element.end;
    const title = TITLE.exec(text.slice(at))?.[0];
    if (title !== undefined) return DENIES.test(title) ? undefined : found;
    JOIN.lastIndex = at;
    at += JOIN.exec(text)?.[0].length ?? 0;
    if (text.slice(at).trim() === '') return found;
    if (at === element.end) return undefined;
  }
};

/** An id or a range with its remark; undefined where something else stands. */
const elementAt = (
  text: string,
  at: number,
  all: () => readonly AchievementId[],
): { readonly ids: readonly IdPart[]; readonly end: number } | undefined => {
  ELEMENT.lastIndex = at;
  const [whole, from, to, remark] = ELEMENT.exec(text) ?? [];
  if (whole === undefined || from === undefined || DENIES.test(remark ?? '')) return undefined;
  const start = whole.indexOf(from);
  const length = to === undefined ? from.length : whole.lastIndexOf(to) + to.length - start;
  const ids = to === undefined ? [from] : idsBetween(from, to, all());
  return ids && { ids: ids.map((id) => ({ id, at: at + start, length })), end: at + whole.length };
};

/** Undefined where the file does not list both ends in this order. */
const idsBetween = (
  from: AchievementId,
  to: AchievementId,
  all: readonly AchievementId[],
): readonly AchievementId[] | undefined => {
  const first = all.indexOf(from);
  const last = all.indexOf(to);
  return first === -1 || last < first ? undefined : all.slice(first, last + 1);
};
