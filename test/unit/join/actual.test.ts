import assert from 'node:assert/strict';
import { nameOf } from '../../../src/engine/model/uri';
import { parallelDocument } from '../../support/documents.mjs';
import { engineOver, planOf } from '../../support/engineOver';

const FOLDER = '/w/plans/FARM';

describe('What an achievement took', () => {
  it('is said by the PLAN, else parallel.json, else EXECUTION_TASKs, a review or the SUBPLAN', async () => {
    const took = (text: string): string => `# Document\n\n**Time Spent**: ${text}\n`;
    const { plan } = await engineOver({
      [`${FOLDER}/PLAN_FARM.md`]: planOf('FARM', ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'], {
        '1.1': '- **Effort**: 2 hours\n- **Actual Effort**: ~3 hours',
        '1.2': '- **Effort**: 2-3 hours (Actual: ~90 minutes)',
      }),
      [`${FOLDER}/parallel.json`]: parallelDocument('FARM', {
        '1.1': { dependencies: [], actual_hours: 9 },
        '1.3': { dependencies: [], actual_hours: '4-5' },
        '1.4': { dependencies: [], actual_hours: null },
      }),
      [`${FOLDER}/execution/EXECUTION_TASK_FARM_13_01.md`]: took('8h'),
      [`${FOLDER}/execution/EXECUTION_TASK_FARM_14_01.md`]: took('1 hour'),
      [`${FOLDER}/execution/EXECUTION_TASK_FARM_14_02.md`]: took('30 min'),
      [`${FOLDER}/execution/feedbacks/APPROVED_14.md`]: took('7h'),
      [`${FOLDER}/execution/EXECUTION_TASK_FARM_15_01.md`]: '# Document\n',
      [`${FOLDER}/execution/feedbacks/APPROVED_15.md`]: took('2h'),
      [`${FOLDER}/subplans/SUBPLAN_FARM_16.md`]: took('1 day'),
    });
    assert.deepEqual(
      plan('FARM').achievements.map(({ id, actual }) =>
        actual ? [id, actual.min, actual.max, ...actual.saidIn.map((uri) => nameOf(uri))] : [id, actual],
      ),
      [
        ['1.1', 3, 3, 'PLAN_FARM.md'],
        ['1.2', 1.5, 1.5, 'PLAN_FARM.md'],
        ['1.3', 4, 5, 'parallel.json'],
        ['1.4', 1.5, 1.5, 'EXECUTION_TASK_FARM_14_01.md', 'EXECUTION_TASK_FARM_14_02.md'],
        ['1.5', 2, 2, 'APPROVED_15.md'],
        ['1.6', 8, 8, 'SUBPLAN_FARM_16.md'],
        ['1.7', undefined],
      ],
    );
  });
});
