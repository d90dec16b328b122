import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { scanLines } from '../../../src/engine/document/markdown/lines';
import { readEvidence } from '../../../src/engine/document/work/evidence';
import { renameHeaderId, writeHeaderId, writeHeaderPlan } from '../../../src/engine/edit/headerEdits';
import { applyEdits } from '../../support/applyEdits';

const OPTIONS = { seed: 20_261_121, numRuns: 300 };

const line = fc.constantFrom(
  ...['# SUBPLAN: Basket', '# SUBPLAN: Achievement 2.4 - Till', '## Goal', '', 'text', '---', '- [ ] box'],
  ...['**Achievement**: 2.4', '**Achievement Addressed**: Achievement 2.4 (Till)', '**Status**: Done  '],
  ...['- **Effort**: 1 hour', '**Plan**: PLAN_YARD.md', '```', '<!--', '-->', '<div>', '> **Note**: x'],
);
const documentText = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, eol]) => lines.join(eol));

describe('edits of a header', () => {
  it('let it name the achievement first, and take nothing else away', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const edits = writeHeaderId(text, '1.11');
        const after = applyEdits(text, edits);
        const first = scanLines(text).kinds[0];
        ok(edits.length > 0 || first === 'hidden', 'only a header in code or a comment cannot be written');
        if (edits.length > 0) equal(readEvidence(after).headerIds[0]?.id, '1.11');
        equal(
          after.length - text.length,
          edits.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0),
        );
        for (const { span } of edits)
          ok(span.start === span.end || text.slice(span.start, span.end) === '2.4');
        deepEqual(edits.length > 0 ? writeHeaderId(after, '1.11') : [], []);
      }),
      OPTIONS,
    );
  });

  it('let it name the plan before any other', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const edits = writeHeaderPlan(text, 'SHOP');
        const after = applyEdits(text, edits);
        ok(edits.every(({ span }) => span.start === span.end));
        if (edits.length > 0) equal(readEvidence(after).planName, 'SHOP');
        deepEqual(edits.length > 0 ? writeHeaderPlan(after, 'SHOP') : [], []);
      }),
      OPTIONS,
    );
  });

  it('rename an id wherever the header names it, in the order of the text', () => {
    const text =
      '# Achievement 2.4\n\n**Achievement**: 2.4\n**Achievement Addressed**: Achievement 2.4 (not 2.4)\n';
    equal(
      applyEdits(text, renameHeaderId(text, '2.4', '2.5')),
      '# Achievement 2.5\n\n**Achievement**: 2.5\n**Achievement Addressed**: Achievement 2.5 (not 2.4)\n',
    );
    deepEqual(renameHeaderId(text, '9.9', '2.5'), []);
  });
});
