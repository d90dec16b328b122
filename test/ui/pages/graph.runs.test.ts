import type { RunMarksMessage } from '../../../src/webview/protocol/runMessages';
import { many, nine } from '../../support/graphPlans';
import { themes } from '../../support/themes';
import { accessibilityProblems } from './accessibility';
import { expect, test } from './fixtures';

const NOTHING: RunMarksMessage = {
  type: 'runs',
  isWhole: false,
  marks: [],
  gone: [],
  clashes: [],
  ready: 0,
  words: '',
};
const mark = (id: string, tone: RunMarksMessage['marks'][number]['tone'], words: string) => ({
  id,
  tone,
  words,
  more: [],
  hasLog: tone !== 'held',
});
/** Every kind of thing that a run says. */
const ALL: RunMarksMessage = {
  ...NOTHING,
  isWhole: true,
  marks: [
    mark('1.3', 'landing', 'waits to land'),
    mark('2.1', 'working', 'running (attempt 2)'),
    { ...mark('2.2', 'person', 'waits for a person'), more: ['may conflict with 2.1: src/import.ts'] },
    mark('2.3', 'failed', 'a gate is red'),
    mark('3.1', 'landed', 'landed'),
    mark('3.2', 'held', 'blocked by 2.3'),
    mark('1.1', 'conflict', 'conflicts with what landed'),
    mark('1.2', 'paused', 'rate limited'),
  ],
  clashes: [
    { from: '2.1', to: '2.2', words: 'conflict?' },
    { from: '3.1', to: '2.3', words: 'conflict' },
  ],
};

test.describe('the graph page: a run that goes on', () => {
  test('shows on each card how it stands, in words, and moves nothing', async ({ graph }) => {
    await graph.open(nine());
    const before = await graph.card('2.1').boundingBox();
    const view = await graph.transform();
    await graph.send(ALL);
    await expect(graph.card('2.1')).toHaveText(/2\.1.*Import documents.*Running \(attempt 2\)/);
    await expect(graph.card('2.3')).toHaveText(/A gate is red/);
    await expect(graph.card('4.1')).toHaveText(/Not started.*Blocked by 3\.1, 3\.2/);
    expect(await graph.card('2.1').boundingBox()).toEqual(before);
    expect(await graph.transform()).toBe(view);
  });

  test('changes only what the editor tells, and takes it back', async ({ graph }) => {
    await graph.open(nine());
    await graph.send(ALL);
    await graph.send({ ...NOTHING, marks: [mark('2.1', 'landed', 'landed')], gone: ['2.3'] });
    await expect(graph.card('2.1')).toHaveText(/Landed\s*$/);
    await expect(graph.card('2.3')).toHaveText(/Failed/);
    await expect(graph.card('2.2')).toHaveText(/Waits for a person/);
    await expect(graph.page.locator('.clash')).toHaveCount(0);
    await graph.send({ ...NOTHING, isWhole: true });
    await expect(graph.page.locator('[data-run]')).toHaveCount(0);
    await expect(graph.card('2.1')).toHaveText(/In progress.*Ready/);
  });

  test('counts in the header what the run has, and calls ready what it has not', async ({ graph }) => {
    await graph.open(nine());
    const header = graph.page.locator('header .progress');
    const before = await header.textContent();
    await graph.send({ ...NOTHING, isWhole: true, ready: 1, words: '2 running, 3 landed' });
    await expect(header).toHaveText(/^\d of 9 complete, 2 running, 3 landed, 1 ready$/);
    await graph.show(nine());
    await expect(header).toHaveText(/3 landed, 1 ready$/);
    await graph.send(NOTHING);
    await expect(header).toHaveText(before ?? '');
  });

  test('keeps what it was told when the plan changes, and may be told before the plan', async ({ graph }) => {
    await graph.load();
    await graph.send(ALL);
    await graph.show(nine());
    await expect(graph.card('2.1')).toHaveText(/Running/);
    await graph.show(many(60, 10));
    await graph.show(nine());
    await expect(graph.card('2.2')).toHaveText(/Waits for a person/);
  });

  test('tells a screen reader first how it stands, and what is in its way', async ({ graph }) => {
    await graph.open(nine());
    await graph.send(ALL);
    await expect(graph.card('2.2')).toHaveAttribute(
      'aria-label',
      /^Achievement 2\.2 Show the import history, waits for a person, may conflict with 2\.1: src\/import\.ts, SUBPLAN/i,
    );
  });

  test('draws a line with words between what may conflict', async ({ graph }) => {
    await graph.open(nine());
    await graph.send(ALL);
    await expect(graph.page.locator('.clash text')).toHaveText(['conflict?', 'conflict']);
  });

  test('explains in the legend what it shows', async ({ graph }) => {
    await graph.open(nine());
    await expect(graph.page.locator('footer .key[data-run]')).toHaveCount(0);
    await graph.send({ ...ALL, marks: [mark('2.1', 'working', 'running'), mark('3.1', 'landed', 'landed')] });
    await expect(graph.page.locator('footer .key[data-run]')).toHaveText(['Running', 'Landed']);
  });

  test('keeps focus and selection while it is told', async ({ graph }) => {
    await graph.open(nine());
    await graph.tabIntoGraph();
    const focused = await graph.focused();
    await graph.send(ALL);
    expect(await graph.focused()).toBe(focused);
  });

  test('is told one thing of a large plan at once', async ({ graph }) => {
    await graph.open(many(1000, 40));
    const spent = await graph.page.evaluate(
      async (message) => {
        const start = performance.now();
        window.dispatchEvent(new MessageEvent('message', { data: message }));
        return performance.now() - start;
      },
      { ...NOTHING, marks: [mark('1.1', 'working', 'running')] },
    );
    expect(spent).toBeLessThan(50);
  });

  for (const theme of themes) {
    test(`can be read in ${theme.name}`, async ({ graph }) => {
      await graph.open(nine(), theme);
      await graph.send(ALL);
      await graph.still();
      await expect.poll(() => accessibilityProblems(graph)).toEqual([]);
      await graph.screenshot(`run ${theme.name}`);
    });
  }

  test('can be read far away', async ({ graph }) => {
    await graph.open(many(60, 10));
    await graph.send({
      ...NOTHING,
      marks: [mark('1.1', 'working', 'running'), mark('1.2', 'failed', 'failed')],
    });
    await graph.page.keyboard.press('0');
    await graph.still();
    await graph.screenshot('run far');
  });
});
