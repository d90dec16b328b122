/** The letters and digits of a title, so that case, marks and white space make no difference. */
export const comparableTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
