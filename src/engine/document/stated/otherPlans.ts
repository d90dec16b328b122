import type { ScannedLines } from '../markdown/lines';

/** Documents that carry a plan's name: `PLAN_X`, `GRAMMAPLAN_X`, `SUBPLAN_X_11`. */
const DOCUMENT =
  /(?<![\p{L}\p{N}_])(?:(?:GRAMMA)?PLAN|NORTH_STAR|SUBPLAN|EXECUTION_TASK)_(\p{L}[\p{L}\p{N}_-]{0,100})/gu;
/** A plan's name without its prefix: `ENTITY-RESOLUTION`. */
const SHOUTED = /(?<![\w-])[A-Z][A-Z0-9]{1,30}(?:-[A-Z0-9]{1,30}){1,8}(?![\w-])/g;
/** `PLAN 2`, `Plan B`, `child plans`, `GrammaPlan`, `the till plan's`. */
const BY_WORDS =
  /\bplans? (?:\d|[A-Z]\b)|\b(?:child|sibling|sister|other|another|parent|mother|prior|previous|related|next|upstream|downstream|dependent|separate|seed|original)[ \t-](?:\w{1,30}[ \t-]){0,2}plans?\b|\bgramma ?plans?\b|\bnorth star\b|\bcross-plan\b/i;
/** `Entity Resolution plan`; words that begin with a capital and are no name are left out below. */
const TITLED = /\b([A-Z][\w-]{1,30})(?:[ \t]GrammaPlan|[ \t](?:PLAN|[Pp]lan)(?:'s|’s)?)\b/g;
const NO_NAME = new Set(
  'This The Our My Its Own Same Current Whole Entire Full Each Every Main Action Test Execution Parallel Implementation In Of Per See To Update Create Follow Review Read A An'.split(
    ' ',
  ),
);
const QUOTED = /"[^"]*"|“[^“”]*”|«[^«»]*»|„[^„“]*“/g;

/** So many lines above a line are looked at for what it is about. */
const MOST_LINES = 40;
/** What is longer is no line of prose. */
const LONGEST = 2000;

/** Whether a text names another plan than `<NAME>` of this one, by a document, by its name or in words. */
export const namesOtherPlan = (text: string, planName: string): boolean => {
  if (text.length > LONGEST) return false;
  if (BY_WORDS.test(text)) return true;
  const isOther = ([, name = '']: RegExpMatchArray): boolean => !isOwn(name, planName);
  return (
    [...text.matchAll(DOCUMENT)].some(isOther) ||
    [...text.matchAll(SHOUTED)].some(([name]) => !planName.includes(name)) ||
    [...text.matchAll(TITLED)].some(([, name = '']) => !NO_NAME.has(name))
  );
};

/** `SUBPLAN_SHOP_11` is this plan's where that is `SHOP`, whatever stands behind the name. */
const isOwn = (name: string, planName: string): boolean =>
  name === planName || name.startsWith(`${planName}_`);

/** A line with what is quoted, what somebody says elsewhere, blanked out; lengths are kept. */
export const withoutQuotes = (line: string): string => {
  const blank = (part: string): string => ' '.repeat(part.length);
  return /^[ \t]*>/.test(line) ? blank(line) : line.replace(QUOTED, blank);
};

/**
 * Whether a line is about another plan, as itself says, the sentence or list item it belongs to, the head of its table,
 * or the line with a colon in front of its list.
 */
export const isAboutOtherPlan = (scan: ScannedLines, line: number, planName: string): boolean =>
  [scan.textOf(line), ...leadingTo(scan, line)].some((text) => namesOtherPlan(text, planName));

const LIST_ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** The lines above that say what a line is about. */
const leadingTo = (scan: ScannedLines, line: number): readonly string[] => {
  const found: string[] = [];
  const isTable = isRow(scan.textOf(line));
  let indent = indentOf(scan.textOf(line));
  let isItem = LIST_ITEM.test(scan.textOf(line));
  const last = Math.max(0, line - MOST_LINES);
  let at = line - 1;
  for (; at >= last && scan.kinds[at] === 'text'; at--) {
    const text = scan.textOf(at);
    const isAbove = isTable ? !isRow(scan.textOf(at - 1)) : !isItem || indentOf(text) < indent;
    if (!isAbove) continue;
    found.push(text);
    indent = Math.min(indent, indentOf(text));
    isItem ||= LIST_ITEM.test(text);
  }
  while (at >= last && scan.kinds[at] === 'blank') at--;
  const before = at >= last && scan.kinds[at] === 'text' ? scan.textOf(at) : '';
  if (/:[*_ \t]*$/.test(before)) found.push(before);
  return found;
};

const isRow = (text: string): boolean => /^[ \t]*\|/.test(text);

const indentOf = (text: string): number => text.length - text.trimStart().length;
