import { stripVTControlCharacters } from 'node:util';

/** Control characters, and those that turn the direction of what follows. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const CONTROLS_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Text from a document as one line that cannot steer a terminal. */
export const plain = (text: string): string =>
  stripVTControlCharacters(text.replace(/[\t\r\n]+/g, ' ')).replace(CONTROLS, '');

/** JSON that says the same and cannot steer a terminal either. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replace(
    CONTROLS_IN_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
