import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readSections } from '../../../../src/engine/document/markdown/heading';
import { scanLines } from '../../../../src/engine/document/markdown/lines';
import type { SectionKind } from '../../../../src/engine/document/plan/sectionKind';
import { insertSection } from '../../../../src/engine/edit/plan/insertSection';
import { applyEdits } from '../../../support/applyEdits';

const OPTIONS = { seed: 20_261_121, numRuns: 300 };

const TEMPLATE: readonly SectionKind[] = [
  { title: 'Goal', words: /\bgoal\b/i },
  { title: 'Approach', words: /\bapproach\b/i },
  { title: 'Results', words: /\bresults\b/i },
];

const inserted = (text: string, title: string): string =>
  applyEdits(text, insertSection(text, TEMPLATE, title, 'To do.'));

describe('inserting a section', () => {
  it('stands behind the section the template has before it, subsections included', () => {
    equal(
      inserted('# T\n\n## 🎯 Goal\n\n### Why\n\nText\n\n## Other\n', 'Approach'),
      '# T\n\n## 🎯 Goal\n\n### Why\n\nText\n\n## Approach\n\nTo do.\n\n## Other\n',
    );
  });

  it('stands before the next one of the template where there is none before', () => {
    equal(
      inserted('# T\n\nIntro\n\n## Results\n', 'Goal'),
      '# T\n\nIntro\n\n## Goal\n\nTo do.\n\n## Results\n',
    );
  });

  it('stands at the end of a document without any of them', () => {
    equal(inserted('# T\n\nText', 'Goal'), '# T\n\nText\n\n## Goal\n\nTo do.\n');
    equal(inserted('', 'Goal'), '## Goal\n\nTo do.\n');
  });

  it('takes over depth, rules between sections and line breaks', () => {
    equal(
      inserted('# T\r\n\r\n### Goal\r\n\r\nText\r\n\r\n---\r\n\r\n### Results\r\n', 'Approach'),
      '# T\r\n\r\n### Goal\r\n\r\nText\r\n\r\n---\r\n\r\n### Approach\r\n\r\nTo do.\r\n\r\n---\r\n\r\n### Results\r\n',
    );
  });

  it('leaves alone what has the section, and what ends in open code', () => {
    deepEqual(insertSection('## Our approach', TEMPLATE, 'Approach', 'x'), []);
    deepEqual(insertSection('## Goal\n\n```\ncode', TEMPLATE, 'Approach', 'x'), []);
  });

  it('takes nothing away, and every other heading stays one', () => {
    const line = fc.constantFrom(
      ...[
        '# T',
        '## Goal',
        '### Approach',
        '## Results',
        '## Other',
        '',
        'text',
        '---',
        '- item',
        '  - [ ] x',
      ],
      ...['```', '<!--', '-->', '<div>', '> quote', '    code', '| a | b |'],
    );
    const document = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'));
    fc.assert(
      fc.property(document, fc.constantFrom('Goal', 'Approach', 'Results'), ([lines, eol], title) => {
        const text = lines.join(eol);
        const edits = insertSection(text, TEMPLATE, title, 'To do.');
        const after = applyEdits(text, edits);
        ok(edits.every(({ span }) => span.start === span.end));
        const titles = (of: string): readonly string[] =>
          readSections(scanLines(of)).map((each) => `${each.depth} ${each.title}`);
        const before = titles(text);
        const now = titles(after);
        equal(now.length, before.length + edits.length);
        equal(
          now.filter((each) => each.endsWith(` ${title}`)).length,
          before.filter((each) => each.endsWith(` ${title}`)).length + edits.length,
        );
        deepEqual(insertSection(after, TEMPLATE, title, 'x'), edits.length > 0 ? [] : edits);
      }),
      OPTIONS,
    );
  });
});
