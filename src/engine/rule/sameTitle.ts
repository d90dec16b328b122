import { readTitle } from '../document/plan/title';
import { comparableTitle } from './comparableTitle';

/** Case, marks, white space and suffixes aside; a title without a word says nothing that could differ. */
export const isSameTitle = (listed: string, defined: string): boolean => {
  if (listed === defined) return true;
  const words = comparableTitle(readTitle(listed).title);
  return words === '' || words === comparableTitle(defined);
};

/** The same title shortened, or with something added: at least half of the words of the shorter one are in the other. */
export const isVariantOf = (listed: string, defined: string): boolean => {
  if (isSameTitle(listed, defined)) return true;
  const some = wordsOf(listed);
  const others = wordsOf(defined);
  if (others.size === 0) return true;
  const shared = [...some].filter((word) => others.has(word)).length;
  return shared * 2 >= Math.min(some.size, others.size);
};

const wordsOf = (title: string): ReadonlySet<string> =>
  new Set(
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
