import assert from 'node:assert/strict';
import type { AnalysedPlan } from '../../src/engine/model/analysis';
import { cyclic, HOSTILE, hostile, nine, unordered } from '../support/graphPlans';
import { dark, highContrast, light, type Theme, themes } from '../support/themes';
import {
  nineEstimated,
  sixtyEstimated,
  thousandEstimated,
  timelineOf,
  withNetwork,
} from '../support/timelinePlans';
import { accessibilityProblems } from './accessibility';
import { type GraphPage, READY, useGraphPages } from './graphPage';

/** As long as bars move, and a little. */
const MOVED_MS = 350;

describe('the timeline page', () => {
  const openPage = useGraphPages();
  let graph: GraphPage;
  let plan: AnalysedPlan;

  const page = () => graph.page;
  const tab = (name: string) => page().getByRole('tab', { name });
  const bar = (id: string) => page().locator(`.time-bar[data-bar="${id}"]`);
  const field = () => page().getByRole('spinbutton', { name: 'Executors' });
  const headline = () => page().locator('.headline').textContent();
  const focusedBar = () => page().evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.bar);

  /** Answers what the page asked for last, as the panel would. */
  const answer = async (): Promise<void> => {
    const { posted } = await graph.records();
    const asked = posted.at(-1) as { readonly type: string; readonly executors: number | null };
    assert.equal(asked.type, 'timeline');
    await graph.send({ type: 'timeline', model: timelineOf(plan, asked.executors) });
  };

  const open = async (shown: AnalysedPlan, theme: Theme = light, state?: unknown): Promise<void> => {
    plan = shown;
    graph = await openPage(theme, state);
    await graph.show(plan);
    await page().keyboard.press('t');
    await answer();
  };

  const tabIntoBars = async (): Promise<void> => {
    await field().focus();
    for (let presses = 0; presses < 10 && (await focusedBar()) === undefined; presses++) {
      await page().keyboard.press('Tab');
    }
  };

  describe('the tabs', () => {
    it('are one stop of Tab, and arrows change them with all that belongs to them', async () => {
      plan = nineEstimated();
      graph = await openPage(light);
      await graph.show(plan);
      await page().keyboard.press('Tab');
      assert.ok(await tab('Graph').evaluate((element) => element === document.activeElement));
      await page().keyboard.press('ArrowRight');
      assert.equal(await tab('Timeline').getAttribute('aria-selected'), 'true');
      assert.ok(await tab('Timeline').evaluate((element) => element === document.activeElement));
      await answer();
      assert.ok(await page().getByRole('grid', { name: 'Who does what when' }).isVisible());
      assert.equal(await page().getByRole('tree').count(), 0);
      assert.equal(await page().getByRole('searchbox').count(), 0);
      await page().keyboard.press('Tab');
      assert.equal(await tab('Graph').evaluate((element) => element === document.activeElement), false);
      await page().keyboard.press('t');
      assert.ok(await page().getByRole('tree').isVisible());
      assert.equal(await page().getByRole('grid').count(), 0);
      assert.deepEqual((await graph.records()).posted, [
        READY,
        { type: 'timeline', executors: null },
        { type: 'timelineClosed' },
      ]);
    });

    it('come back after a reload, with as many executors', async () => {
      await open(nineEstimated());
      await field().fill('3');
      await field().press('Enter');
      await page().waitForFunction(
        () =>
          (window as unknown as { records: { state?: { tabs?: { executors: number } } } }).records.state?.tabs
            ?.executors === 3,
      );
      const { state } = await graph.records();
      await graph.close();
      graph = await openPage(light, state);
      assert.deepEqual((await graph.records()).posted, [READY, { type: 'timeline', executors: 3 }]);
      assert.equal(await tab('Timeline').getAttribute('aria-selected'), 'true');
    });

    it('are changed by the editor too', async () => {
      plan = nine();
      graph = await openPage(light);
      await graph.show(plan);
      await graph.send({ type: 'tab', tab: 'timeline' });
      assert.deepEqual((await graph.records()).posted.at(-1), { type: 'timeline', executors: null });
      await graph.send({ type: 'tab', tab: 'graph' });
      assert.ok(await page().getByRole('tree').isVisible());
    });
  });

  describe('what it says', () => {
    it('is who does what when, of every bar, in its name and its tooltip', async () => {
      await open(nineEstimated());
      const rows = await page().getByRole('rowheader').allTextContents();
      assert.deepEqual(rows, ['Executor 1', 'Executor 2']);
      const name =
        'Achievement 2.1 Import documents in the background, in progress, no estimate, Executor 2, 0-2.5 hours from now, counted as 2.5 hours, slack 3.5 hours, depends on 1.1, 1.2';
      assert.equal(await bar('2.1').getAttribute('aria-label'), name);
      assert.match(
        (await bar('2.1').locator('.time-face').getAttribute('title')) ?? '',
        /^2\.1 {2}Import documents in the background\n\nExecutor 2\n0-2\.5 hours from now\n/,
      );
    });

    it('marks what is critical, runs or is a guess by frame, stripe and pattern, and by words', async () => {
      await open(nineEstimated());
      await page().keyboard.press('Tab');
      assert.match((await bar('2.2').textContent()) ?? '', /2\.2.*critical/);
      const frame = (id: string) => bar(id).evaluate((element) => getComputedStyle(element).borderTopWidth);
      assert.deepEqual([await frame('2.2'), await frame('2.3')], ['2px', '1px']);
      const style = await bar('2.1').evaluate((element) => [
        getComputedStyle(element).borderTopStyle,
        getComputedStyle(element, '::after').height,
      ]);
      assert.deepEqual(style, ['dashed', '4px']);
      for (const word of ['Critical', 'In progress', 'No estimate']) {
        assert.ok(
          await page().locator('.timeline .legend').getByText(word, { exact: true }).isVisible(),
          word,
        );
      }
    });

    it('is the summary of the command line, with what is assumed', async () => {
      await open(nineEstimated());
      assert.equal(
        await headline(),
        'With 2 executors (more would hardly help): 14 hours, which cannot be less',
      );
      const { chart, notes } = timelineOf(nineEstimated());
      assert.deepEqual(await page().locator('.facts li').allTextContents(), chart?.facts);
      assert.deepEqual(await page().locator('.timeline .note').allTextContents(), notes);
    });

    it('is plain words where nothing can be drawn', async () => {
      for (const [shown, words] of [
        [unordered(), /states no dependencies/],
        [withNetwork(cyclic()), /nothing to schedule/],
      ] as const) {
        await open(shown);
        assert.ok(await page().getByText(words).isVisible());
        assert.equal(await page().getByRole('grid').count(), 0);
        assert.deepEqual(await accessibilityProblems(graph), []);
        await graph.screenshot(`timeline ${shown.name}`);
        if (shown.dependencySource === 'none') await graph.close();
      }
      assert.ok(await page().getByText('Not scheduled, because in or behind a cycle: 1.2').isVisible());
    });

    it('keeps hostile text as text', async () => {
      await open(withNetwork(hostile()));
      assert.equal(await page().getByRole('gridcell').count(), HOSTILE.length);
      assert.equal(await page().locator('.timeline img').count(), 0);
      assert.equal(await page().title(), 'Plan graph');
    });
  });

  describe('another number of executors', () => {
    const left = (id: string) => bar(id).evaluate((element) => element.getBoundingClientRect().left);
    const top = (id: string) => bar(id).evaluate((element) => element.getBoundingClientRect().top);

    it('is asked for by buttons and by typing, within what is possible', async () => {
      await open(nineEstimated());
      const asked = async (): Promise<unknown> => (await graph.records()).posted.at(-1);
      await page().getByRole('button', { name: 'One executor fewer' }).click();
      assert.deepEqual(await asked(), { type: 'timeline', executors: 1 });
      assert.ok(await page().getByRole('button', { name: 'One executor fewer' }).isDisabled());
      await page().getByRole('button', { name: 'One executor more' }).click();
      await page().getByRole('button', { name: 'One executor more' }).click();
      assert.deepEqual(await asked(), { type: 'timeline', executors: 3 });
      await field().fill('99');
      await field().press('Enter');
      assert.deepEqual(await asked(), { type: 'timeline', executors: 6 });
      await page().getByRole('button', { name: 'Best: 2' }).click();
      assert.deepEqual(await asked(), { type: 'timeline', executors: null });
    });

    it('moves the bars to their places, calmly, and keeps the focus on one', async () => {
      await open(nineEstimated());
      await tabIntoBars();
      await page().keyboard.press('ArrowDown');
      await page().keyboard.press('Home');
      assert.equal(await focusedBar(), '2.1');
      const before = [await left('2.1'), await top('2.1')] as const;
      await graph.send({ type: 'timeline', model: timelineOf(plan, 1) });
      assert.equal(
        await bar('2.1').evaluate((element) => getComputedStyle(element).transitionDuration),
        '0.2s, 0.2s',
      );
      await page().waitForTimeout(MOVED_MS);
      const after = [await left('2.1'), await top('2.1')] as const;
      assert.ok(after[0] > before[0] && after[1] < before[1], `${before} ${after}`);
      assert.equal(await focusedBar(), '2.1');
      assert.equal(await page().getByRole('rowheader').count(), 1);
      assert.match((await headline()) ?? '', /^With 1 executor: 21\.5 hours/);
    });

    it('moves nothing for people who want no motion', async () => {
      await open(nineEstimated());
      await page().emulateMedia({ reducedMotion: 'reduce' });
      await graph.send({ type: 'timeline', model: timelineOf(plan, 1) });
      assert.equal(
        await bar('2.1').evaluate((element) => getComputedStyle(element).transitionDuration),
        '0s',
      );
    });

    it('is chosen on the curve, by mouse and by keyboard', async () => {
      await open(sixtyEstimated());
      const points = page().getByRole('radio');
      assert.equal(await points.count(), 8);
      const chosen = page().getByRole('radio', { checked: true });
      assert.equal(
        await chosen.getAttribute('aria-label'),
        '7 executors: 25 hours, at least 24.5 hours in any case, best',
      );
      await points.nth(2).click();
      await answer();
      assert.match((await chosen.getAttribute('aria-label')) ?? '', /^3 executors: /);
      assert.match((await headline()) ?? '', /^With 3 executors: /);
      await page().keyboard.press('ArrowRight');
      await answer();
      assert.match((await headline()) ?? '', /^With 4 executors: /);
      assert.ok(await chosen.evaluate((element) => element === document.activeElement));
      await page().keyboard.press('End');
      await answer();
      assert.equal(await field().inputValue(), '8');
      assert.ok(await page().locator('.curve').getByText('best', { exact: true }).isVisible());
      assert.ok(await page().locator('.curve').getByText('chosen: 8').isVisible());
    });
  });

  describe('the keyboard', () => {
    it('reaches every bar with one tab stop and the arrows, also those out of view', async () => {
      await open(sixtyEstimated());
      await tabIntoBars();
      await page().keyboard.press('Control+Home');
      const reached = new Set<string | undefined>();
      for (let row = 0; row < 7; row++) {
        await page().keyboard.press('Home');
        for (let at: string | undefined; at !== (await focusedBar()); ) {
          at = await focusedBar();
          reached.add(at);
          await page().keyboard.press('ArrowRight');
        }
        await page().keyboard.press('ArrowDown');
      }
      assert.equal(reached.size, 42);
      await page().keyboard.press('Tab');
      assert.equal(await focusedBar(), undefined, 'Tab leaves the bars');
    });

    it('opens an achievement with Enter and with Space, as a click does', async () => {
      await open(nineEstimated());
      await tabIntoBars();
      await page().keyboard.press('End');
      await page().keyboard.press('Enter');
      await page().keyboard.press('Space');
      await bar('2.3').click();
      const opened = (id: string) => ({ type: 'open', id });
      assert.deepEqual((await graph.records()).posted.slice(-3), ['4.1', '4.1', '2.3'].map(opened));
    });

    it('zooms with +, - and 0, and keeps what has the focus in view', async () => {
      await open(nineEstimated());
      await tabIntoBars();
      const width = () => bar('2.2').evaluate((element) => element.getBoundingClientRect().width);
      const before = await width();
      await page().keyboard.press('+');
      await page().keyboard.press('+');
      assert.ok((await width()) > before * 1.5);
      await page().keyboard.press('End');
      const box = await bar('4.1').boundingBox();
      const room = await page().locator('.gantt').boundingBox();
      assert.ok(box && room && box.x >= room.x && box.x < room.x + room.width);
      await page().keyboard.press('0');
      assert.equal(await width(), before);
    });
  });

  describe('a thousand achievements', () => {
    it('are drawn as far as they are in view, and all can be reached', async () => {
      await open(thousandEstimated());
      const drawn = await page().getByRole('gridcell').count();
      assert.ok(drawn > 50 && drawn < 500, `${drawn} bars`);
      await graph.screenshot('timeline 1000');
      await tabIntoBars();
      await page().keyboard.press('Control+End');
      const last = await focusedBar();
      assert.ok(last);
      const box = await bar(last).boundingBox();
      const room = await page().locator('.gantt').boundingBox();
      assert.ok(box && room && box.y > room.y && box.y + box.height < room.y + room.height + 1);
      const seen = await page()
        .locator('.gantt')
        .evaluate((element) => element.scrollLeft);
      assert.ok(seen > 1000, `${seen} pixels to the right`);
      await graph.screenshot('timeline 1000 end');
    });
  });

  for (const theme of themes) {
    it(`passes the accessibility rules in ${theme.name}`, async () => {
      await open(nineEstimated(), theme);
      await tabIntoBars();
      assert.deepEqual(await accessibilityProblems(graph), []);
      await graph.screenshot(`timeline 9 ${theme.name}`);
      await graph.send({ type: 'timeline', model: timelineOf(sixtyEstimated(), 5) });
      await page().waitForTimeout(MOVED_MS);
      assert.deepEqual(await accessibilityProblems(graph), []);
      await graph.screenshot(`timeline 60 ${theme.name}`);
    });
  }

  it('is usable beside the text, where there is little room', async () => {
    await open(sixtyEstimated(), dark);
    await page().setViewportSize({ width: 640, height: 760 });
    await page().waitForTimeout(MOVED_MS);
    const gantt = await page().locator('.gantt').boundingBox();
    const curve = await page().locator('.curve').boundingBox();
    assert.ok(gantt && curve && curve.y >= gantt.y + gantt.height - 1, 'the curve is below');
    assert.ok(gantt.height > 200, `${gantt.height} pixels for the rows`);
    await graph.screenshot('timeline narrow');
  });

  it('stays legible with the colours of the system forced', async () => {
    await open(nineEstimated(), highContrast);
    await page().emulateMedia({ forcedColors: 'active' });
    assert.deepEqual(await accessibilityProblems(graph), []);
    await graph.screenshot('timeline forced colours');
  });
});
