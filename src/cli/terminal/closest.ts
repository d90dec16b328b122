import { distance } from 'fastest-levenshtein';

/** The known word that an unknown one was most likely meant to be; undefined where none is near. */
export const closest = (unknown: string, known: readonly string[]): string | undefined => {
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(unknown.length / 2)) + 1;
  for (const word of known) {
    const isPart = unknown.length >= 3 && word.includes(unknown);
    const edits = isPart ? 1 : distance(unknown, word);
    if (edits < least) [best, least] = [word, edits];
  }
  return best;
};
