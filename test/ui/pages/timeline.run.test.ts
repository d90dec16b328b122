import type { RunPicture, RunTimelineMessage } from '../../../src/webview/protocol/runTimeline';
import { scheduled } from '../../support/graphPlans';
import { themes } from '../../support/themes';
import { accessibilityProblems } from './accessibility';
import { expect, test } from './fixtures';
import { boxOf } from './graphPage';

const PICTURE: RunPicture = {
  run: 'r1',
  headline: 'SHOP-1: 2 of 5 landed',
  note: 'Outlined: the plan at the pace of this run. An hour of estimates took 10 s.',
  pace: 10 / 3600,
  elapsed: 50,
  goesOn: false,
  isWhole: true,
  rows: [
    {
      id: '1.2',
      title: 'Describe the storage schema',
      tone: 'landed',
      words: 'landed, took 40 s, estimate 4 h',
      planned: { start: 0, end: 4 * 3600 },
      real: { start: 0, end: 40 },
    },
    {
      id: '2.1',
      title: 'Import documents',
      tone: 'working',
      words: 'running, estimate 7 h',
      planned: { start: 4 * 3600, end: 11 * 3600 },
      real: { start: 40, end: null },
    },
    {
      id: '2.3',
      title: 'Export search results',
      tone: 'failed',
      words: 'a gate is red, took 20 s, estimate 2 h',
      planned: { start: 0, end: 2 * 3600 },
      real: { start: 10, end: 30 },
    },
    {
      id: '3.1',
      title: 'Write the user guide',
      tone: null,
      words: 'waits for its dependencies, estimate 2 h',
      planned: { start: 11 * 3600, end: 13 * 3600 },
      real: null,
    },
  ],
};

const told = (changes: Partial<RunPicture> = {}): RunTimelineMessage => ({
  type: 'runTimeline',
  picture: { ...PICTURE, ...changes },
});

test.describe('the timeline of a plan that was run', () => {
  test('has a row for each item, in words, and none of it where nothing was run', async ({ timeline }) => {
    await timeline.open(scheduled());
    const { page, graph } = timeline;
    await expect(page.locator('.run-bars')).toBeHidden();
    await graph.send(told());
    await expect(page.getByRole('list', { name: 'SHOP-1: 2 of 5 landed' }).getByRole('listitem')).toHaveText([
      /1\.2 Describe the storage schema.*landed, took 40 s, estimate 4 h/,
      /2\.1 Import documents.*running, estimate 7 h/,
      /2\.3 .*a gate is red/,
      /3\.1 .*waits for its dependencies/,
    ]);
    await graph.send({ type: 'runTimeline', picture: null });
    await expect(page.locator('.run-bars')).toBeHidden();
  });

  test('draws what was planned at the pace of the run, above what was', async ({ timeline }) => {
    await timeline.open(scheduled());
    const { page, graph } = timeline;
    await graph.send(told());
    const bar = (id: string, kind: string) =>
      boxOf(page.locator('.run-row', { hasText: id }).locator(`.run-${kind}`));
    const [planned, real] = [await bar('1.2', 'planned'), await bar('1.2', 'real')];
    expect(Math.abs(planned.width - real.width), 'it took as long as planned').toBeLessThan(2);
    expect(planned.y + planned.height).toBeLessThanOrEqual(real.y);
    const after = await bar('2.1', 'real');
    expect(Math.abs(after.x - (real.x + real.width)), 'it began when the other one had landed').toBeLessThan(
      2,
    );
    await graph.send(told({ isWhole: false, rows: [], pace: null, note: '' }));
    await expect(page.locator('.run-planned').first()).toBeHidden();
  });

  test('changes the rows that the editor tells', async ({ timeline }) => {
    await timeline.open(scheduled());
    const { page, graph } = timeline;
    await graph.send(told());
    const landed = {
      ...PICTURE.rows[1],
      tone: 'landed' as const,
      words: 'landed, took 10 s',
      real: { start: 40, end: 50 },
    };
    await graph.send(told({ isWhole: false, headline: 'SHOP-1: 3 of 5 landed', rows: [landed as never] }));
    await expect(page.locator('.run-row')).toHaveCount(4);
    await expect(page.locator('.run-row', { hasText: '2.1' })).toHaveText(/landed, took 10 s/);
    await expect(page.locator('.run-title')).toHaveText('SHOP-1: 3 of 5 landed');
  });

  test('lets what goes on grow by itself', async ({ timeline }) => {
    await timeline.open(scheduled());
    const { page, graph } = timeline;
    await graph.send(told({ goesOn: true, pace: null, elapsed: 41 }));
    const share = () =>
      page.locator('.run-row', { hasText: '2.1' }).evaluate((row) => {
        const width = (name: string) => row.querySelector(name)?.getBoundingClientRect().width ?? 0;
        return width('.run-real') / width('.run-track');
      });
    const before = await share();
    await expect.poll(share).toBeGreaterThan(before);
  });

  for (const theme of themes) {
    test(`can be read in ${theme.name}`, async ({ timeline }) => {
      await timeline.open(scheduled(), theme);
      await timeline.graph.send(told());
      await expect.poll(() => accessibilityProblems(timeline.graph)).toEqual([]);
      await timeline.graph.screenshot(`timeline run ${theme.name}`);
    });
  }

  test('can be read in a narrow panel', async ({ timeline }) => {
    await timeline.open(scheduled());
    await timeline.page.setViewportSize({ width: 420, height: 700 });
    await timeline.graph.send(told());
    await timeline.graph.still();
    await timeline.graph.screenshot('timeline run narrow');
  });
});
