import { printable } from '../engine/words/printable';

/** Text of a document in a list that would draw `$(name)` as an icon. */
export const withoutIcons = (text: string): string =>
  printable(text).replace(/\$(?=\([a-z\d-]+(?:~[a-z]+)?\))/gi, '$ ');
