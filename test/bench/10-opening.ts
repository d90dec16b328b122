import assert from 'node:assert/strict';
import type { OpeningFigures } from './children/openWorkspace';
import { APPROVED, PLANS, writeManyPlans } from './manyPlans';
import { runChild, temporaryFolder } from './processes';
import type { Job } from './support';

/** Every measured process tells all figures; each contender takes its own. */
export const job: Job = {
  row: '10',
  name: 'opening 1,000 plans (10,000 achievements, 30,000 files) beside other work',
  rounds: 3,
  prepare: () => {
    const folder = temporaryFolder();
    writeManyPlans(folder.path);
    const open = () => runChild<OpeningFigures>('openWorkspace', [folder.path]);
    const figure = (name: keyof OpeningFigures) => async () => (await open())[name];
    const other = 'finished (wall time)';
    return {
      contenders: [
        { name: 'memory that stays', measure: figure('megabytes'), unit: 'MB' },
        { name: 'longest stretch without a turn', measure: figure('longestStretch') },
        { name: 'first plans shown (wall time)', measure: figure('firstPlans') },
        { name: other, measure: figure('finished') },
      ],
      comparisons: [
        { ours: 'memory that stays', other, target: { kind: 'at-most', amount: 80 } },
        { ours: 'longest stretch without a turn', other, target: { kind: 'at-most', amount: 20 } },
        { ours: 'first plans shown (wall time)', other, target: undefined },
      ],
      check: async () => {
        const { plans, complete, snapshots } = await open();
        assert.deepEqual([plans, complete], [PLANS, PLANS * APPROVED]);
        assert.ok(snapshots > 1, 'nothing was shown before the end');
      },
      tearDown: folder.remove,
    };
  },
};
