import fc from 'fast-check';

/** Lines that mean something to Markdown, in every order: most documents made of them are nonsense, all have one parse. */
const LINES = [
  '',
  '',
  '',
  'text',
  '  text',
  '**Achievement 1.1**: One',
  '**Achievement 1.2**: Two',
  '**Achievement 2.1**: Three',
  '# Top',
  '## Desirable Achievements',
  '## Other',
  '### Part',
  '   ### Three blanks',
  '#none',
  '---',
  '===',
  '***',
  '- - -',
  '```',
  '```js',
  '```js `x`',
  '````',
  '~~~',
  '~~~~ x',
  '  ```',
  '   ~~~',
  '    ```',
  '\t```',
  '- item',
  '- ```',
  '  - nested',
  '1. one',
  '10) ten',
  '- **Achievement 8.8**: an item',
  '> quote',
  '> ```',
  '>',
  '> **Achievement 9.9**: quoted',
  '<!--',
  '-->',
  '<!-- one line -->',
  'text <!-- opened',
  'closed --> text',
  '<script>',
  '</script>',
  '<details>',
  '</details>',
  '<x-y>',
  '<b>bold</b> text',
  '[a]: /url',
  '[^1]: note',
] as const;

const line = fc.constantFrom(...LINES);
const frontMatter = fc.constantFrom(
  '',
  '',
  '',
  '---\nstatus: x\n---\n',
  '---\n# x\n**Achievement 7.7**: x\n---\n',
);

/** PLAN documents: a head, then lines in any order, with either line break. */
export const documents = fc
  .tuple(frontMatter, fc.array(line, { maxLength: 14 }), fc.boolean())
  .map(([matter, lines, isWindows]) => {
    const text = `${matter}## Desirable Achievements\n\n${lines.join('\n')}`;
    return isWindows ? text.replaceAll('\n', '\r\n') : text;
  });
