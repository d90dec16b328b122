import assert from 'node:assert/strict';
import { readParentPlan } from '../../../src/engine/document/parent/parentPlan';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { sliceOf } from '../../../src/engine/model/text';
import * as fc from '../../support/seededProperties';

const TEXT = `# GRAMMAPLAN: Shop

**Status**: 🚀 In Progress
**Priority**: CRITICAL
**Parent North Star**: \`NORTH_STAR_MARKET.md\`
**Progress**: 37.5 % (by effort)

## 📦 Child PLANs

### Overview

| Child PLAN | Status | Priority | Effort | Progress | Dependencies |
| ---------- | ------ | -------- | ------ | -------- | ------------ |
| **PLAN_SEARCH.md** (PLAN 1) | ✅ Complete | HIGH | 8-12 hours | 100% | None |
| PLAN_SYNC | 📋 Planning | HIGH | 20h | 1/4 | PLAN 1 (foundation) |
| OFFLINE-MODE | Paused | LOW | TBD | - | PLAN 1, 2 |
| PLAN_TILL.md | Planning | LOW | 4 hours | | All above |
| - | total | | 40h | | |

\`\`\`
| Child PLAN | Status |
| --- | --- |
| PLAN_EXAMPLE | Planning |
\`\`\`

## Names

| Name | Meaning |
| --- | --- |
| PLAN_OTHER | nothing |
`;

describe('a GRAMMAPLAN', () => {
  it('has children with all that its tables say of them', () => {
    const { title, header, children, stated, parents } = readParentPlan(TEXT);
    assert.deepEqual(
      [title, header.priority?.text, stated.map(({ progress, line }) => [progress, line])],
      ['GRAMMAPLAN: Shop', 'CRITICAL', [[0.375, 6]]],
    );
    assert.deepEqual(
      parents.map(({ kind, name, line }) => [kind, name, line]),
      [['north-star', 'MARKET', 5]],
    );
    assert.deepEqual(
      children.map(({ name, kind, number, state, progress, effort, after, line }) => [
        [name, kind, number, state, progress, effort?.min, effort?.max, line],
        after,
      ]),
      [
        [['SEARCH', 'plan', 1, 'complete', 1, 8, 12, 14], []],
        [['SYNC', 'plan', 2, 'planning', 0.25, 20, 20, 15], ['PLAN 1']],
        [
          ['OFFLINE-MODE', undefined, 3, 'paused', undefined, undefined, undefined, 16],
          ['PLAN 1', '2'],
        ],
        [['TILL', 'plan', 4, 'planning', undefined, 4, 4, 17], ['All above']],
      ],
    );
    for (const { span, name } of children) assert.match(sliceOf(TEXT, span), new RegExp(name));
  });

  it('is read from any text, with places inside it', () => {
    const piece = fc.constantFrom(
      '| Child PLAN | Status | Progress |\n| --- | --- | --- |\n',
      '| PLAN_A | Planning | 50 % |',
      '|',
      ' PLAN 2 ',
      '\n',
      '**Parent**: ',
      '- NORTH_STAR_X',
      '**Progress**: 10/0',
      '```',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const { children, parents, stated } = readParentPlan(text);
        for (const { span, name } of [...children, ...parents]) assert.ok(sliceOf(text, span).includes(name));
        for (const { progress } of stated) assert.ok(progress >= 0 && progress <= 1);
      }),
    );
  });
});

describe('the parents of a PLAN', () => {
  const parentsOf = (header: string, below = '') =>
    readPlan(
      `# PLAN: Sync\n\n${header}\n\n## Goal\n\n${below}\n\n## Achievements\n\n**Achievement 1.1**: A\n`,
    )
      .parents()
      .map(({ kind, name }) => `${kind ?? '?'} ${name}`);

  it('are read in every spelling of the header', () => {
    for (const [header, parents] of [
      ['**Parent GrammaPlan**: GRAMMAPLAN_SHOP.md', ['grammaplan SHOP']],
      ['**Parent**: `GRAMMAPLAN_SHOP`', ['grammaplan SHOP']],
      ['- **Parent PLAN**: [PLAN_SEARCH](../SEARCH/PLAN_SEARCH.md)', ['plan SEARCH']],
      ['**North Star**: NORTH_STAR_MARKET.md', ['north-star MARKET']],
      [
        '**Parent North Stars**:\n\n- NORTH_STAR_MARKET.md\n- NORTH_STAR_SEA.md',
        ['north-star MARKET', 'north-star SEA'],
      ],
      [
        '**Parent North Stars**:\n- NORTH_STAR_MARKET.md\n- NORTH_STAR_SEA.md',
        ['north-star MARKET', 'north-star SEA'],
      ],
      ['**Parent**: SHOP-EXCELLENCE', ['? SHOP-EXCELLENCE']],
      ['**Parent**: None', []],
      ['Parent: GRAMMAPLAN_SHOP', ['grammaplan SHOP']],
    ] as const) {
      assert.deepEqual(parentsOf(header), parents, header);
    }
  });

  it('are the documents above that a row or an item calls so, and no others', () => {
    assert.deepEqual(
      parentsOf(
        '',
        '| Parent | Coordinated by | GRAMMAPLAN_SHOP.md |\n\nSee GRAMMAPLAN_OTHER.md.\n\n- Part of NORTH_STAR_SEA',
      ),
      ['grammaplan SHOP', 'north-star SEA'],
    );
  });
});
