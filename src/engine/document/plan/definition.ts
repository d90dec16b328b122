import { ownText } from '../../../shared/ownText';
import { withoutTail } from '../../../shared/withoutTail';
import type { UnreadReason } from '../../facts/planFacts';
import type { AchievementId } from '../../model/ids';
import { isStruckOut, openMark, titleIn } from './definitionTitle';
import { readTitle } from './title';

/** A line that defines an achievement; positions are columns of that line. */
export interface Definition {
  readonly id: AchievementId;
  readonly idStart: number;
  readonly title: string;
  /** All that follows the id, trimmed; bold marks, links and anchors around the whole title are not part of it. */
  readonly rawTitle: string;
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly effort: string | undefined;
  readonly isHeading: boolean;
  /** False for a heading without anything between id and title: it may only name what is defined elsewhere. */
  readonly isSure: boolean;
}

/** A line that looks like a definition and is none; one of several at once is left to what names them. */
export interface NoDefinition {
  readonly reason: UnreadReason | 'several';
  /** What stands in the place of the id. */
  readonly id: string;
}

/** `**Achievement 1.1**: Title` without marks, as nine of ten definitions are written: known at a glance. */
const USUAL = /^(\*\*Achievement )(\d+(?:\.\d+)*)(\*\*:[ \t]*)([\s\S]*)$/;
/**
 * Whether what stands behind marks can be the word, an id, or something that stands in front of them: a quick look, since
 * most lines that are read begin with another word.
 */
