import assert from 'node:assert/strict';
import { stateIn } from '../../../src/engine/document/plan/stateIn';
import type { Lifecycle } from '../../../src/engine/model/lifecycle';

const WORDS: Readonly<Record<Lifecycle, readonly string[]>> = {
  planning: [
    'Planning',
    '📋 Planning',
    'Planning Complete (Ready for Execution)',
    '🚀 Ready to Execute',
    'READY WITH ADJUSTMENTS → 🟢 READY FOR EXECUTION',
    'Not Started',
    'not yet started, waiting for Ann',
    'Draft v2',
    'Proposed',
    'TODO',
    'to do',
    'Pending',
    '0/12 complete',
    'Design (no code yet)',
  ],
  active: [
    'Active',
    '🎯 Active (Design Phase)',
    'In Progress',
    'in-progress',
    'In Progress (Partially Superseded)',
    'In Progress (Partially Superseded by PLAN_OTHER.md)',
    '🚀 In Progress (2/7 achievements complete - 29%)',
    'Partially complete',
    'Nearly done',
    'Not complete',
    'Incomplete',
    'Phase 1 Complete, Phase 2 next',
    'Complete: 13 of 18',
    'Complete (13/18)',
    '80% complete',
    '13/18',
    'WIP',
    '**Ongoing**',
    'Planning → Active',
    '~~Paused~~ Active',
    'Blocked on the supplier',
    'The plan is under way',
    'Reopened',
  ],
  paused: [
    'Paused',
    '⏸️ Paused',
    '⏸ PAUSED until spring',
    'On hold',
    'On-Hold (budget)',
    'Temporarily suspended',
    'Active -> Paused',
    'Postponed',
    'Parked.',
    'Waiting for the vendor',
    'Currently on hold',
  ],
  backlog: ['Backlog', 'In the backlog', 'Deferred', 'Someday', 'Icebox', 'Future work', '💤 Backlog'],
  complete: [
    'Complete',
    '✅ COMPLETE',
    'Complete ✅',
    '✅ Complete - all tools work',
    'Completed 2025/11/07',
    'COMPLETE (18/18)',
    'Complete, 75% faster than planned',
    '✅ ALL 7 ACHIEVEMENTS 100% COMPLETE (0.1, 0.2)',
    'All achievements done',
    'Done!',
    'Finished',
    'Implementation complete',
    '100% complete',
    '`Complete`',
    'Successfully completed',
    'Closed',
  ],
  superseded: [
    'Superseded',
    'Superseded by PLAN_NEW.md',
    'Fully superseded',
    'Replaced by [PLAN_B](PLAN_B.md)',
    'Obsolete',
    'Deprecated (see PLAN_C)',
    'Merged into PLAN_D',
    '⚠️ Outdated',
  ],
  abandoned: [
    'Abandoned',
    '❌ Cancelled',
    'Canceled',
    'Dropped',
    'No longer needed',
    "Won't do",
    'Won’t fix',
    'Rejected',
    'Withdrawn',
    'Discontinued',
  ],
  archived: ['Archived', '📦 Archived', 'In archive', 'Archived (2025-11)'],
};

describe('the state that a header states', () => {
  for (const [state, written] of Object.entries(WORDS)) {
    it(`is ${state}, however it is written`, () => {
      for (const words of written) assert.equal(stateIn(words), state, words);
    });
  }

  it('is none in other words, in templates and in a choice', () => {
    for (const words of [
      '',
      '—',
      '✨',
      'ask Ann',
      'v2.1',
      '[Planning | In Progress | Complete]',
      '{{status}}',
      '<status>',
      'Planning / In Progress / Complete',
      'HIGH - Critical',
      'Completeness matters',
      'Actively discussed?',
      '2025-11-07',
    ]) {
      assert.equal(stateIn(words), undefined, words);
    }
  });

  it('takes time in proportion to what is written', () => {
    for (const piece of ['(', '~~', ' - ', '→', 'all a ', '1/', '% ', '[(', '**', ' |']) {
      const started = performance.now();
      stateIn(piece.repeat(100_000));
      assert.ok(performance.now() - started < 5_000, JSON.stringify(piece));
    }
  });
});
