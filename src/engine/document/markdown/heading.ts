import { ownText } from '../../../shared/ownText';
import { withoutTail } from '../../../shared/withoutTail';
import type { Section } from '../../facts/planFacts';
import { span } from '../../model/text';
import type { ScannedLines } from './lines';

const HEADING = /^[ \t]*(#{1,6})[ \t]*([\s\S]*)$/;
const LEADING_MARKS = /^[^\p{L}\p{N}(`*_]+/u;

/** Heading text without the `#` behind it. */
export const withoutClosing = (text: string): string => {
  const trimmed = text.trimEnd();
  const open = withoutTail(trimmed, '#');
  return open.trimEnd() === open ? trimmed : open.trimEnd();
};

/** Heading text without the marks and emoji in front: plans decorate the same heading in many ways. */
export const plainHeading = (text: string): string => text.replace(LEADING_MARKS, '').trim();

/** Every ATX heading outside code, comments and HTML, with the span of its section. */
export const readSections = (scan: ScannedLines): readonly Section[] => {
  const open: { depth: number; title: string; line: number }[] = [];
  for (const line of scan.marked) {
    if (scan.kinds[line] !== 'heading') continue;
    const [, marks = '', text = ''] = HEADING.exec(scan.textOf(line)) ?? [];
    open.push({ depth: marks.length, title: ownText(plainHeading(withoutClosing(text))), line });
  }
  const ends = sectionEnds(open.map(({ depth }) => depth));
  return open.map(({ depth, title, line }, at) => {
    const start = scan.index.startOf(line);
    const next = open[ends[at] ?? open.length];
    return {
      depth,
      title,
      heading: span(start, start + scan.textOf(line).length),
      span: span(start, next ? scan.index.startOf(next.line) : scan.index.length),
    };
  });
};

/** For each heading the index of the next one that is not deeper. */
const sectionEnds = (depths: readonly number[]): readonly number[] => {
  const ends = new Array<number>(depths.length).fill(depths.length);
  const waiting: number[] = [];
  depths.forEach((depth, at) => {
    for (
      let last = waiting.at(-1);
      last !== undefined && (depths[last] ?? 0) >= depth;
      last = waiting.at(-1)
    ) {
      ends[last] = at;
      waiting.pop();
    }
    waiting.push(at);
  });
  return ends;
};
