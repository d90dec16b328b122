import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { frontMatterAt } from '../../../../src/engine/document/markdown/block/frontMatter';
import { sliceOf } from '../../../../src/engine/model/text';

const contentOf = (text: string): string | undefined => {
  const place = frontMatterAt(text);
  return place && sliceOf(text, place.content);
};

const HEADER = 'prp_id: PRP-1.1.1\ntitle: Soil\n';

describe('Where front matter stands', () => {
  const above: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['a blank line', '\n'],
    ['a title', '# PRP: Soil\n\n'],
    ['an underlined title', 'PRP: Soil\n=====\n\n'],
    ['a comment', '<!-- made by hand -->\n'],
    ['a comment of several lines', '<!-- one\n\n---\ntwo -->\n\n'],
    ['a comment, a title and blank lines', '\n<!-- x -->\n\n# Soil\n\n\n'],
  ];
  for (const [what, head] of above) {
    it(`is found below ${what}`, () => {
      assert.equal(contentOf(`${head}---\n${HEADER}---\n\nText.\n`), HEADER);
      const windows = `${head}---\n${HEADER}---\n\nText.\n`.replaceAll('\n', '\r\n');
      assert.equal(contentOf(windows), HEADER.replaceAll('\n', '\r\n'));
      assert.equal(contentOf(`\ufeff${head}---\n${HEADER}---\n`), HEADER);
    });
  }

  it('is opened by a rule with a comment, and closed by dots too', () => {
    assert.equal(contentOf(`--- # header\n${HEADER}---\n`), HEADER);
    assert.equal(contentOf(`---  \n${HEADER}...\n`), HEADER);
  });

  const none: readonly (readonly [string, string])[] = [
    ['rules below a paragraph', `Text.\n\n---\n${HEADER}---\n`],
    ['rules below a title and a paragraph', `# T\n\nText.\n\n---\n${HEADER}---\n`],
    ['rules below two titles', `# T\n\n## U\n\n---\n${HEADER}---\n`],
    ['a block without a known key', '---\nlunch: soup\n---\n'],
    ['prose between rules', '---\n\nBuild a thing: quickly\n\n- [ ] Works\n\n---\n'],
    ['prose with a key in it, below a title', '# T\n\n---\n\nSome words.\n\nstatus: fine\n\n---\n'],
    ['a list between rules', '# T\n\n---\n\n1. **First**: all of it\n\n---\n'],
    ['keys without rules', HEADER],
    ['a block in a fence', `# T\n\n\`\`\`yaml\n---\n${HEADER}---\n\`\`\`\n`],
    ['a rule of more hyphens', `----\n${HEADER}----\n`],
    ['a comment that never ends', `<!-- x\n---\n${HEADER}---\n`],
  ];
  for (const [what, text] of none) {
    it(`is not ${what}`, () => assert.equal(contentOf(text), undefined));
  }

  it('ends at the first blank line or heading where no rule closes it', () => {
    const place = frontMatterAt(`---\n${HEADER}\n# Soil\n\nText without one.\n\n---\n\nMore.\n`);
    assert.equal(place?.isClosed, false);
    assert.equal(contentOf(`---\n${HEADER}\n# Soil\n\nText, and no YAML.\n\n---\n\nMore.\n`), HEADER);
    assert.equal(contentOf(`---\n${HEADER}`), HEADER);
  });

  it('never throws, and lies inside of every text', () => {
    const part = fc.constantFrom(
      '---',
      '--- # c',
      '...',
      '# T',
      '<!-- x -->',
      '<!--',
      '-->',
      '',
      'status: x',
      'a b',
      '- c',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const place = frontMatterAt(text);
        if (!place) return;
        const { opening, content, end } = place;
        assert.ok(opening.start <= opening.end && opening.end <= content.start);
        assert.ok(content.start <= content.end && content.end <= end && end <= text.length);
        assert.match(sliceOf(text, opening), /^---/);
      }),
    );
  });
});