const MAY_NAME = /^[^A-Za-z\d<&:[\x80-\uffff]*[aA\d<&:[\x80-\uffff]/;
const HEADING = /^ {0,3}#{1,6}[ \t]+/;
const BOLD = /^(?:\*{2,3}|__)(?!\s)/;
const NAME =
  /(achievements?|a(?=[chievmnt])[a-z]{8,12})(?:(?:[\s\u00A0\u200B]|&nbsp;)+#?|[-_])(?:n(?:o|r|um(?:ber)?)\.?[ \t]{1,4}#?)?(?=[\p{L}\p{N}])/iuy;
const ID = /\d+(?:\.\d+)*/y;
/** What goes on as an id with other characters than digits and dots: `1.11a`, `A1`, `1_2`, `1.1-b`, digits on keys. */
const OTHER_ID =
  /(?:(?:[\p{L}._]|\uFE0F|\u20E3)*\p{N})+(?:[\p{L}._]|\uFE0F|\u20E3)*(?:-\p{L}\p{N}?(?![\p{L}\p{N}]))?/uy;
/** A list or range of ids, which defines nothing: `2.2/2.3`, `1.1-1.3`, `1.1, 1.2`. */
const SEVERAL = /[ \t]*(?:[/&,+–—-]|\band\b|\bto\b|\bor\b)[ \t]*(?=\d)/iy;
const AMOUNT = /[\d.]+[ \t]?(?:h|hrs?|hours?|d|days?|m|min|minutes?|w|weeks?)\b/iy;
/** What closes the marks around an id: emphasis, code, a link with its target. */
const CLOSING = /(?:[*_`~]|\](?:\([^()\s]{0,200}\))?|<\/[a-z]{1,6}>)*/iy;
const SEPARATOR =
  /[ \t\u00A0\u200B]*[:：][ \t\u00A0\u200B]*|[ \t]+[–—-](?=[ \t])[ \t]+|[.)](?=[ \t*_]|$)[ \t]*/y;
/** A remark between an id and the colon behind it: `**Achievement 1.1** (optional): …`, a footnote, an emoji. */
const REMARK =
  /(?:[ \t]|\([^()\n]*\)|\[[^[\]\n]*\]|\p{Extended_Pictographic}|\uFE0F|\u200D|[*_`~]|<\/?[a-z]+>)+(?=[:：])/iuy;
const SEVERAL_IDS = /(?:[ \t]*(?:[/&,+–—-]|\band\b|\bto\b|\bor\b)[ \t]*\d+(?:\.\d+)*)+/iy;
/** `**1.2**: Title`, `### 1.2 Title`: all but the word. */
const WITHOUT_WORD =
  /^(?:#{3,6}[ \t]+(?:\*\*)?|\*\*|__)#?(\d+(?:\.\d+)+)(?:(?:\*\*|__)?[ \t]*[:：–—-]|[.)]?[ \t]+(?=\p{Lu}))/u;
const BLANKS = /[ \t\u00A0\u200B]*/y;
const ITEM_BOX = /^[-*+][ \t]+\[[ xX]\][ \t]/;

/** Titles are shown in one line: what is longer than this is not read as a title. */
const MAX_LINE = 1000;

const after = (pattern: RegExp, line: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : at;
};

/**
 * Reads a definition in any form of FORMAT A2, or says why a line that looks like one is none; undefined for every other
 * line, false friends (A3) included.
 */
export const readDefinition = (line: string): Definition | NoDefinition | undefined => {
  if (line.length > MAX_LINE) return tooLong(line);
  const usual = USUAL.exec(line);
  const [, before = '', id = '', between = '', text = ''] = usual ?? [];
  if (!usual || text.startsWith('~~'))
    return MAY_NAME.test(line) ? (readUnusual(line) ?? withoutWord(line)) : undefined;
  return definitionOf(
    { id, idStart: before.length, titleStart: before.length + id.length + between.length },
    line,
    {
      isHeading: false,
      isSure: true,
      isOpen: false,
    },
  );
};

/** What would define an achievement, but for the length of its title. */
const tooLong = (line: string): NoDefinition | undefined => {
  const found = readDefinition(line.slice(0, MAX_LINE));
  return found && !('reason' in found) && found.isSure ? { reason: 'too-long', id: found.id } : undefined;
};

const readUnusual = (line: string): Definition | NoDefinition | undefined => {
  const named = nameIn(line);
  if (!named) return undefined;
  const { form, idStart } = named;
  const written = withoutTail(line.slice(idStart, after(OTHER_ID, line, idStart)), '._');
  const id = written.slice(0, after(ID, written, 0));
  const isOne = written !== '' && !namesSeveral(line, idStart + id.length);
  if (!isOne) return form === 'bold' ? severalAt(line, idStart + id.length, id) : undefined;
  if (written !== id) {
    const isNamed = form === 'heading' || isSeparatedAt(line, idStart + written.length);
    return isNamed ? { reason: 'id', id: written } : undefined;
  }
  const { start, isSeparated, isOpen } = titleStartOf(line, idStart, id);
  const text = line.slice(start);
  if (!isSeparated && (form === 'plain' || !startsTitle(text))) return undefined;
  if (named.isStruck || isStruckOut(text)) return { reason: 'struck-out', id };
  const reason = named.isMisspelt ? 'misspelt' : reasonOf(form, isSeparated);
  if (reason) return { reason, id };
  const shape = { isHeading: form === 'heading', isSure: isSeparated, isOpen };
  return definitionOf({ id, idStart, titleStart: start }, line, shape);
};

/** `**Achievement 1.2/1.3**: Title` */
const severalAt = (line: string, at: number, id: string): NoDefinition | undefined =>
  id !== '' && isSeparatedAt(line, after(SEVERAL_IDS, line, at)) ? { reason: 'several', id } : undefined;

const withoutWord = (line: string): NoDefinition | undefined => {
  const id = WITHOUT_WORD.exec(line)?.[1];
  return id === undefined ? undefined : { reason: 'without-word', id };
};

/** Whether another id is joined behind one; an effort is none. */
const namesSeveral = (line: string, endOfId: number): boolean => {
  const next = after(SEVERAL, line, endOfId);
  return next > endOfId && after(AMOUNT, line, next) === next;
};

interface Named {
  readonly form: Form;
  readonly idStart: number;
  readonly isMisspelt: boolean;
  readonly isStruck: boolean;
}

/** The word *Achievement* behind nothing but marks, with an id behind it. */
const nameIn = (line: string): Named | undefined => {
  const heading = HEADING.exec(line)?.[0].length;
  const front = frontEnd(line, heading ?? 0);
  NAME.lastIndex = front;
  const word = NAME.exec(line)?.[1];
  const form = word === undefined ? undefined : formOf(line, heading, front);
  if (word === undefined || form === undefined) return undefined;
  const isWrong = !/^achievement$/i.test(word);
  if (isWrong && !isMisspelt(word)) return undefined;
  const isStruck = line.slice(heading ?? 0, front).includes('~~');
  return { form, idStart: NAME.lastIndex, isMisspelt: isWrong, isStruck };
};

/** Why a line of a form defines nothing, though all else is right. */
const reasonOf = (form: Form, isSeparated: boolean): UnreadReason | undefined => {
  if (form === 'heading') return undefined;
  if (form === 'bold') return isSeparated ? undefined : 'without-colon';
  return isSeparated ? form : 'plain';
};

interface TitleStart {
  readonly start: number;
  /** Whether a colon or dash stands between id and title. */
  readonly isSeparated: boolean;
  /** Whether marks in front of the name close behind the title. */
  readonly isOpen: boolean;
}

/** Behind the id: marks that close, then what separates, or the other way round (`**Achievement 1.2:** Title`). */
const titleStartOf = (line: string, idStart: number, id: string): TitleStart => {
  const endOfId = idStart + id.length;
  const closed = after(CLOSING, line, endOfId);
  const separated = after(SEPARATOR, line, closed);
  const remarked = separated === closed ? after(REMARK, line, endOfId) : endOfId;
  if (remarked > endOfId) return behindRemark(line, idStart, endOfId, remarked);
  const isOpen = closed === endOfId && openMark(line.slice(0, idStart)) !== undefined;
  const closedLate = isOpen ? after(CLOSING, line, separated) : separated;
  const behind = after(BLANKS, line, closedLate);
  const mayGoOn = separated === closed || line.charAt(closed) === '.';
  const separatedLate = mayGoOn ? after(SEPARATOR, line, behind) : behind;
  return {
    start: separatedLate,
    isSeparated: separated > closed || separatedLate > behind,
    isOpen: isOpen && closedLate === separated,
  };
};

const WORD = '(?:task|milestone|step|story|item|feature|deliverable|epic|ticket|ach)\\.?[ \\t]{1,4}#?';
const BOLD_ITEM = new RegExp(`^\\*\\*(?:${WORD})?(\\d+(?:\\.\\d+)+)(?:\\*\\*[ \\t]{0,4}[:：]|[:：])`, 'i');
const TITLED_ITEM = new RegExp(`^#{3,6}[ \\t]+(?:\\*\\*)?${WORD}(\\d+(?:\\.\\d+)+)(?![\\d.])`, 'i');

/** The id of what is called otherwise than an achievement and written as one: `**Task 1.2**: …`, `**1.2**: …`. */
export const otherItemIn = (line: string): AchievementId | undefined =>
  (BOLD_ITEM.exec(line) ?? TITLED_ITEM.exec(line))?.[1];

const behindRemark = (line: string, idStart: number, endOfId: number, remarked: number): TitleStart => {
  const isClosed = /[*_`]/.test(line.slice(endOfId, remarked));
  const isOpen = !isClosed && openMark(line.slice(0, idStart)) !== undefined;
  return { start: after(BLANKS, line, after(SEPARATOR, line, remarked)), isSeparated: true, isOpen };
};

const isSeparatedAt = (line: string, at: number): boolean => {
  const closed = after(CLOSING, line, at);
  return after(SEPARATOR, line, closed) > closed;
};

/** Where the marks in front of a name end: emoji, emphasis, boxes, brackets, tags, the number of a heading. */
const frontEnd = (line: string, from: number): number => {
  let at = from;
  for (let length = markLength(line, at); length > 0; length = markLength(line, at)) at += length;
  return at;
};

const MARK =
  /:[a-z0-9_+-]{1,40}:|!\[[^[\]]{0,200}\]\([^()\s]{0,200}\)|\[[ xX]\]|\[![a-z]{1,20}\][+-]?|<[a-z][^<>]{0,200}>(?:<\/[a-z]{1,6}>)?|\d{1,3}[.)](?=[ \t])|[^\p{L}\p{N}<]/iuy;

const markLength = (line: string, at: number): number => after(MARK, line, at) - at;

type Form = 'heading' | 'bold' | 'check-box' | 'quoted' | 'indented' | 'plain';

/** Bold behind nothing but blanks. */
const INDENTED = /^[ \t]+(?:\*{2,3}|__)(?!\s)/;

/** How the line is written; undefined for lists and tables, which define nothing and seldom mean to. */
const formOf = (line: string, heading: number | undefined, front: number): Form | undefined => {
  if (heading !== undefined) return 'heading';
  if (ITEM_BOX.test(line)) return 'check-box';
  const marks = line.slice(0, front).trim();
  if (BOLD.test(line)) return 'bold';
  if (marks.startsWith('>')) return marks.includes('-') || marks.includes('|') ? undefined : 'quoted';
  if (INDENTED.test(line)) return 'indented';
  if (/^(?:[-+*•][ \t]|[| \t])/.test(line) || /\d/.test(marks)) return undefined;
  return /\*\*|__/.test(marks) && !marks.includes('~~') ? 'bold' : 'plain';
};

/** A title begins like one: a sentence about an achievement goes on in small letters. */
const startsTitle = (text: string): boolean => !/^(?:\p{Ll}|[,;)]|['’]s\b)/u.test(text);

/** Close enough to the word that nobody would doubt it. */
const isMisspelt = (word: string): boolean => /^ach?[ie]{1,2}e?vm?e?[mn]e?[mn]?ts?$/i.test(word);

interface Places {
  readonly id: AchievementId;
  readonly idStart: number;
  readonly titleStart: number;
}

interface Shape {
  readonly isHeading: boolean;
  readonly isSure: boolean;
  /** Whether marks in front of the name close behind the title. */
  readonly isOpen: boolean;
}

const definitionOf = (places: Places, line: string, { isHeading, isSure, isOpen }: Shape): Definition => {
  const { start, end, suffix } = titleIn(
    line,
    places.titleStart,
    line.slice(0, places.idStart),
    isOpen,
    isHeading,
  );
  const rawTitle = ownText(`${line.slice(start, end)}${suffix}`.trim());
  const { title, effort } = readTitle(rawTitle);
  return {
    id: places.id,
    idStart: places.idStart,
    title,
    rawTitle,
    titleStart: start,
    titleEnd: end,
    effort,
    isHeading,
    isSure,
  };
};
