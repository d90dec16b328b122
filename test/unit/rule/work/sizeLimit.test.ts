import { deepEqual } from 'node:assert/strict';
import { nameOf } from '../../../../src/engine/model/uri';
import { goldenEngine } from '../../../support/golden';

const PLAN = '# PLAN: Shop\n\n## Desirable Achievements\n\n**Achievement 1.1**: Basket\n';

/** Filled up with lines of text; the last one ends with a line break too. */
const withLines = (text: string, count: number): string =>
  text + 'More.\n'.repeat(count - (text.split('\n').length - 1));

const sizes = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const { findings } = (await goldenEngine(new Map(Object.entries(files)))).snapshot;
  return findings
    .filter(({ code }) => code.endsWith('size-limit'))
    .map(({ code, message }) => `${code}: ${message}`);
};

const execution = 'execution/EXECUTION_TASK_SHOP_11_01.md';

describe('size limits', () => {
  it('are met by exactly as many lines as they say', async () => {
    for (const count of [700, 900]) {
      const [finding] = await sizes({ 'PLAN_SHOP.md': withLines(PLAN, count) });
      deepEqual(finding, count === 700 ? undefined : 'near-size-limit: This plan has 900 lines (limit 900).');
    }
    deepEqual(await sizes({ 'PLAN_SHOP.md': withLines(PLAN, 901) }), [
      'size-limit: This plan has 901 lines (limit 900).',
    ]);
    for (const [count, want] of [
      [150, []],
      [151, ['near-size-limit: This EXECUTION_TASK has 151 lines (limit 200).']],
      [200, ['near-size-limit: This EXECUTION_TASK has 200 lines (limit 200).']],
      [201, ['size-limit: This EXECUTION_TASK has 201 lines (limit 200).']],
    ] as const) {
      deepEqual(await sizes({ 'PLAN_SHOP.md': PLAN, [execution]: withLines('# Task\n', count) }), want);
    }
  });

  it('are one finding for all EXECUTION_TASKs of a plan, at the longest, with the others', async () => {
    const files = new Map([
      ['PLAN_SHOP.md', PLAN],
      ['execution/EXECUTION_TASK_SHOP_11_01.md', withLines('# Task\n', 210)],
      ['execution/EXECUTION_TASK_SHOP_11_02.md', withLines('# Task\n', 300)],
      ['execution/EXECUTION_TASK_SHOP_11_03.md', withLines('# Task\n', 160)],
      ['execution/EXECUTION_TASK_SHOP_11_04.md', withLines('# Task\n', 220)],
    ]);
    const { findings } = (await goldenEngine(files)).snapshot;
    const over = findings.filter(({ code }) => code === 'size-limit');
    deepEqual(
      over.map(({ uri, message }) => [nameOf(uri), message]),
      [
        [
          'EXECUTION_TASK_SHOP_11_02.md',
          '3 EXECUTION_TASKs of this plan have up to 300 lines (limit 200); this is the longest.',
        ],
      ],
    );
    deepEqual(
      over[0]?.related.map(({ message }) => message),
      ['EXECUTION_TASK_SHOP_11_04.md has 220 lines', 'EXECUTION_TASK_SHOP_11_01.md has 210 lines'],
    );
    deepEqual(findings.filter(({ code }) => code === 'near-size-limit').length, 1);
  });

  it('leave alone what is complete', async () => {
    deepEqual(
      await sizes({
        'PLAN_SHOP.md': withLines(PLAN, 1000),
        [execution]: withLines('# Task\n', 400),
        'execution/feedbacks/APPROVED_11.md': '# APPROVED\n',
      }),
      [],
    );
  });
});
