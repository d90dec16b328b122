import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readEvidence } from '../../../../src/engine/document/work/evidence';
import { sliceOf } from '../../../../src/engine/model/text';

const idsOf = (text: string): readonly string[] => readEvidence(text).headerIds.map(({ id }) => id);

describe('Reading evidence documents', () => {
  it('trusts "Achievement Addressed" before "Achievement" before the heading', () => {
    assert.deepEqual(
      idsOf(
        '# SUBPLAN: Achievement 1.3 - X\n\n**Achievement**: 1.2\n**Achievement Addressed**: Achievement 1.1 (Title 9.9)\n',
      ),
      ['1.1', '1.2', '1.3'],
    );
  });

  it('reads ids only in the header and outside code', () => {
    assert.deepEqual(idsOf(`${'\n'.repeat(30)}**Achievement**: 1.1\n`), []);
    assert.deepEqual(idsOf('```\n**Achievement**: 1.1\n```\n'), []);
    assert.deepEqual(idsOf('**Achievement**: 3.5.1\r\n'), ['3.5.1']);
  });

  it('points at the ids', () => {
    const text = '# APPROVED: Achievement 0.1\n\n- **Achievement**: 0.2 – done\n';
    assert.deepEqual(
      readEvidence(text).headerIds.map(({ id, span }) => [id, sliceOf(text, span)]),
      [
        ['0.2', '0.2'],
        ['0.1', '0.1'],
      ],
    );
  });

  it('reads plan name and claimed status', () => {
    const facts = readEvidence(
      '**Mother Plan**: [PLAN_HARVEST-1.md](../PLAN_HARVEST-1.md)\n**Status**: ✅ Complete\n**Status**: Later\n',
    );
    assert.equal(facts.planName, 'HARVEST-1');
    assert.equal(facts.claim?.first, 'complete');
    assert.equal(facts.claim?.last, 'other');
    assert.equal(readEvidence('**PLAN**: HARVEST\n').planName, 'HARVEST');
  });

  const work: readonly (readonly [string, string, boolean])[] = [
    ['a ticked box', '- [x] done\n', true],
    ['an open box', '- [ ] to do\n', false],
    ['a ticked box in code', '```\n- [x] done\n```\n', false],
    [
      'a filled iteration log',
      '## 🔄 Iteration Log\n\n### Iteration 1\n\nTried the parser, 3 tests pass.\n',
      true,
    ],
    [
      'an empty iteration log',
      '## Iteration Log\n\n### Iteration 1\n\n**Date**:\n\n**Result**: [to be filled]\n\n<!-- what was tried -->\n',
      false,
    ],
    ['text elsewhere', '## Objective\n\nBuild it.\n', false],
    ['output pasted into the log', '## Iteration Log\n\n```\n3 passing\n```\n', true],
    ['a section after the log', '## Iteration Log\n\n## Learning Summary\n\nMuch.\n', false],
  ];
  for (const [name, text, want] of work) {
    it(`${want ? 'sees' : 'sees no'} work in ${name}`, () =>
      assert.equal(readEvidence(text).showsWork, want));
  }

  it('never throws on any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '**',
            'Achievement',
            ': ',
            '1.1',
            '\n',
            '# ',
            '- [x] ',
            '```',
            '\r',
            '💥',
            '[',
            ')',
          ),
        ),
        (parts) => {
          const text = parts.join('');
          for (const { id, span } of readEvidence(text).headerIds) assert.equal(sliceOf(text, span), id);
        },
      ),
    );
  });

  const spent: readonly (readonly [string, string, number | undefined])[] = [
    ['a field of the header', '**Actual Time**: ~1.5 hours\n', 1.5],
    ['a plain item', '# X\n\n- Time Spent: ~45 minutes (faster than 2 hours)\n', 0.75],
    ['the middle of a range', '- **Actual**: 2-3 hours\n', 2.5],
    ['bold with its colon', '**Actual Duration:** 30 min\n', 0.5],
    ['the header before the body', `**Actual Effort**: 4h\n${'\n'.repeat(30)}**Time Spent**: 1 hour\n`, 4],
    ['the last of the body', `${'\n'.repeat(30)}**Time Spent**: 1h\n\n**Time Spent**: 2h\n`, 2],
    ['a place to fill in', '**Actual Time**: [hours]\n', undefined],
    ['nothing yet', '**Time Spent**: 0 hours\n', undefined],
    ['an example in code', '```\n**Actual Time**: 3 hours\n```\n', undefined],
    ['a sentence', 'The actual time spent was 3 hours\n', undefined],
    ['an actual compared', '**Actual Duration**: ~1 hour (estimated: 3-4 hours, 75% faster!)\n', 1],
    ['a total with parts', '**Time Spent**: ~2.5 hours total (Phase 1: 45 min, Phase 2: 105 min)\n', 2.5],
    ['behind a mark', '- ⏱️ **Actual**: 90 min\n', 1.5],
    [
      'an estimate only',
      '**Estimated Duration**: 2 hours\n**Duration**: 4-6 hours (as estimated)\n',
      undefined,
    ],
    ['the last duration', '**Duration**: 3h\n\n**Duration**: ~2.7 hours (estimated 2-3 hours)\n', 2.7],
    ['a duration of a phase', '## Phase 1: Set up\n\n**Duration**: 60 min\n', undefined],
    [
      'what is actual before a duration',
      '**Duration**: 3h (estimated 2h)\n\n**Actual**: 4h\n\n**Duration**: 5h (estimated 2h)\n',
      4,
    ],
    [
      'the whole before its parts',
      '## Iteration Log\n\n### Iteration 1\n\n**Duration**: 60 min\n\n### Iteration 2\n\n**Actual**: 5h\n\n## Summary\n\n**Actual**: 3h\n',
      3,
    ],
    [
      'iterations together',
      '## Log\n\n### Iteration 1: first\n\n**Duration**: 60 min\n\n### Iteration 2\n\n**Duration**: 90 min\n**Time Spent**: 2h\n\n### Iteration 3\n\n**Duration**: [Actual Time]\n',
      3,
    ],
    [
      'phases together',
      '## Work\n\n### Phase 1\n\n**Actual Time**: 45 min\n\n### Phase 2\n\n**Actual Time**: 30 min\n',
      1.25,
    ],
    ['an estimate in place of an actual', '**Actual Time**: TBD (estimated 2 hours)\n', undefined],
    ['an estimate', '**Estimated Time**: 3 hours\n', undefined],
  ];
  for (const [what, text, hours] of spent) {
    it(`reads what the work took: ${what}`, () => assert.equal(readEvidence(text).spent, hours));
  }
});
