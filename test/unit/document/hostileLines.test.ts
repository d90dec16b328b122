import { scanLines } from '../../../src/engine/document/markdown/lines';
import { assertGrowth, type Growth } from '../../support/growth';

/** A reader that takes the square of the time would need 16 times as long. */
const GROWTH: Growth = { small: 100_000, times: 4, most: 10, noise: 60 };

/** Text for `repeated`, as long as wanted, between what opens and what ends it. */
const CASES: readonly (readonly [name: string, opening: string, repeated: string, end?: string])[] = [
  ['quotes in one line', '', '> '],
  ['quotes in one line above text', '', '> ', '\na\nb'],
  ['quotes in every line', '', '> > > >\n'],
  ['rules of dashes', '', '- - - -\n'],
  ['one rule of dashes', '', '- '],
  ['dashes that are no rule', '', '- ', 'a'],
  ['list items in every line', '', '- - - - a\n'],
  ['numbers', '', '1. '],
  ['digits', '', '1'],
  ['blank lines below nested items', `${'- '.repeat(40)}a\n`, '\n'],
  ['text below nested quotes', `${'> '.repeat(40)}a\n`, 'b\n'],
  ['backticks', '', '`'],
  ['backticks below a comment', 'a <!-- b\n', '`a``b'],
  ['runs of backticks of any length', 'a <!-- b\n', '` `` ``` ```` ````` '],
  ['fences', '', '```\n'],
  ['fences of two kinds', '', '```\n~~~\n'],
  ['brackets', '', '<'],
  ['tags that never end', '', '<a b="c" '],
  ['tags in every line', '', '<x-y a=1>\n'],
  ['comments that are never closed', 'a\n', 'a <!--\n'],
  ['comments that are never closed in one line', '', '<!--'],
  ['comments in one paragraph', '', 'a <!-- b\nc -->\n'],
  ['declarations', '', '<!a\n\n'],
  ['square brackets', '', '['],
  ['labels', '', '[a\n'],
  ['link definitions', '', '[a]: b\n'],
  ['link definitions above underlines', '', '[a]: b\n===\n'],
  ['a title that never ends', '[a]: b\n"', 'a\n'],
  ['backslashes in a label', '[', '\\', ']:'],
  ['backslashes in a footnote', '[^', '\\', ']:'],
  ['backslashes in a title', '[a]: b\n"', '\\'],
  ['backslashes in a destination', '[a]: <', '\\'],
  ['parentheses in a destination', '[a]: ', '('],
  ['bars', 'a\n', '|'],
  ['tables', '', 'a | b\n- | -\n'],
  ['delimiters', 'a\n', '|-'],
  ['rows of delimiters', 'a\n', '|-|-\n'],
  ['blanks', '', ' '],
  ['tabs', '', '\t'],
  ['indented lines', '', ' \ta\n'],
  ['hashes', '', '#'],
  ['underlines', '', '=\n'],
];

describe('Hostile documents', () => {
  for (const [name, opening, repeated, end = ''] of CASES) {
    it(`cost no more than their length: ${name}`, () => {
      const textOf = (size: number) => opening + repeated.repeat(Math.ceil(size / repeated.length)) + end;
      assertGrowth(GROWTH, textOf, scanLines);
    });
  }
});
