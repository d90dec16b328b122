import type { Field, FieldName } from '../model/achievement';
import { span } from '../model/text';
import type { ScannedLines } from './lines';

/** The spellings of FORMAT A7, lower case. */
const NAMES: Readonly<Record<string, FieldName>> = {
  effort: 'effort',
  'estimated effort': 'effort',
  'estimated time': 'effort',
  'time estimate': 'effort',
  estimate: 'effort',
  time: 'effort',
  duration: 'effort',
  'estimated duration': 'effort',
  'estimated hours': 'effort',
  'effort estimate': 'effort',
  actual: 'actual',
  'actual effort': 'actual',
  'actual time': 'actual',
  'actual duration': 'actual',
  'actual hours': 'actual',
  'time spent': 'actual',
  'hours spent': 'actual',
  'time taken': 'actual',
  goal: 'goal',
  objective: 'goal',
  purpose: 'goal',
  description: 'goal',
  what: 'what',
  success: 'success',
  'success criteria': 'success',
  'acceptance criteria': 'success',
  'done when': 'success',
  deliverable: 'deliverables',
  deliverables: 'deliverables',
  test: 'tests',
  tests: 'tests',
  testing: 'tests',
  'testing requirements': 'tests',
  'tests required': 'tests',
  dependencies: 'dependencies',
  dependency: 'dependencies',
  'depends on': 'dependencies',
  requires: 'dependencies',
  prerequisite: 'dependencies',
  prerequisites: 'dependencies',
  blocks: 'blocks',
  'prerequisite for': 'blocks',
};

/** A mark may stand before a label of a list: `- ✅ Effort: …`. */
const BOLD_LABEL =
  /^([-*+][ \t]+(?:[^\w\s*_[\](){}<>"'`#|~+-]{1,6}[ \t]+)?)?(?:\*\*|__)([^*_\n]{1,80}?)(:?)(?:\*\*|__)[ \t]*(?:\([^()\n]*\)[ \t]*)?(:?)[ \t]*/;
const PLAIN_LABEL =
  /^([-*+][ \t]+(?:[^\w\s*_[\](){}<>"'`#|~+-]{1,6}[ \t]+)?)([A-Za-z][A-Za-z ]{1,30}):[ \t]*/;

interface Label {
  readonly label: string;
  readonly name: FieldName;
  readonly isItem: boolean;
  /** Characters of the line up to the value. */
  readonly length: number;
}

const nameOf = (label: string): FieldName => NAMES[label.trim().toLowerCase()] ?? 'other';

/** `-`, `*`, `+` or `_`: what a label's line starts with, at column 0. */
const canBeLabel = (code: number): boolean => code === 45 || code === 42 || code === 43 || code === 95;

const readLabel = (line: string): Label | undefined => {
  if (!line.includes(':')) return undefined;
  const bold = BOLD_LABEL.exec(line);
  if (bold?.[2] && (bold[3] || bold[4])) {
    return {
      label: bold[2].trim(),
      name: nameOf(bold[2]),
      isItem: bold[1] !== undefined,
      length: bold[0].length,
    };
  }
  const plain = PLAIN_LABEL.exec(line);
  if (plain?.[2] && nameOf(plain[2]) !== 'other') {
    return { label: plain[2].trim(), name: nameOf(plain[2]), isItem: true, length: plain[0].length };
  }
  return undefined;
};

/**
 * The labelled values between two lines, in order (FORMAT A7): `- **Effort**: …`, `- Effort: …`,
 * `**Effort**: …` at column 0. A paragraph label without a value (`**Deliverables**:`) owns the list below it,
 * so list items there are its content however they are labelled.
 */
export const readFields = (scan: ScannedLines, firstLine: number, lastLine: number): readonly Field[] => {
  const starts: { readonly line: number; readonly label: Label }[] = [];
  let ownsItems = false;
  for (let line = firstLine; line <= lastLine; line++) {
    if (scan.kinds[line] !== 'text' || !canBeLabel(scan.firstCodeOf(line))) continue;
    const text = scan.textOf(line);
    const label = readLabel(text);
    if (!label || (label.isItem && ownsItems)) continue;
    ownsItems = !label.isItem && text.slice(label.length).trim() === '';
    starts.push({ line, label });
  }
  return starts.map(({ line, label }, at) => {
    const end = (starts[at + 1]?.line ?? lastLine + 1) - 1;
    return fieldOf(scan, line, lastContentLine(scan, line, end), label);
  });
};

const lastContentLine = (scan: ScannedLines, first: number, last: number): number => {
  let line = last;
  while (line > first && scan.kinds[line] === 'blank') line--;
  return line;
};

const fieldOf = (scan: ScannedLines, first: number, last: number, label: Label): Field => {
  const start = scan.index.startOf(first);
  const text = scan.textOf(first);
  const value = text.slice(label.length).trimEnd();
  const valueStart = start + label.length;
  return {
    name: label.name,
    label: label.label,
    value,
    valueSpan: span(valueStart, valueStart + value.length),
    block: span(start, scan.index.startOf(last) + scan.textOf(last).length),
  };
};
