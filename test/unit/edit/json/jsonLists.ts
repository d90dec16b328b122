import * as fc from 'fast-check';

/** Blank space, or comments with what could be taken for JSON. */
export const blank = fc.constantFrom(
  '',
  ' ',
  '\n    ',
  '\r\n\t',
  ' /* c */ ',
  ' // c\n  ',
  '\n  // c, "x" ]\n  ',
);

/** A list in any layout: blank space and comments around every element and comma, maybe a trailing comma. */
export const list = (elements: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      blank,
      fc.boolean(),
      fc.array(fc.tuple(blank, blank), { minLength: elements.length, maxLength: elements.length }),
    )
    .map(([first, hasTrailing, around]) => {
      const written = elements.map((element, at) => {
        const [before, after] = around[at] ?? ['', ''];
        const comma = at < elements.length - 1 || hasTrailing ? ',' : '';
        return `${before}${element}${after}${comma}`;
      });
      return `[${first}${written.join('')}${first}]`;
    });
