/** What ASCII alone is made of: nothing to compose. */
const ASCII = /^[\0-\x7f]*$/;

/** A name with its letters composed (NFC): some systems write `Ü` as two characters, and both are the same name. */
export const composed = (name: string): string => (ASCII.test(name) ? name : name.normalize('NFC'));

/** What names are compared by: composed, in lower case. Not what a file is called. */
export const foldName = (name: string): string => composed(name).toLowerCase();

/** The same name in other letters: case and composition do not matter. */
export const sameName = (one: string, other: string): boolean =>
  one === other || foldName(one) === foldName(other);
