import assert from 'node:assert/strict';
import { readPlan } from '../../../src/engine/document/plan/plan';

const REST = '\n\n## Desirable Achievements\n\n**Achievement 1.1**: Basket\n';
const headerOf = (...lines: readonly string[]) => readPlan(`${lines.join('\n')}${REST}`).header;

describe('the header of a PLAN', () => {
  const forms: readonly (readonly [label: string, text: string])[] = [
    ['bold label', '# PLAN: Shop\n\n**Status**: Paused'],
    ['colon inside the bold', '# PLAN: Shop\n\n**Status:** Paused'],
    ['list item', '# PLAN: Shop\n\n- **Status**: Paused'],
    ['quote', '# PLAN: Shop\n\n> **Status**: Paused'],
    ['plain', '# PLAN: Shop\n\nStatus: Paused'],
    ['small letters', '# PLAN: Shop\n\nstatus: Paused'],
    ['emoji before the label', '# PLAN: Shop\n\n📊 **Status**: Paused'],
    ['longer label', '# PLAN: Shop\n\n**Plan Status**: Paused'],
    ['state', '# PLAN: Shop\n\n**State**: Paused'],
    ['italic', '# PLAN: Shop\n\n_Status_: Paused'],
    ['row of a table', '# PLAN: Shop\n\n| Field | Value |\n| --- | --- |\n| **Status** | Paused |'],
    ['heading with the value', '# PLAN: Shop\n\n## Status: Paused'],
    ['section of its own', '# PLAN: Shop\n\n## 📊 Current Status\n\nPaused'],
    ['front matter', '---\ntitle: Shop\nstatus: "Paused"\n---\n\n# PLAN: Shop'],
    ['one line with others', '# PLAN: Shop\n\n**Type**: PLAN | **Status**: Paused | **Priority**: High'],
    ['full width colon', '# PLAN: Shop\n\n**Status**：Paused'],
    ['two blanks behind', '# PLAN: Shop\n\n**Status**: Paused  \n**Created**: today'],
    ['carriage returns', '# PLAN: Shop\r\n\r\n**Status**: Paused\r\n'],
    ['byte order mark', '\ufeff# PLAN: Shop\n\n**Status**: Paused'],
  ];
  for (const [label, text] of forms) {
    it(`states the status as ${label}`, () => {
      const whole = text + REST;
      const { status } = readPlan(whole).header;
      assert.equal(status?.text, 'Paused');
      assert.equal(whole.slice(status?.span.start, status?.span.end), 'Paused');
      assert.equal(whole.slice(0, status?.span.start).split('\n').length, status?.line);
    });
  }

  it('is no longer than the first section', () => {
    for (const text of [
      '# PLAN: Shop\n\n## Context\n\n**Status**: Paused',
      '# PLAN: Shop\n\n```\n**Status**: Paused\n```',
      '# PLAN: Shop\n\n<!-- **Status**: Paused -->',
      '# PLAN: Shop\n\n~~**Status**: Paused~~',
      '# PLAN: Shop\n\nThe status of things: Paused',
      '# PLAN: Shop\n\n| Status | Priority | Owner |\n| --- | --- | --- |\n| Paused | High | Ann |',
      '# PLAN: Shop\n\n**Status**:',
    ]) {
      assert.equal(headerOf(text).status, undefined, text);
    }
  });

  it('keeps the first of two', () => {
    assert.equal(
      headerOf('# PLAN: Shop', '', '**Status**: Active', '**Status**: Paused').status?.text,
      'Active',
    );
  });

  it('has a priority, by its first word', async () => {
    const { priorityOf } = await import('../../../src/engine/state/priority');
    const priority = (words: string) =>
      priorityOf({ facts: readPlan(`# PLAN: Shop\n\n**Priority**: ${words}${REST}`) });
    assert.deepEqual(
      [
        'HIGH - Critical for quality',
        '🔴 High (Quick Win)',
        'critical',
        'MEDIUM',
        'low, for now',
        'Very high',
      ].map(priority),
      ['HIGH', 'HIGH', 'CRITICAL', 'MEDIUM', 'LOW', 'HIGH'],
    );
    assert.deepEqual(['Highest ever', 'P1', '1', '[HIGH/LOW]'].map(priority), [
      undefined,
      undefined,
      undefined,
      'HIGH',
    ]);
  });
});
