import { middleOf } from '../../model/effort';
import type { ScannedLines } from '../markdown/lines';
import { furtherLabelIn, furtherSpellings } from '../words/furtherWords';
import { readSpent } from './effort';
import { readEstimate } from './estimate';

/** `**Actual Time**: ~2 hours`, `- ⏱️ Time Spent: 45 minutes`, `**Duration**: …`: a line of its own. */
const FIELD =
  /^[ \t]*(?:[-*+][ \t]+)?(?:[^\w\s*_[\](){}<>"'`#|~+-]{1,6}[ \t]+)?(?:\*\*)?(actual(?:[ \t]+(?:effort|time|duration|hours))?|(?:time|hours)[ \t]+spent|time[ \t]+taken|duration)(?:\*\*)?[ \t]*:(?:\*\*)?(.*)$/i;
/** How labels start. Looked for first: most lines have none, and a pattern takes longer to say so. */
const STARTS: readonly string[] = ['Actual', 'Time ', 'Hours ', 'Duration'];
/** Where at most in a line a label starts. */
const FARTHEST = 16;
/** A heading of a part of the work, and of one that tells what was done. */
const PART =
  /^[ \t]*#{2,6}[ \t].*\b(?:phase|step|iteration|part|task|session|attempt|stage|round)s?[ \t]*#?\d/i;
const ITERATION = /\b(?:iteration|session|attempt|round)s?[ \t]*#?\d/i;
/** Compared with an estimate, so it is none: `~2.7 hours (estimated 2-3 hours)`, `90 min, faster than planned`. */
const COMPARED = /\b(?:actual|faster|slower|longer than|shorter than)\b/i;

interface Said {
  readonly hours: number;
  /** Line of the heading of the part of the work it is about; undefined for the whole. */
  readonly part: number | undefined;
  readonly isHeader: boolean;
  /** A label that may as well be an estimate: `Duration`. */
  readonly isDuration: boolean;
}

/**
 * Hours that a SUBPLAN, EXECUTION_TASK or feedback file says the work took; the middle of a range. What its header
 * says counts, else the last line about the whole, `Actual …` and `Time Spent` before a `Duration` that is compared
 * with the estimate; else what its parts took together. A `Duration` of a phase is an estimate, one of an iteration
 * is not. Undefined where it says nothing that can be read, or nothing but 0.
 */
export const readSpentHours = (text: string, scan: ScannedLines, headerLines: number): number | undefined => {
  const partOf = partsIn(scan);
  const all = linesWithLabel(text, scan).flatMap(
    (line) => saidAt(scan, line, partOf(line), headerLines) ?? [],
  );
  const whole = all.filter(({ part }) => part === undefined);
  const total =
    whole.find(({ isHeader, isDuration }) => isHeader && !isDuration) ??
    whole.findLast(({ isDuration }) => !isDuration) ??
    whole.at(-1);
  return total?.hours ?? sumOfParts(all);
};

const saidAt = (
  scan: ScannedLines,
  line: number,
  part: number | undefined,
  headerLines: number,
): Said | undefined => {
  const { label, value } = fieldIn(scan.textOf(line));
  const spent = label === undefined ? undefined : readSpent(value);
  if (label === undefined || !spent) return undefined;
  const isDuration = label.toLowerCase() === 'duration';
  const isSaid = !isDuration || isSpent(value) || (part !== undefined && ITERATION.test(scan.textOf(part)));
  return isSaid ? { hours: middleOf(spent), part, isHeader: line < headerLines, isDuration } : undefined;
};

const fieldIn = (line: string): { readonly label: string | undefined; readonly value: string } => {
  const [, label, value = ''] = FIELD.exec(line) ?? [];
  const further = label === undefined ? furtherLabelIn(line) : undefined;
  return further?.meaning === 'actual'
    ? { label: 'actual', value: line.slice(further.from) }
    : { label, value };
};

const isSpent = (value: string): boolean => COMPARED.test(value) || readEstimate(value).spent !== undefined;

/** Each part once, by what is sure before a Duration; the last one of its kind counts. */
const sumOfParts = (all: readonly Said[]): number | undefined => {
  const parts = new Map<number, Said>();
  for (const said of all) {
    const known = said.part === undefined ? undefined : parts.get(said.part);
    if (said.part !== undefined && !(said.isDuration && known?.isDuration === false))
      parts.set(said.part, said);
  }
  if (parts.size === 0) return undefined;
  return [...parts.values()].reduce((sum, { hours }) => sum + hours, 0);
};

interface Heading {
  readonly line: number;
  readonly depth: number;
  readonly isPart: boolean;
}

/** Answers for lines in order: the heading of the part of the work that a line stands in. */
const partsIn = (scan: ScannedLines): ((line: number) => number | undefined) => {
  const open: Heading[] = [];
  let next = 0;
  return (line) => {
    for (let at = scan.marked[next]; at !== undefined && at < line; at = scan.marked[++next]) {
      if (scan.kinds[at] !== 'heading') continue;
      const text = scan.textOf(at);
      const depth = text.trimStart().search(/[^#]|$/);
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
      open.push({ line: at, depth, isPart: PART.test(text) });
    }
    return open.findLast(({ isPart }) => isPart)?.line;
  };
};

const linesWithLabel = (text: string, { index, kinds }: ScannedLines): readonly number[] => {
  const lines = new Set<number>();
  for (const start of [...STARTS, ...furtherSpellings('actual')]) {
    for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + start.length)) {
      const line = index.lineAt(at);
      if (at - index.startOf(line) <= FARTHEST && kinds[line] === 'text') lines.add(line);
    }
  }
  return [...lines].sort((one, other) => one - other);
};
