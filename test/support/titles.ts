import * as fc from 'fast-check';
import { HOSTILE } from './graphPlans';

const PARTS = [
  ...[
    '"',
    "'",
    '`',
    '\\',
    '<',
    '>',
    '&',
    '&lt;',
    '\\N',
    '\\n',
    '{',
    '}',
    '|',
    '[',
    ']',
    '(',
    ')',
    ';',
    ':',
    '#',
  ],
  ...[
    '#quot;',
    '#35;',
    '%%',
    '-->',
    '<!--',
    ']]>',
    '<br/>',
    ':::x',
    'end',
    'style a:#b;',
    'classDef',
    '**',
    '$$',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '\ud800',
    '\ufffe',
    '\uffff',
    '\ufb02\u00b0\u00b0',
    'ß',
  ],
  ...['a', 'é', '日本', '🚀', ' '],
];

/** Titles that mean something to one format or another. */
export const anyTitle: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PARTS), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(...HOSTILE),
);
