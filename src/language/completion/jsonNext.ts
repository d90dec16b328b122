import { createScanner } from 'jsonc-parser';

/** Whether the colon of a property follows: then a key is renamed. */
export const isNamed = (text: string, offset: number): boolean => nextCharacter(text, offset) === ':';

/** The comma that what is inserted before `offset` needs behind it. */
export const commaBehind = (text: string, offset: number): '' | ',' => {
  const next = nextCharacter(text, offset);
  return next === '' || ',}]'.includes(next) ? '' : ',';
};

/** The first character behind blanks and comments; empty at the end. */
const nextCharacter = (text: string, offset: number): string => {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  scanner.scan();
  return text.charAt(scanner.getTokenOffset());
};
