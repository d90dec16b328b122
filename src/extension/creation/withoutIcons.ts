import { plainText } from '../../language/words';

/** Text of a document in a list that would draw `$(name)` as an icon. */
export const withoutIcons = (text: string): string => plainText(text).replace(/\$\(/g, '$ (');
