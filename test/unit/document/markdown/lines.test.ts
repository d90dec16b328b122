import assert from 'node:assert/strict';
import { scanLines } from '../../../../src/engine/document/markdown/lines';

const contentOf = (text: string): readonly string[] => {
  const scan = scanLines(text);
  return scan.kinds.flatMap((kind, line) =>
    kind === 'text' || kind === 'heading' ? [scan.textOf(line)] : [],
  );
};

describe('Lines of a Markdown document', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['fences hide what is in them', 'a\n```js\nx\n```\nb', ['a', 'b']],
    ['a fence closes only with its own mark and length', '````\n```\n~~~~\nx\n````\nb', ['b']],
    ['tildes fence too', '~~~\nx\n~~~\nb', ['b']],
    ['an unclosed fence runs to the end', 'a\n```\nb\nc', ['a']],
    ['backticks in the info string make no fence', '```js`\nb', ['```js`', 'b']],
    ['a fence in a list item ends with the item', '- a\n  ```\n  x\nb', ['- a', 'b']],
    ['a fence behind a list marker', '- ```\n  x\n  ```\n- b', ['- b']],
    ['comments hide their lines', 'a\n<!--\nb\n\nc\n-->\nd', ['a', 'd']],
    [
      'a comment opened in a line hides the rest of its paragraph',
      'a <!-- x\nb\nc -->\nd',
      ['a <!-- x', 'd'],
    ],
    ['a comment that is never closed is text', 'a <!-- x\nb\n\nc', ['a <!-- x', 'b', 'c']],
    ['a comment mark in code is code', 'a `<!--` x\nb', ['a `<!--` x', 'b']],
    ['raw script blocks', '<script>\na\n\nb\n</script>\nc', ['c']],
    ['block tags hide until a blank line', '<details>\na\n\nb', ['b']],
    ['a lone tag does not interrupt a paragraph', 'a\n<x-y>\nb', ['a', '<x-y>', 'b']],
    ['a lone tag hides its block', '<x-y z="1">\na\n\nb', ['b']],
    ['a lone tag hides its block below a rule', '---\n<x-y>\na\n\nb', ['---', 'b']],
    ['a fence is not closed by indented code', '```\n    ```\na', []],
    [
      'a number above 1 does not interrupt a paragraph',
      'a\n10) b\n    ```\nc',
      ['a', '10) b', '    ```', 'c'],
    ],
    ['a comment ends with its paragraph', 'a <!-- x\n# b\nc -->', ['a <!-- x', '# b', 'c -->']],
    ['front matter', '---\nstatus: x\n---\nb', ['b']],
    ['front matter below a title', '# T\n\n---\nstatus: x\n---\nb', ['# T', 'b']],
    ['rules without a key of front matter', '---\na: 1\n---\nb', ['---', 'a: 1', '---', 'b']],
    ['rules around prose', 'a\n\n---\nstatus: x\n---\nb', ['a', '---', 'status: x', '---', 'b']],
    ['a rule is no front matter without an end', '---\na', ['---', 'a']],
    ['CRLF', 'a\r\n```\r\nx\r\n```\r\nb', ['a', 'b']],
    ['indented code is not taken for a fence', 'a\n\n    ```\nb', ['a', '    ```', 'b']],
    ['a fence in a quote ends with the quote', '> ```\n> a\nb', ['b']],
    ['a fence in an item in a quote', '> - ```\n>   a\n> b', ['> b']],
    ['a tag alone below an open fence in a quote', '> ```\n<x-y>\na\n\nb', ['b']],
    ['a tag alone below a list item', '- a\n<x-y>\nb', ['- a', 'b']],
    ['a fence in a footnote ends with the footnote', '[^1]: a\n\n\t```\n\tb\nc', ['[^1]: a', 'c']],
    ['a tab reaches into the content of an item', '- a\n\n\t```\n\tb\n\t```\nc', ['- a', 'c']],
    ['text goes on lazily, and so does its item', '- a\nb\n  ```\n  c\nd', ['- a', 'b', 'd']],
    ['text does not go on lazily below a fence', '- ```\nb', ['b']],
    ['an empty item starts with one blank line at most', '-\n\n  ```\n  b\nc', ['-']],
    ['an empty item does not interrupt a paragraph', 'a\n*\n  ```\nb', ['a', '*']],
    ['an empty item follows another', '- a\n-\n  ```\n  b\nc', ['- a', '-', 'c']],
    ['a rule is no list', '- - -\n  ```\nb', ['- - -']],
    ['five blanks behind a marker are code', '-      ```\nb', ['-      ```', 'b']],
    ['an underline ends a paragraph', 'a\n===\n<x-y>\nb', ['a', '===']],
    ['link definitions have no underline', '[a]: b\n===\n<x-y>\nc', ['[a]: b', '===', '<x-y>', 'c']],
    ['the title of a link definition', '[a]: b "c\nd\ne"\nf', ['[a]: b "c', 'f']],
    ['a title that is not closed is text', '[a]: b\n"c\nd', ['[a]: b', '"c', 'd']],
    ['a tag alone interrupts a table', '|a|\n|-|\n<x-y>\nb', ['|a|', '|-|']],
    ['a table needs as many cells in both rows', '|a|b|\n|-|\n<x-y>', ['|a|b|', '|-|', '<x-y>']],
    ['an escaped bar is no cell', '|a\\|b|\n|-|\n<x-y>', ['|a\\|b|', '|-|']],
    ['processing instructions', '<?php\n\na\n?>\nb', ['b']],
    ['declarations', '<!DOCTYPE\n\na >\nb', ['b']],
    ['CDATA', '<![CDATA[\n\na\n]]>\nb', ['b']],
    ['a comment that is closed at once', '<!-->\na', ['a']],
    ['a comment in a quote ends with the quote', '> <!--\n> a\nb', ['b']],
    ['a comment mark in code over two lines', 'a `b\nc <!-- d` e\nf -->', ['a `b', 'c <!-- d` e', 'f -->']],
    ['an escaped comment mark', 'a \\<!-- b\nc -->', ['a \\<!-- b', 'c -->']],
  ];
  for (const [name, text, want] of cases) it(name, () => assert.deepEqual(contentOf(text), want));

  const headings: readonly (readonly [string, string, readonly string[]])[] = [
    ['stand alone on their line', '# a\n- # b\n> # c', ['# a']],
    ['stand in items, however deep', '- - a\n\n    ## b\n\n      ### c', ['    ## b', '      ### c']],
    ['are not indented by four more than their item', '- a\n\n      ## b', []],
    ['stand in no footnote', '[^1]: a\n\n    ## b\n\n## c', ['## c']],
    ['interrupt text and tables', 'a\n# b\n|a|\n|-|\n# c', ['# b', '# c']],
  ];
  for (const [name, text, want] of headings) {
    it(`headings ${name}`, () => {
      const { kinds, textOf } = scanLines(text);
      assert.deepEqual(
        kinds.flatMap((kind, line) => (kind === 'heading' ? [textOf(line)] : [])),
        want,
      );
    });
  }

  it('marks no line that turns out to be part of a comment', () => {
    const { marked } = scanLines('**a** <!--\n**b**\n--> c\n**d**');
    assert.deepEqual(marked, [0, 3]);
  });
});
