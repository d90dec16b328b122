const CONTROLS = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** JSON that cannot steer a terminal: the same data, with the characters that could written as escapes. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replace(
    CONTROLS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
