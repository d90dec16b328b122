/** Large odd numbers, so that every bit of a unit reaches every bit of the result. */
const SPREAD = [0x9e3779b1, 0x85ebca77] as const;

/**
 * A short text in the place of a long one, for telling whether it is another: equal texts give equal fingerprints,
 * and of different ones (64 bits, not made to deceive) practically never.
 */
export const fingerprint = (text: string): string =>
  SPREAD.map((factor) => {
    let hash = factor ^ text.length;
    for (let at = 0; at < text.length; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), factor);
      hash ^= hash >>> 15;
    }
    return (hash >>> 0).toString(36);
  }).join('-');
