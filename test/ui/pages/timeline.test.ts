import { cyclic, HOSTILE, hostile, nine, unordered } from '../../support/graphPlans';
import { dark, highContrast, light, themes } from '../../support/themes';
import { nineEstimated, sixtyEstimated, thousandEstimated, timelineOf } from '../../support/timelinePlans';
import { accessibilityProblems } from './accessibility';
import { expect, test } from './fixtures';
import { boxOf, READY } from './graphPage';

test.describe('the timeline page', () => {
  test.describe('the tabs', () => {
    test('are one stop of Tab, and arrows change them with all that belongs to them', async ({
      timeline,
    }) => {
      await timeline.load(nineEstimated());
      await timeline.page.keyboard.press('Tab');
      await expect(timeline.tab('Graph')).toBeFocused();
      await timeline.page.keyboard.press('ArrowRight');
      await expect(timeline.tab('Timeline')).toHaveAttribute('aria-selected', 'true');
      await expect(timeline.tab('Timeline')).toBeFocused();
      await timeline.answer();
      await expect(timeline.page.getByRole('grid', { name: 'Who does what when' })).toBeVisible();
      await expect(timeline.page.getByRole('tree')).toHaveCount(0);
      await expect(timeline.page.getByRole('searchbox')).toHaveCount(0);
      await timeline.page.keyboard.press('Tab');
      await expect(timeline.tab('Graph')).not.toBeFocused();
      await timeline.page.keyboard.press('t');
      await expect(timeline.page.getByRole('tree')).toBeVisible();
      await expect(timeline.page.getByRole('grid')).toHaveCount(0);
      expect(await timeline.graph.posted()).toEqual([
        READY,
        { type: 'timeline', executors: null },
        { type: 'timelineClosed' },
      ]);
    });

    test('come back after a reload, with as many executors', async ({ timeline }) => {
      await timeline.open(nineEstimated());
      await timeline.executors.fill('3');
      await timeline.executors.press('Enter');
      const { graph } = timeline;
      await expect.poll(() => graph.state()).toMatchObject({ tabs: { executors: 3 } });
      await graph.load(light, await graph.state());
      await expect.poll(() => graph.posted()).toEqual([READY, { type: 'timeline', executors: 3 }]);
      await expect(timeline.tab('Timeline')).toHaveAttribute('aria-selected', 'true');
    });

    test('are changed by the editor too', async ({ timeline }) => {
      await timeline.load(nine());
      await timeline.graph.send({ type: 'tab', tab: 'timeline' });
      await expect.poll(() => timeline.graph.lastPosted()).toEqual({ type: 'timeline', executors: null });
      await timeline.graph.send({ type: 'tab', tab: 'graph' });
      await expect(timeline.page.getByRole('tree')).toBeVisible();
    });
  });

  test.describe('Tab', () => {
    test('comes to the bars before what changes them', async ({ timeline }) => {
      await timeline.open(nineEstimated());
      await expect.poll(() => timeline.focusedBar()).toBeDefined();
      const current = await timeline.focusedBar();
      // the curve is between them
      for (let stop = 0; stop < 2; stop++) await timeline.page.keyboard.press('Tab');
      const executors = timeline.page.getByRole('group', { name: 'Number of executors' });
      await expect(executors.locator(':focus')).toHaveCount(1);
      for (let stop = 0; stop < 2; stop++) await timeline.page.keyboard.press('Shift+Tab');
      await expect.poll(() => timeline.focusedBar()).toBe(current);
    });
  });

  test.describe('what it says', () => {
    test('is who does what when, of every bar, in its name and its tooltip', async ({ timeline }) => {
      await timeline.open(nineEstimated());
      await expect(timeline.page.getByRole('rowheader')).toHaveText(['Executor 1', 'Executor 2']);
      const name =
        'Achievement 2.1 Import documents in the background, in progress, no estimate, Executor 2, 0-2.5 hours from now, counted as 2.5 hours, slack 3.5 hours, depends on 1.1, 1.2';
      await expect(timeline.bar('2.1')).toHaveAttribute('aria-label', name);
      await expect(timeline.bar('2.1').locator('.time-face')).toHaveAttribute(
        'title',
        /^2\.1 {2}Import documents in the background\n\nExecutor 2\n0-2\.5 hours from now\n/,
      );
    });

    test('marks what is critical, runs or is a guess by frame, stripe and pattern, and by words', async ({
      timeline,
    }) => {
      await timeline.open(nineEstimated());
      await timeline.page.keyboard.press('Tab');
      await expect(timeline.bar('2.2')).toHaveText(/2\.2.*critical/);
      await expect(timeline.bar('2.2')).toHaveCSS('border-top-width', '2px');
      await expect(timeline.bar('2.3')).toHaveCSS('border-top-width', '1px');
      await expect(timeline.bar('2.1')).toHaveCSS('border-top-style', 'dashed');
      await expect(timeline.bar('2.1')).toHaveCSS('height', '4px', { pseudo: 'after' });
      for (const word of ['Critical', 'In progress', 'No estimate']) {
        await expect(
          timeline.page.locator('.timeline .legend').getByText(word, { exact: true }),
          word,
        ).toBeVisible();
      }
    });

    test('is the summary of the command line, with what is assumed', async ({ timeline }) => {
      await timeline.open(nineEstimated());
      await expect(timeline.headline).toHaveText(
        'With 2 executors (more would hardly help): 14 hours, the shortest possible',
      );
      const { chart, notes } = timelineOf(nineEstimated());
      await expect(timeline.page.locator('.facts li')).toHaveText([...(chart?.facts ?? [])]);
      await expect(timeline.page.locator('.timeline .note')).toHaveText([...notes]);
    });

    test('is plain words where nothing can be drawn', async ({ timeline }) => {
      for (const [shown, words] of [
        [unordered(), /states no dependencies/],
        [cyclic(), /nothing to schedule/],
      ] as const) {
        await timeline.open(shown);
        await expect(timeline.page.getByText(words)).toBeVisible();
        await expect(timeline.page.getByRole('grid')).toHaveCount(0);
        await expect.poll(() => accessibilityProblems(timeline)).toEqual([]);
        await timeline.graph.screenshot(`timeline ${shown.name}`);
      }
      await expect(timeline.page.getByText('Not scheduled, because in or behind a cycle: 1.2')).toBeVisible();
    });

    test('keeps hostile text as text', async ({ timeline }) => {
      await timeline.open(hostile());
      await expect(timeline.page.getByRole('gridcell')).toHaveCount(HOSTILE.length);
      await expect(timeline.page.locator('.timeline img')).toHaveCount(0);
      await expect(timeline.page).toHaveTitle('Plans <&>');
    });
  });

  test.describe('another number of executors', () => {
    test('is asked for by buttons and by typing, within what is possible', async ({ timeline }) => {
      await timeline.open(nineEstimated());
      const asked = () => timeline.graph.lastPosted();
      await timeline.page.getByRole('button', { name: 'One executor fewer' }).click();
      await expect.poll(asked).toEqual({ type: 'timeline', executors: 1 });
      await expect(timeline.page.getByRole('button', { name: 'One executor fewer' })).toBeDisabled();
      await timeline.page.getByRole('button', { name: 'One executor more' }).click();
      await timeline.page.getByRole('button', { name: 'One executor more' }).click();
      await expect.poll(asked).toEqual({ type: 'timeline', executors: 3 });
      await timeline.executors.fill('99');
      await timeline.executors.press('Enter');
      await expect.poll(asked).toEqual({ type: 'timeline', executors: 6 });
      await timeline.page.getByRole('button', { name: 'Best: 2' }).click();
      await expect.poll(asked).toEqual({ type: 'timeline', executors: null });
    });

    test('moves the bars to their places, calmly, and keeps the focus on one', async ({ timeline }) => {
      await timeline.open(nineEstimated());
      await timeline.tabIntoBars();
      await timeline.page.keyboard.press('ArrowDown');
      await timeline.page.keyboard.press('Home');
      await expect(timeline.bar('2.1')).toBeFocused();
      const before = await boxOf(timeline.bar('2.1'));
      await timeline.watchMotion();
      await timeline.show(nineEstimated(), 1);
      expect(await timeline.glided()).toContain('2.1');
      const after = await boxOf(timeline.bar('2.1'));
      expect(after.x).toBeGreaterThan(before.x);
      expect(after.y).toBeLessThan(before.y);
      await expect(timeline.bar('2.1')).toBeFocused();
      await expect(timeline.page.getByRole('rowheader')).toHaveCount(1);
      await expect(timeline.headline).toHaveText(/^With 1 executor: 21\.5 hours/);
    });

    test('moves nothing for people who want no motion', async ({ timeline }) => {
      await timeline.open(nineEstimated());
      await timeline.page.emulateMedia({ reducedMotion: 'reduce' });
      const before = await boxOf(timeline.bar('2.1'));
      await timeline.watchMotion();
      await timeline.show(nineEstimated(), 1);
      expect((await boxOf(timeline.bar('2.1'))).x).toBeGreaterThan(before.x);
      expect(await timeline.glided()).toEqual([]);
    });

    test('is chosen on the curve, by mouse and by keyboard', async ({ timeline }) => {
      await timeline.open(sixtyEstimated());
      const points = timeline.page.getByRole('radio');
      await expect(points).toHaveCount(8);
      const chosen = timeline.page.getByRole('radio', { checked: true });
      await expect(chosen).toHaveAttribute(
        'aria-label',
        '7 executors: 25 hours, no schedule takes less than 24.5 hours, best',
      );
      await points.nth(2).click();
      await timeline.answer();
      await expect(chosen).toHaveAttribute('aria-label', /^3 executors: /);
      await expect(timeline.headline).toHaveText(/^With 3 executors: /);
      await timeline.page.keyboard.press('ArrowRight');
      await timeline.answer();
      await expect(timeline.headline).toHaveText(/^With 4 executors: /);
      await expect(chosen).toBeFocused();
      await timeline.page.keyboard.press('End');
      await timeline.answer();
      await expect(timeline.executors).toHaveValue('8');
      await expect(timeline.page.locator('.curve').getByText('best', { exact: true })).toBeVisible();
      await expect(timeline.page.locator('.curve').getByText('chosen: 8')).toBeVisible();
    });
  });

  test.describe('the keyboard', () => {
    test('reaches every bar with one tab stop and the arrows, also those out of view', async ({
      timeline,
    }) => {
      await timeline.open(sixtyEstimated());
      await timeline.tabIntoBars();
      await timeline.page.keyboard.press('Control+Home');
      const reached = new Set<string | undefined>();
      for (let row = 0; row < 7; row++) {
        await timeline.page.keyboard.press('Home');
        for (let at: string | undefined; at !== (await timeline.focusedBar()); ) {
          at = await timeline.focusedBar();
          reached.add(at);
          await timeline.page.keyboard.press('ArrowRight');
        }
        await timeline.page.keyboard.press('ArrowDown');
      }
      expect(reached.size).toBe(42);
      await timeline.page.keyboard.press('Tab');
      await expect.poll(() => timeline.focusedBar(), { message: 'Tab leaves the bars' }).toBe(undefined);
    });

    test('opens an achievement with Enter and with Space, as a click does', async ({ timeline }) => {
      await timeline.open(nineEstimated());
      await timeline.tabIntoBars();
      await timeline.page.keyboard.press('End');
      await timeline.page.keyboard.press('Enter');
      await timeline.page.keyboard.press('Space');
      await timeline.bar('2.3').click();
      const opened = (id: string) => ({ type: 'open', id });
      const lastThree = async () => (await timeline.graph.posted()).slice(-3);
      await expect.poll(lastThree).toEqual(['4.1', '4.1', '2.3'].map(opened));
    });

    test('zooms with +, - and 0, and keeps what has the focus in view', async ({ timeline }) => {
      await timeline.open(nineEstimated());
      await timeline.tabIntoBars();
      const width = () => timeline.bar('2.2').evaluate((element) => element.getBoundingClientRect().width);
      const before = await width();
      await timeline.page.keyboard.press('+');
      await timeline.page.keyboard.press('+');
      await expect.poll(width).toBeGreaterThan(before * 1.5);
      await timeline.page.keyboard.press('End');
      await expect(timeline.bar('4.1')).toBeFocused();
      await expect(timeline.bar('4.1')).toBeInViewport();
      await timeline.page.keyboard.press('0');
      await expect.poll(width).toBe(before);
    });
  });

  test.describe('a thousand achievements', () => {
    test('are drawn as far as they are in view, and all can be reached', async ({ timeline }) => {
      await timeline.open(thousandEstimated());
      const drawn = await timeline.page.getByRole('gridcell').count();
      expect(drawn).toBeGreaterThan(50);
      expect(drawn).toBeLessThan(500);
      await timeline.graph.screenshot('timeline 1000');
      await timeline.tabIntoBars();
      await timeline.page.keyboard.press('Control+End');
      const last = timeline.page.locator('.time-bar:focus');
      await expect(last).toBeInViewport({ ratio: 1 });
      const scrolled = () => timeline.gantt.evaluate((element) => element.scrollLeft);
      await expect.poll(scrolled, { message: 'pixels to the right' }).toBeGreaterThan(1000);
      await timeline.graph.screenshot('timeline 1000 end');
    });
  });

  for (const theme of themes) {
    test(`passes the accessibility rules in ${theme.name}`, async ({ timeline }) => {
      await timeline.open(nineEstimated(), theme);
      await timeline.tabIntoBars();
      await expect.poll(() => accessibilityProblems(timeline, theme)).toEqual([]);
      await timeline.graph.screenshot(`timeline 9 ${theme.name}`);
      await timeline.show(sixtyEstimated(), 5);
      await expect.poll(() => accessibilityProblems(timeline, theme)).toEqual([]);
      await timeline.graph.screenshot(`timeline 60 ${theme.name}`);
    });
  }

  test('is usable beside the text, where there is little room', async ({ timeline }) => {
    await timeline.open(sixtyEstimated(), dark);
    await timeline.page.setViewportSize({ width: 640, height: 760 });
    const curveIsBelow = async () => {
      const [rows, curve] = [await boxOf(timeline.gantt), await boxOf(timeline.page.locator('.curve'))];
      return rows.height > 200 && curve.y >= rows.y + rows.height - 1;
    };
    await expect.poll(curveIsBelow).toBe(true);
    await timeline.graph.screenshot('timeline narrow');
  });

  test('stays legible with the colours of the system forced', async ({ timeline }) => {
    await timeline.open(nineEstimated(), highContrast);
    await timeline.page.emulateMedia({ forcedColors: 'active' });
    await expect.poll(() => accessibilityProblems(timeline)).toEqual([]);
    await timeline.graph.screenshot('timeline forced colours');
  });
});
