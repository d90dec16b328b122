import * as fc from 'fast-check';

/** Lines that stand in every document: most documents made of them are nonsense, all have one parse. */
const COMMON = [
  'text',
  '**Achievement 1.1**: One',
  '**Achievement 1.2**: Two',
  '### Part',
  '- item',
  '> quote',
] as const;

/** Lines that mean something to Markdown, by what can happen between them. */
const FAMILIES = [
  [
    '# Top',
    '## Desirable Achievements',
    '## Other',
    '#none',
    '#',
    '---',
    '--',
    '===',
    '***',
    '- - -',
    '** *',
  ],
  ['```', '```js', '```js `x`', '````', '~~~', '~~~~ x', '- ```', '> ```', '> ~~~'],
  [
    '* item',
    '+ item',
    '-',
    '1.',
    '1. one',
    '10) ten',
    '1234567890. no item',
    '-\titem',
    '-     code',
    '- - nested',
    '- ### Part',
    '- **Achievement 8.8**: an item',
    '- [ ] task',
    '-',
    '     ### Part',
    '    code',
    '10) ```',
  ],
  ['>', '>quote', '> - item', '> > deeper', '> **Achievement 9.9**: quoted', '> # Top', '>     code'],
  [
    '<!--',
    '-->',
    '<!-- one line -->',
    '<!-->',
    'text <!-- opened',
    'text `<!--` <!-- opened',
    'text \\<!-- escaped',
    'text `open',
    'closed --> text',
  ],
  ['<script>', '</script>', '<details>', '</details>', '<x-y>', '</x-y>', '<x-y> text', '<b>bold</b> text'],
  ['<x-y a="1" b=\'2\' c=3 d />', '<?php', '?>', '<!DOCTYPE html', '>', '<![CDATA[', ']]>', '<x-y>'],
  [
    '[a]: /url',
    '[a]: </url> "title"',
    '[a]: /url "title over',
    "[a]: /url 'title over",
    '[a]:',
    '[a',
    'b]: /url',
    '/url',
    '"title"',
    '"title over',
    'several lines"',
    "several lines'",
    '===',
    '---',
    '<x-y>',
  ],
  ['[^1]: note', '[^1]:', '    ### Part', '\t```', '```', '    - item'],
  ['| a | b |', '| - | - |', '|-|', 'a | b', ':- | -:', '| 1 | 2 |', '|', '<x-y>', '10) ```', '===', '-'],
] as const;

/** What a line can stand behind: indentation and the marks of containers. */
const PREFIXES = [
  ' ',
  '  ',
  '   ',
  '    ',
  '     ',
  '      ',
  '\t',
  ' \t',
  '> ',
  '>',
  '>\t',
  '>   ',
  '>     ',
  '> > ',
  '  > ',
  '- ',
  '-   ',
  '- - ',
  '1. ',
  '10) ',
  '> - ',
  '- > ',
  '[^1]: ',
] as const;

const prefix = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constantFrom(...PREFIXES) },
);
const lineOf = (family: readonly string[]) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 2, arbitrary: fc.tuple(prefix, fc.constantFrom(...COMMON)).map((parts) => parts.join('')) },
    { weight: 4, arbitrary: fc.tuple(prefix, fc.constantFrom(...family)).map((parts) => parts.join('')) },
  );
const part = fc.oneof(...FAMILIES.map((family) => fc.array(lineOf(family), { minLength: 1, maxLength: 7 })));
const mixture = fc.array(lineOf([...new Set(FAMILIES.flat())]), { maxLength: 10 });
const content = fc.oneof(
  { weight: 3, arbitrary: fc.array(part, { maxLength: 3 }).map((parts) => parts.flat()) },
  { weight: 1, arbitrary: mixture },
);
const frontMatter = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('---\nstatus: x\n---\n', '---\n# x\ntitle: y\n**Achievement 7.7**: x\n---\n'),
  },
);

/** PLAN documents: a head, then lines in any order, with either line break. */
export const documents = fc.tuple(frontMatter, content, fc.boolean()).map(([matter, lines, isWindows]) => {
  const text = `${matter}## Desirable Achievements\n\n${lines.join('\n')}`;
  return isWindows ? text.replaceAll('\n', '\r\n') : text;
});
