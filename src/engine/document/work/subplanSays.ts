import { type ScannedLines, scanLines } from '../markdown/lines';
import { FILL_MARK } from './fillMark';
import { hasContentBelow } from './unwritten';
import { SUBPLAN } from './workSections';

/** What a SUBPLAN says that other documents take up. */
export interface SubplanSays {
  /** What it plans for the execution of that number, as one line; undefined where it says nothing of its own. */
  plannedFor(number: number): string | undefined;
  /** Fragment that leads to the synthesis: `#execution-results-synthesis`; empty where that cannot be told. */
  readonly synthesis: string | undefined;
}

/** Reads a SUBPLAN for those who need its words. Never throws. */
export const readSubplanSays = (text: string): SubplanSays => {
  const scan = scanLines(text);
  const rows = linesBelow(scan, SUBPLAN.active.words).flatMap((line) => rowOf(line) ?? []);
  const steps = linesBelow(scan, SUBPLAN.planned.words).flatMap((line) => stepOf(line) ?? []);
  const find = (from: readonly Numbered[], number: number) =>
    from.find((each) => each.number === number)?.text;
  return {
    plannedFor: (number) => find(rows, number) ?? find(steps, number),
    synthesis: synthesisOf(scan),
  };
};

interface Numbered {
  readonly number: number;
  readonly text: string;
}

const linesBelow = (scan: ScannedLines, words: RegExp): readonly string[] => {
  const lines: string[] = [];
  let isInside = false;
  for (let line = 0; line < scan.kinds.length; line++) {
    const kind = scan.kinds[line];
    if (kind === 'heading') isInside = words.test(scan.textOf(line));
    else if (isInside && kind === 'text') lines.push(scan.textOf(line));
  }
  return lines;
};

/** The first cell of a row: `01_02`, `11_01`, `[EXECUTION_TASK_X_11_02](…)`. */
const NUMBER = /[-_](\d{1,6})(?:\.md)?(?:\D|$)/;
/** Cells that say which document it is, or how far it is. */
const NO_WORDS =
  /^(?:[[`*]*EXECUTION_TASK_|(?:[^\p{L}]*)(?:not (?:yet )?started|planned|open|pending|to ?do|active|ready|complete|done|in progress)\b|[^\p{L}]*$)/iu;

const rowOf = (line: string): Numbered | undefined => {
  const [before, first, ...rest] = line.split('|').map((cell) => cell.trim());
  const number = before === '' && first !== undefined ? NUMBER.exec(first)?.[1] : undefined;
  if (number === undefined) return undefined;
  return written(Number(number), rest.filter((cell) => !NO_WORDS.test(cell)).join(' · '));
};

const STEP = /^ {0,3}(\d{1,6})[.)][ \t]([\s\S]*)$/;

const stepOf = (line: string): Numbered | undefined => {
  const [, number, text] = STEP.exec(line) ?? [];
  return number === undefined || text === undefined ? undefined : written(Number(number), text.trim());
};

const written = (number: number, text: string): Numbered | undefined =>
  text === '' || text.includes(FILL_MARK) ? undefined : { number, text };

/** Headings for which all readers of Markdown make the same fragment. */
const PLAIN = /^\s*#{1,6}\s+([\w]+(?: \w+)*)\s*$/;

const synthesisOf = (scan: ScannedLines): string | undefined => {
  const line = scan.marked.find(
    (each) =>
      scan.kinds[each] === 'heading' &&
      SUBPLAN.synthesis.words.test(scan.textOf(each)) &&
      hasContentBelow(scan, each),
  );
  if (line === undefined) return undefined;
  const heading = PLAIN.exec(scan.textOf(line))?.[1];
  return heading === undefined ? '' : `#${heading.toLowerCase().replaceAll(' ', '-')}`;
};
