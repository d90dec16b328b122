import { oneLine } from '../content';

/** The titles in a list `Read files; Write files`. */
export const titlesIn = (list: string): readonly string[] =>
  list
    .split(';')
    .map(oneLine)
    .filter((title) => title !== '');
