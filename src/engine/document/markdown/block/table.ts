const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;

/** Whether two lines (white space in front taken off) are head and delimiter row of a GFM table. */
export const isTableHead = (head: string, delimiters: string): boolean =>
  /[|:]/.test(delimiters) &&
  DELIMITER_ROW.test(delimiters) &&
  head.trim() !== '|' &&
  cellsOf(head) === (delimiters.match(/-+/g)?.length ?? 0);

/** Cells of a row. A bar in front opens the first one, bars at the end open none, escaped bars are content. */
const cellsOf = (row: string): number => {
  const bars = row
    .replace(/\\[\\|]/g, 'x')
    .trim()
    .replace(/^\|/, '');
  return bars === '' ? 0 : bars.replace(/\|$/, '').split('|').length;
};
