import type { AchievementId } from '../model/achievement';

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
const NAMING = '(?:(?:achievements?|ach|tasks?|steps?|items?|stories|story|ids?)\\b[ .:#]*|#)?';
/** `1.1`, `Achievement 1.1 (its schema)`, `1.1-1.3`; a mark, a link or code around it means nothing. */
const ELEMENT = new RegExp(
  `[\\s[*\`"']*${NAMING}[*\`"']*(${ID})(?:\\s*(?:[-–—]|\\.{2,3}|…|to\\b|through\\b)\\s*${NAMING}(${ID}))?[\\]*\`"']*(?:\\s*\\(([^()]*)\\))?\\s*`,
  'iuy',
);
const JOIN = /(?:[,;&+/|]\s*(?:and\b|or\b)?|and\b|plus\b)/iuy;
const TITLE = /[:–—-]\s+[^,;]*$/uy;
const NONE = /^(?:none|nothing|nil|null|n\/a|na|no|no dependenc(?:y|ies)|not applicable|[-–—])?[.!]?$/i;
const DENIES =
  /\b(?:not|no|never|without|optional|maybe|perhaps|removed|dropped|cancell?ed|obsolete|unless)\b|n['’]t\b|\?/i;
const OPEN =
  /\?|\b(?:tb[acds]|todo|fixme|unknown|unclear|undecided|to be (?:determined|decided|defined|confirmed))\b/i;
/** Something that may well be meant as an achievement, a range of them, a priority, or a file of the work. */
const LIKE_AN_ID =
  /(?<![\w.])\d+\.(?:\d|x\b)|\b(?:achievements?|tasks?|steps?|priority|priorities|phase|level)\s*#?\d|^\W*\d+\W*$|\ball\b|\b(?:SUBPLAN|EXECUTION_TASK|APPROVED)_|\bPRP-\d/i;
/** A version of something: `Python 3.11`, `node >= 20`, `v1.2`. */
const VERSION = /^[A-Za-z][\w+#-]*(?:\s+[A-Za-z][\w+#-]*){0,3}\s*(?:[<>=~^]+\s*|v)?\d+(?:\.\d+)*\+?$/;

const NOTHING: IdText = { ids: [], isUnread: false };
const UNREAD: IdText = { ids: [], isUnread: true };

/** Reads a text that stands where ids stand. Time is linear in its length. */
export const readIdText = (text: string, { all }: Pick<FileIds, 'all'>): IdText => {
  const trimmed = text.trim();
  if (NONE.test(trimmed)) return NOTHING;
  const ids = idsIn(text, all);
  if (ids) return { ids, isUnread: false };
  if (OPEN.test(trimmed)) return UNREAD;
  return LIKE_AN_ID.test(trimmed) && !isVersion(trimmed, all()) ? UNREAD : NOTHING;
};

/** Whether it says anything: `none` does not. */
export const saysNothing = (text: string): boolean => NONE.test(text.trim());

/** Behind a name that is no word for achievements, and no id of this file. */
const isVersion = (text: string, all: readonly AchievementId[]): boolean => {
  const number = /\d+(?:\.\d+)*(?=\+?$)/.exec(text)?.[0];
  const isNamed = /^(?:achievements?|tasks?|steps?|priority|phase|level|after|needs?|requires?)\b/i.test(
    text,
  );
  return VERSION.test(text) && !isNamed && number !== undefined && !all.includes(number);
};

/** The ids of a text that is nothing but a list of them; undefined for any other text. */
const idsIn = (text: string, all: () => readonly AchievementId[]): IdText['ids'] | undefined => {
  const found: IdText['ids'][number][] = [];
  let at = 0;
  for (;;) {
    ELEMENT.lastIndex = at;
    const match = ELEMENT.exec(text);
    const [whole, from, to, remark] = match ?? [];
    if (whole === undefined || from === undefined || DENIES.test(remark ?? '')) return undefined;
    const start = at + whole.indexOf(from);
    if (to === undefined) found.push({ id: from, at: start, length: from.length });
    else {
      const between = idsBetween(from, to, all());
      const length = whole.lastIndexOf(to) + to.length - whole.indexOf(from);
      if (!between) return undefined;
      found.push(...between.map((id) => ({ id, at: start, length })));
    }
    at += whole.length;
    if (at === text.length) return found;
    TITLE.lastIndex = at;
    const title = TITLE.exec(text)?.[0];
    if (title !== undefined && at + title.length === text.length)
      return DENIES.test(title) ? undefined : found;
    JOIN.lastIndex = at;
    const join = JOIN.exec(text)?.[0];
    if (join === undefined) return undefined;
    at += join.length;
  }
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
