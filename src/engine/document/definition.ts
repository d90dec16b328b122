import { ownText } from '../../shared/ownText';
import type { AchievementId } from '../model/achievement';
import { withoutClosing } from './heading';
import { readTitle } from './title';

/** A line that defines an achievement; positions are columns of that line. */
export interface Definition {
  readonly id: AchievementId;
  readonly idStart: number;
  readonly title: string;
  /** All that follows the id, trimmed; bold marks around the whole title are not part of it. */
  readonly rawTitle: string;
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly effort: string | undefined;
  readonly isHeading: boolean;
}

const MARKS = '\\s*(?:[^\\p{L}\\p{N}*#\\s]+\\s*)?';
const ID = '\\d+(?:\\.\\d+)*';
/** A dash needs room on both sides: `2.1-2.3` is a range of ids. */
const AFTER_ID = '\\s*:[ \\t]*|\\s+[–—-][ \\t]+';
/** `**Achievement 1.1**: Title` */
const BOLD_ID = new RegExp(
  `^(\\*\\*${MARKS}Achievement\\s+)(${ID})(\\s*\\*\\*\\s*:[ \\t]*)([\\s\\S]*)$`,
  'iu',
);
/** The same without marks, as nine of ten definitions are written: much quicker than a pattern with Unicode classes. */
const USUAL = /^(\*\*Achievement )(\d+(?:\.\d+)*)(\*\*:[ \t]*)([\s\S]*)$/;
/** `**Achievement 1.1: Title** ⏱️ 4-6 hours` */
const BOLD_ALL = new RegExp(`^(\\*\\*${MARKS}Achievement\\s+)(${ID})(${AFTER_ID})([\\s\\S]*)$`, 'iu');
/** `### Achievement 1.1: Title` */
const HEADING = new RegExp(`^(#{3,6}\\s${MARKS}Achievement\\s+)(${ID})(${AFTER_ID})([\\s\\S]*)$`, 'iu');

/** Titles are shown in one line: what is longer than this is not read as a title. */
const MAX_LINE = 1000;

/** Reads a definition in any form of FORMAT A2; undefined for every other line, false friends (A3) included. */
export const readDefinition = (line: string): Definition | undefined => {
  if ((line[0] !== '*' && line[0] !== '#') || line.length > MAX_LINE) return undefined;
  const byId = USUAL.exec(line) ?? BOLD_ID.exec(line);
  if (byId) return definitionOf(byId, '', false);
  const inBold = readInBold(line);
  if (inBold) return inBold;
  const heading = HEADING.exec(line);
  return heading ? definitionOf(heading, '', true) : undefined;
};

/** The title ends with the bold text; a mark right at its start does not end it if there is another. */
const readInBold = (line: string): Definition | undefined => {
  const match = BOLD_ALL.exec(line);
  const text = match?.[4] ?? '';
  const end = text.indexOf('**', 1) === -1 ? text.indexOf('**') : text.indexOf('**', 1);
  return match && end !== -1
    ? definitionOf([...match.slice(0, 4), text.slice(0, end)], text.slice(end + 2), false)
    : undefined;
};

const definitionOf = (match: readonly string[], suffix: string, isHeading: boolean): Definition => {
  const [, before = '', id = '', between = '', text = ''] = match;
  const main = (isHeading ? withoutClosing(text) : text).trimEnd();
  const rawTitle = ownText(`${main}${suffix}`.trim());
  const { title, effort } = readTitle(rawTitle);
  const titleStart = before.length + id.length + between.length;
  return {
    id,
    idStart: before.length,
    title,
    rawTitle,
    titleStart,
    titleEnd: titleStart + main.length,
    effort,
    isHeading,
  };
};
