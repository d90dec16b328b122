const DENIED = /\b(?:not|n['’]t|never|no|nothing|without|cannot)[ \t]+(?:[\w-]+[ \t]+){0,2}$/i;

/** What a word in front of a name says; patterns have the flag `g`. */
export type SayingWords<T> = readonly (readonly [says: T, words: RegExp])[];

/**
 * What the word says that ends closest in front of a name; `denied` where it is denied (`does not need`), undefined
 * where there is none.
 */
export const closestWord = <T>(before: string, words: SayingWords<T>, denied: T): T | undefined => {
  let closest: { readonly says: T; readonly end: number } | undefined;
  for (const [says, pattern] of words) {
    for (const match of before.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (closest && closest.end >= end) continue;
      closest = { says: DENIED.test(before.slice(0, match.index)) ? denied : says, end };
    }
  }
  return closest?.says;
};
