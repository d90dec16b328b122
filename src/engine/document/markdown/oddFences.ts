import type { ScannedLines } from './lines';

const TICKS = '```';
const FENCE = /^[ \t]*(`{3,})([^`]*)$/;

/**
 * True where fences stand inside fences of the same length, or one is left open: what is code for Markdown is then not
 * what the author meant. Fences are looked at as their author would, without regard to lists and indentation.
 */
export const hasOddFences = (text: string, scan: ScannedLines): boolean => {
  let open: string | undefined;
  let at = text.indexOf(TICKS);
  while (at !== -1) {
    const line = scan.index.lineAt(at);
    const [, marks, info = ''] = FENCE.exec(scan.textOf(line)) ?? [];
    if (marks !== undefined && open === undefined) open = marks;
    else if (marks !== undefined && open !== undefined && marks.length >= open.length) {
      if (info.trim() !== '') return true;
      open = undefined;
    }
    at = text.indexOf(TICKS, scan.index.startOf(line + 1));
  }
  return open !== undefined;
};
