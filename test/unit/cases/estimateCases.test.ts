import { deepEqual, equal, ok } from 'node:assert/strict';
import { networkIn } from '../../../src/engine/schedule/networkIn';
import { planSchedule } from '../../../src/engine/schedule/planSchedule';
import { needs, type Opened, opened, planWith } from './opened';

const PLAN = '/w/PLAN_LIBRARY.md';
const ASKED = { seed: 1, samples: 50 };
const withEfforts = (efforts: readonly string[]) =>
  opened({
    [PLAN]: planWith(
      'Library',
      Object.fromEntries(
        efforts.map((effort, at) => [
          `1.${at + 1}`,
          [`Shelf ${at + 1}`, `- **Effort**: ${effort}`, needs('None')],
        ]),
      ),
    ),
  });

const scheduleOf = (workspace: Opened) => {
  const network = networkIn(workspace.plan());
  ok(network);
  return planSchedule(network, ASKED);
};

describe('estimates as people write them', () => {
  for (const [effort, least, most = least] of [
    ['2 1/2 hours', 2.5],
    ['2 ½ days', 20],
    ['2h30', 2.5],
    ['3h15', 3.25],
    ['3 hours 45', 3.75],
    ['2 hrs. 15 mins.', 2.25],
    ['5±2h', 3, 7],
    ['3-4 sittings (~2h each)', 6, 8],
    ['2 hours x 5', 10],
    ['2 hours * 5', 10],
    ['2 months', 320],
    ['4 Stunden', 4],
    ['4小时', 4],
  ] as const) {
    it(`are read: ${effort}`, async () => {
      const workspace = await withEfforts([effort]);
      deepEqual(workspace.plan().byId.get('1.1')?.effort, { min: least, max: most });
      deepEqual(workspace.said('unreadable-hours'), []);
    });
  }

  for (const [effort, code] of [
    ['2_000 min', 'unreadable-hours'],
    ['2 sprints', 'unreadable-hours'],
    ['5 (story points)', 'estimate-without-hours'],
    ['2 (Fibonacci)', 'estimate-without-hours'],
    ['TBD', 'estimate-without-hours'],
  ] as const) {
    it(`are no hours, and said to be none: ${effort}`, async () => {
      const workspace = await withEfforts([effort]);
      equal(workspace.plan().byId.get('1.1')?.effort, undefined);
      deepEqual(workspace.said(), [`${code} PLAN_LIBRARY.md:7 ${effort}`]);
    });
  }

  it('are not looked for in a title that ends with a figure', async () => {
    const titles = {
      '2.1': ['Loan period (30 days)', needs('None')],
      '2.2': ['Quiet hour (60 min)', needs('None')],
    } as const;
    const workspace = await opened({ [PLAN]: planWith('Library', titles) });
    deepEqual(workspace.titles(), { '2.1': 'Loan period (30 days)', '2.2': 'Quiet hour (60 min)' });
    deepEqual(
      workspace.each(({ effort }) => effort),
      { '2.1': undefined, '2.2': undefined },
    );
  });
});

describe('a schedule of what documents say', () => {
  it('takes no milestone for typical work', async () => {
    const workspace = await opened({
      [PLAN]: planWith('Library', {
        '1.1': ['Sort', '- **Effort**: 9h', needs('None')],
        '1.2': ['Opened', '- **Effort**: 0h', needs('1.1')],
        '1.3': ['Closed', '- **Effort**: 0h', needs('1.1')],
        '1.4': ['Read', needs('1.1')],
      }),
    });
    const { assumption, makespan } = scheduleOf(workspace);
    deepEqual([assumption, makespan], [9, 18]);
  });

  it('knows a person in every spelling, and both who do one thing together', async () => {
    const shelf = (owner: string) =>
      ['Shelf', '- **Effort**: 3h', needs('None'), `- **Owner**: ${owner}`] as const;
    const workspace = await opened({
      [PLAN]: planWith('Library', {
        '1.1': shelf('Mia'),
        '1.2': shelf('@mia'),
        '1.3': shelf('Mia, Leo'),
        '1.4': shelf('mia'),
        '1.5': shelf('leo'),
      }),
    });
    const { executors, tasks, makespan } = scheduleOf(workspace);
    deepEqual([executors, makespan], [['Mia', 'Leo'], 12]);
    deepEqual(
      tasks
        .map(
          ({ achievement, together }) => `${achievement.id} ${together.map((at) => executors[at]).join(' ')}`,
        )
        .sort(),
      ['1.1 Mia', '1.2 Mia', '1.3 Mia Leo', '1.4 Mia', '1.5 Leo'],
    );
  });
});
