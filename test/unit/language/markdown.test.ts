import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { remark } from 'remark';
import { escapeMarkdown, markdownLink } from '../../../src/engine/words/markdown';
import { printable } from '../../../src/engine/words/printable';

const parser = remark();
const typesIn = (markdown: string): Set<string> => {
  const types = new Set<string>();
  const visit = (node: { type: string; children?: readonly { type: string }[] }): void => {
    types.add(node.type);
    for (const child of node.children ?? []) visit(child);
  };
  visit(parser.parse(markdown));
  return types;
};

const hostile = fc.string({
  unit: fc.constantFrom(
    ...'aX1 \n\t\\`*_{}[]()#+-.!|~<>&;:/@$"\'=^\u001b\u202e\u200b',
    '<img src=x onerror=alert(1)>',
    'https://x.org',
    'www.x.org',
    '$(bug)',
    '&amp;',
    '](command:evil)',
    '- [ ] ',
  ),
});

describe('Markdown for hovers and tooltips', () => {
  it('shows exactly the text of a document, and nothing of it as markup', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = `**${escapeMarkdown(`t${text}t`)}**`;
        assert.equal(textOf(parser.parse(markdown)), printable(`t${text}t`));
        for (const type of typesIn(markdown)) assert.match(type, /^(root|paragraph|strong|text)$/, text);
      }),
    );
  });

  it('leaves no icon to draw and nothing to turn into a link by itself', () => {
    const escaped = escapeMarkdown('$(bug) https://x.org www.x.org me@x.org ~~x~~');
    assert.doesNotMatch(escaped, /\$\(|https:\/\/|www\.|e@|~~/);
  });

  it('keeps a link to its own target', () => {
    const [paragraph] = parser.parse(markdownLink('a](b)', 'file:///w/x%20(1).md')).children;
    const link = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    assert.equal(link?.type, 'link');
    assert.equal(link?.type === 'link' && link.url, 'file:///w/x%20(1).md');
    assert.equal(link && textOf(link), 'a](b)');
  });
});
