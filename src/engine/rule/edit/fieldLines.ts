import type { Field } from '../../facts/field';
import { type Span, sliceOf, span } from '../../model/text';

const MARKER = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/;
export const BULLET = /^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** The line around a place, without its line break. */
export const lineAround = (text: string, { start, end }: Span): Span => {
  const next = text.indexOf('\n', end);
  return span(text.lastIndexOf('\n', start - 1) + 1, next === -1 ? text.length : next);
};

/** What a line of a field says: behind the label, or behind the marker of a list; without blank space at the end. */
export const contentOf = (text: string, line: Span, { valueSpan }: Field): Span => {
  const isLabel = line.start <= valueSpan.start && valueSpan.start <= line.end;
  const start = isLabel ? valueSpan.start : line.start + (MARKER.exec(sliceOf(text, line))?.[0].length ?? 0);
  return span(start, start + text.slice(start, line.end).trimEnd().length);
};

/**
 * The lines that hang below a label and belong to it: those indented deeper, items below a label that is none itself,
 * and lines of the same paragraph. Ends where Markdown ends it, however much a field is said to own.
 */
export const hangsBelow = (text: string, { block, valueSpan }: Field): readonly Span[] => {
  const label = lineAround(text, valueSpan);
  const depth = indentOf(sliceOf(text, label));
  const isItem = BULLET.test(sliceOf(text, label));
  const lines: Span[] = [];
  let isAfterBlank = false;
  for (let line = lineBelow(text, label); line && line.start < block.end; line = lineBelow(text, line)) {
    const content = sliceOf(text, line);
    if (content.trim() === '') {
      isAfterBlank = true;
      continue;
    }
    const hangs =
      indentOf(content) > depth ||
      (isItem ? !isAfterBlank && !BULLET.test(content) : BULLET.test(content) || !isAfterBlank);
    if (!hangs || HEADING.test(content)) break;
    lines.push(line);
    isAfterBlank = false;
  }
  return lines;
};

const HEADING = /^(?:#{1,6}[ \t]|```|~~~|\*\*[^*]+\*\*[ \t]*:|\*\*[^*]+:\*\*)/;

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;

const lineBelow = (text: string, line: Span): Span | undefined =>
  line.end >= text.length ? undefined : lineAround(text, span(line.end + 1, line.end + 1));
