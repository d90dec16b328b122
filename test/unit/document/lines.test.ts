import assert from 'node:assert/strict';
import { scanLines } from '../../../src/engine/document/lines';

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
    ['front matter', '---\na: 1\n---\nb', ['b']],
    ['a rule is no front matter without an end', '---\na', ['---', 'a']],
    ['CRLF', 'a\r\n```\r\nx\r\n```\r\nb', ['a', 'b']],
    ['indented code is not taken for a fence', 'a\n\n    ```\nb', ['a', '    ```', 'b']],
  ];
  for (const [name, text, want] of cases) it(name, () => assert.deepEqual(contentOf(text), want));
});
