import assert from 'node:assert/strict';
import type { AnalysedPlan } from '../../src/engine/model/analysis';
import { graphModelOf } from '../../src/extension/graph/graphModel';
import { analysedPlan } from '../support/analysedPlan';
import { cyclic, graphPlan, HOSTILE, hostile, many, nine, scheduled, unordered } from '../support/graphPlans';
import { dark, light, type Theme, themes } from '../support/themes';
import { accessibilityProblems } from './accessibility';
import { type GraphPage, graphMessage, READY, useGraphPages } from './graphPage';

describe('the graph page', () => {
  const openPage = useGraphPages();
  let graph: GraphPage;

  const open = async (plan: AnalysedPlan, theme: Theme = light, state?: unknown): Promise<void> => {
    graph = await openPage(theme, state);
    await graph.show(plan);
  };
  const card = (id: string) => graph.page.locator(`.card[data-id="${id}"]`);

  describe('what it says', () => {
    it('shows status and readiness in words', async () => {
      await open(nine());
      assert.match((await card('2.1').textContent()) ?? '', /2\.1.*Import documents.*In progress.*Ready/);
      assert.match((await card('4.1').textContent()) ?? '', /Not started.*Blocked by 3\.1, 3\.2/);
      assert.match((await card('1.1').textContent()) ?? '', /Complete\s*$/);
    });

    it('labels each achievement for a screen reader', async () => {
      await open(nine());
      const names = await graph.page
        .getByRole('treeitem')
        .evaluateAll((items) => items.map((item) => item.ariaLabel));
      assert.equal(names.length, 9);
      assert.ok(
        names.includes(
          'Achievement 4.1 Write the user guide, not started, blocked by 3.1, 3.2, level 3, depends on 3.1, 3.2',
        ),
        names.join('\n'),
      );
      const levels = await graph.page
        .getByRole('group')
        .evaluateAll((groups) => groups.map((group) => group.ariaLabel));
      assert.deepEqual(levels, ['Level 0', 'Level 1', 'Level 2', 'Level 3']);
    });

    it('writes the level and its progress above each column, from left to right', async () => {
      await open(nine());
      const lanes = graph.page.locator('.lane');
      assert.deepEqual(await lanes.allInnerTexts(), [
        'Level 02 of 3',
        'Level 10 of 3',
        'Level 20 of 2',
        'Level 30 of 1',
      ]);
      for (const [id, lane] of [
        ['1.1', 0],
        ['2.3', 1],
        ['3.2', 2],
        ['4.1', 3],
      ] as const) {
        const box = await card(id).boundingBox();
        const column = await lanes.nth(lane).boundingBox();
        assert.ok(box && column && box.x > column.x && box.x + box.width < column.x + column.width, id);
      }
    });

    it('gives name, progress and what is ready', async () => {
      await open(nine());
      assert.equal(await graph.page.locator('h1').textContent(), 'DOCUMENT-SEARCH');
      assert.equal(await graph.page.locator('.progress').textContent(), '2 of 9 complete, 2 ready');
    });

    it('marks a cycle in words, and keeps it apart from the levels', async () => {
      await open(cyclic());
      assert.equal(
        await graph.page.locator('.note').textContent(),
        '2 cycles, the first: 1.2 \u2192 1.4 \u2192 1.3 \u2192 1.2',
      );
      assert.deepEqual(await graph.page.locator('.edge text').allTextContents(), [
        'cycle',
        'cycle',
        'cycle',
        'cycle',
      ]);
      assert.match(
        (await graph.page.locator('.lane').allInnerTexts()).join(),
        /No level: in or behind a cycle/,
      );
      assert.match((await card('1.3').textContent()) ?? '', /in a cycle/);
      assert.match((await card('1.5').textContent()) ?? '', /behind a cycle/);
      assert.deepEqual(await accessibilityProblems(graph), []);
      await graph.screenshot('cycle');
    });

    it('claims no levels where nobody stated dependencies', async () => {
      await open(unordered());
      assert.equal(
        await graph.page.locator('.note').textContent(),
        'No dependency information: add a parallel.json.',
      );
      const lanes = await graph.page.locator('.lane .name').allTextContents();
      assert.deepEqual(lanes, ['Priority 1', 'Priority 2', 'Priority 3']);
      await graph.screenshot('no dependencies');
    });

    it('says that a plan is empty', async () => {
      await open(analysedPlan({ achievements: [] }));
      assert.ok(await graph.page.getByText('This plan has no achievements yet.').isVisible());
      assert.equal(await graph.page.locator('.viewport').isVisible(), false);
    });

    it('marks the critical path by word, line and frame, and says what else can wait', async () => {
      await open(scheduled());
      assert.match((await card('2.1').textContent()) ?? '', /6-8 h, critical/);
      assert.match((await card('2.2').textContent()) ?? '', /1 h, slack 6 h/);
      assert.doesNotMatch((await card('1.1').textContent()) ?? '', /critical|slack/);
      assert.match(
        (await card('3.1').getAttribute('aria-label')) ?? '',
        /, 3 h, critical, level 2, priority 3/,
      );
      assert.equal(await graph.page.locator('.card.critical').count(), 3);
      assert.equal(await graph.page.locator('.world .edge.critical').count(), 2);
      assert.ok(await graph.page.locator('.legend').getByText('Critical path', { exact: true }).isVisible());
    });

    it('marks no critical path where it would be a guess', async () => {
      await open(nine());
      assert.equal(await graph.page.locator('.critical').count(), 0);
      assert.equal(await graph.page.getByRole('button', { name: 'Critical path' }).isVisible(), false);
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('c');
      assert.equal(await graph.page.locator('.dim').count(), 0);
    });

    it('draws a plan of thousands as one box per level', async () => {
      await open(many(3000, 100));
      assert.equal(await graph.page.getByRole('treeitem').count(), 30);
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('End');
      await graph.transform();
      assert.match((await card('Level 29').textContent()) ?? '', /100 achievements.*0 of 100 complete/);
      assert.deepEqual(await accessibilityProblems(graph), []);
      await graph.screenshot('3000 achievements');
    });

    it('keeps hostile text as text', async () => {
      await open(hostile());
      assert.equal(await graph.page.locator('.card').count(), HOSTILE.length);
      assert.equal(await graph.page.locator('.card img, h1 script').count(), 0);
      await graph.page.getByText('<img src=x onerror="document.title=1">').waitFor();
      assert.equal(await graph.page.locator('h1').textContent(), '<script>document.title=2</script>');
      assert.match((await card('1.5').textContent()) ?? '', /red alert and/);
      assert.equal(await graph.page.title(), 'Plan graph');
    });
  });

  describe('the keyboard', () => {
    for (const [what, plan] of [
      ['nine achievements', nine()],
      ['sixty', many(60, 10)],
      ['cycles', cyclic()],
    ] as const) {
      it(`reaches every node of ${what} with one tab stop and the arrows`, async () => {
        await open(plan);
        await graph.tabIntoGraph();
        const reached = await everyFocusableCard(graph);
        assert.deepEqual([...reached].sort(), plan.achievements.map(({ id }) => id).sort());
        await graph.page.keyboard.press('Tab');
        assert.equal(await graph.focused(), undefined, 'Tab leaves the graph');
      });
    }

    it('reaches every node of a thousand, and draws the one it comes to', async () => {
      const plan = many(1000, 40);
      await open(plan);
      await graph.tabIntoGraph();
      assert.deepEqual(await everyCardInPage(graph), plan.achievements.map(({ id }) => id).sort());
      for (const [key, id] of [
        ['End', /^25\./],
        ['Home', /^1\./],
      ] as const) {
        await graph.page.keyboard.press(key);
        await graph.transform();
        const focused = (await graph.focused()) ?? '';
        assert.match(focused, id);
        assert.match(
          (await card(focused).textContent()) ?? '',
          /\w+ (the|search|user|audit|access|reports).*(Complete|Not started)/s,
        );
      }
    });

    it('walks along dependencies, within a level, and to both ends', async () => {
      await open(nine());
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('End');
      assert.equal(await graph.focused(), '4.1');
      await graph.page.keyboard.press('ArrowLeft');
      assert.match((await graph.focused()) ?? '', /^3\./);
      await graph.page.keyboard.press('ArrowRight');
      assert.equal(await graph.focused(), '4.1');
      await graph.page.keyboard.press('Home');
      assert.match((await graph.focused()) ?? '', /^1\./);
    });

    it('brings the focused node into view', async () => {
      await open(many(300, 20));
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('End');
      const box = await card((await graph.focused()) ?? '').boundingBox();
      const stage = await graph.page.locator('.stage').boundingBox();
      assert.ok(box && stage, 'both are drawn');
      assert.ok(box.x >= stage.x && box.x + box.width <= stage.x + stage.width);
      assert.ok(box.y >= stage.y && box.y + box.height <= stage.y + stage.height);
    });

    it('opens the achievement with Enter and with Space', async () => {
      await open(nine());
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('End');
      await graph.page.keyboard.press('Enter');
      await graph.page.keyboard.press('Space');
      const open41 = { type: 'open', id: '4.1' };
      assert.deepEqual((await graph.records()).posted.slice(-2), [open41, open41]);
    });

    it('zooms with +, - and 0', async () => {
      await open(nine());
      await graph.tabIntoGraph();
      const before = await scaleOf(graph);
      await graph.page.keyboard.press('+');
      assert.ok((await scaleOf(graph)) > before);
      await graph.page.keyboard.press('-');
      await graph.page.keyboard.press('-');
      assert.ok((await scaleOf(graph)) < before);
      await graph.page.keyboard.press('0');
      assert.equal(await scaleOf(graph), before);
    });

    it('shows the focus with a ring of three pixels', async () => {
      await open(nine());
      await graph.tabIntoGraph();
      const ring = await graph.page.locator('.card:focus').evaluate((element) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        return [outlineStyle, outlineWidth, outlineColor];
      });
      assert.deepEqual(ring, ['solid', '3px', 'rgb(0, 95, 184)']);
    });
  });

  describe('what it brings out', () => {
    const bright = async (): Promise<readonly string[]> =>
      (
        await graph.page
          .locator('.card:not(.dim)')
          .evaluateAll((cards) => cards.map((each) => (each as HTMLElement).dataset.id ?? ''))
      ).sort();
    const said = () => graph.page.locator('.said').textContent();
    const field = () => graph.page.getByRole('searchbox', { name: 'Search the graph' });

    it('is the critical path, by a button and by its key', async () => {
      await open(scheduled());
      const button = graph.page.getByRole('button', { name: 'Critical path' });
      assert.match((await button.getAttribute('title')) ?? '', /14 hours/);
      await button.click();
      assert.equal(await button.getAttribute('aria-pressed'), 'true');
      assert.deepEqual(await bright(), ['1.2', '2.1', '3.1']);
      assert.equal(await graph.page.locator('.world .edge:not(.dim)').count(), 2);
      assert.equal(await said(), '3 of 6 shown');
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('c');
      assert.equal((await bright()).length, 6);
      assert.equal(await said(), '');
    });

    it('is what a search finds, and Enter walks through it', async () => {
      await open(scheduled());
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('/');
      await graph.page.keyboard.type('import');
      assert.deepEqual(await bright(), ['2.1', '2.2']);
      assert.equal(await said(), '2 of 6 shown');
      await graph.page.keyboard.press('Enter');
      assert.equal(await said(), '1 of 2: 2.1 Import documents');
      assert.equal(await graph.page.locator('.found').getAttribute('data-id'), '2.1');
      await graph.page.keyboard.press('Shift+Enter');
      assert.equal(await said(), '2 of 2: 2.2 Show the import history');
      await graph.page.keyboard.press('Escape');
      assert.equal((await bright()).length, 6);
      await graph.page.keyboard.press('Escape');
      assert.equal(await graph.focused(), '2.2', 'back in the graph, where the search had come to');
    });

    it('can be asked for by Ctrl+F, by status, level and priority, and by what nothing has', async () => {
      await open(scheduled());
      await graph.page.keyboard.press('Control+f');
      await graph.page.keyboard.type('status:blocked priority:2,3');
      assert.deepEqual(await bright(), ['2.1', '2.2', '3.1']);
      await field().fill('level:0');
      assert.deepEqual(await bright(), ['1.1', '1.2']);
      await field().fill('no such thing');
      assert.deepEqual(await bright(), []);
      assert.equal(await said(), '0 of 6 shown');
    });

    it('is what the current node depends on and what depends on it, until Escape', async () => {
      await open(scheduled());
      await graph.tabIntoGraph();
      await card('2.2').focus();
      await graph.page.keyboard.press('f');
      assert.deepEqual(await bright(), ['1.2', '2.2', '3.1']);
      assert.equal(await said(), '2.2: 1 before, 1 after. 3 of 6 shown');
      await card('2.3').focus();
      await graph.page.keyboard.press('f');
      assert.deepEqual(await bright(), ['1.1', '2.3', '3.1']);
      await graph.page.keyboard.press('Escape');
      assert.equal((await bright()).length, 6);
      await graph.page.keyboard.press('f');
      await graph.page.keyboard.press('f');
      assert.equal((await bright()).length, 6, 'the same key ends it');
    });

    it('stays while the plan changes', async () => {
      await open(scheduled());
      await field().fill('import');
      const plan = scheduled();
      const achievements = plan.achievements.map((each) =>
        each.id === '1.2' ? { ...each, title: 'Import the schema' } : each,
      );
      await graph.show({ ...plan, achievements }, { layout: false });
      assert.deepEqual(await bright(), ['1.2', '2.1', '2.2']);
    });
  });

  describe('the mouse', () => {
    it('opens an achievement with a click', async () => {
      await open(nine());
      await card('2.2').click();
      assert.deepEqual((await graph.records()).posted.at(-1), { type: 'open', id: '2.2' });
    });

    it('tells the editor what a context menu is about', async () => {
      await open(nine());
      const read = (selector: string): Promise<unknown> =>
        graph.page
          .locator(selector)
          .evaluate((element) => JSON.parse((element as HTMLElement).dataset.vscodeContext ?? 'null'));
      assert.deepEqual(await read('.card[data-id="3.2"]'), {
        webviewSection: 'achievement',
        achievementId: '3.2',
        achievementTags: 'achievement status-not_started blocked open wantsSubplan',
      });
      assert.deepEqual(await read('.world'), { planUri: nine().uri, preventDefaultContextMenuItems: true });
      await graph.show(many(3000, 100));
      assert.equal(await graph.page.locator('.card[data-vscode-context]').count(), 0, 'a level has no menu');
    });

    it('moves the graph by dragging, and opens nothing by that', async () => {
      await open(nine());
      const before = await card('2.2').boundingBox();
      assert.ok(before);
      await graph.page.mouse.move(before.x + 20, before.y + 20);
      await graph.page.mouse.down();
      await graph.page.mouse.move(before.x + 80, before.y + 50, { steps: 4 });
      await graph.page.mouse.up();
      const after = await card('2.2').boundingBox();
      assert.deepEqual([after?.x, after?.y].map(Number), [before.x + 60, before.y + 30]);
      const { posted } = await graph.records();
      assert.deepEqual(posted, [READY, { type: 'select', id: '2.2', planUri: null }]);
    });

    it('moves the graph with the wheel, sideways with Shift, and with two fingers in any direction', async () => {
      await open(nine());
      const moved = async (turn: () => Promise<void>): Promise<readonly number[]> => {
        const before = await card('2.2').boundingBox();
        await turn();
        await graph.page.waitForTimeout(100);
        const after = await card('2.2').boundingBox();
        return [(after?.x ?? 0) - (before?.x ?? 0), (after?.y ?? 0) - (before?.y ?? 0)];
      };
      await card('2.2').hover();
      assert.deepEqual(await moved(() => graph.page.mouse.wheel(0, 60)), [0, -60]);
      assert.deepEqual(await moved(() => graph.page.mouse.wheel(-30, -20)), [30, 20]);
      await graph.page.keyboard.down('Shift');
      assert.deepEqual(await moved(() => graph.page.mouse.wheel(0, 40)), [-40, 0]);
      assert.equal(await graph.page.locator('.percent').textContent(), '100%');
    });

    it('zooms with Ctrl and the wheel, or a pinch, at the pointer', async () => {
      await open(nine());
      const before = await card('2.2').boundingBox();
      assert.ok(before);
      await graph.page.mouse.move(before.x, before.y);
      await graph.page.keyboard.down('Control');
      await graph.page.mouse.wheel(0, -100);
      await graph.page.waitForFunction(
        (text) => document.querySelector('.percent')?.textContent !== text,
        '100%',
      );
      const after = await card('2.2').boundingBox();
      assert.ok(after && after.width > before.width);
      assert.ok(
        Math.hypot(after.x - before.x, after.y - before.y) < 1.5,
        'what is at the pointer stays there',
      );
    });

    it('keeps what is at the pointer there while zooming goes on', async () => {
      await open(many(60, 10));
      const id = await graph.page.locator('.card').nth(12).getAttribute('data-id');
      const middle = async () => {
        const box = await card(id ?? '').boundingBox();
        assert.ok(box);
        return [box.x + box.width / 2, box.y + box.height / 2] as const;
      };
      const [x, y] = await middle();
      const strayed = await graph.page.evaluate(
        async ([at, top, cardId]) => {
          const element = document.querySelector(`.card[data-id="${cardId}"]`);
          let most = 0;
          for (let turn = 0; turn < 8; turn++) {
            const wheel = { deltaY: -30, ctrlKey: true, clientX: at, clientY: top, bubbles: true };
            element?.dispatchEvent(new WheelEvent('wheel', wheel));
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            const {
              left = 0,
              top: above = 0,
              width = 0,
              height = 0,
            } = element?.getBoundingClientRect() ?? {};
            most = Math.max(most, Math.hypot(left + width / 2 - at, above + height / 2 - top));
          }
          return most;
        },
        [x, y, id ?? ''] as const,
      );
      assert.ok(strayed < 3, `${strayed} pixels away`);
    });
  });

  describe('the selection', () => {
    const selected = (): Promise<readonly string[]> =>
      graph.page
        .locator('.card[aria-selected="true"]')
        .evaluateAll((cards) => cards.map((each) => (each as HTMLElement).dataset.id ?? ''));
    const told = async (): Promise<readonly unknown[]> =>
      (await graph.records()).posted.filter((message) => (message as { type: string }).type === 'select');

    it('is told when a card becomes the current one, by key, click and search, and only then', async () => {
      await open(nine());
      assert.deepEqual(await selected(), []);
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('End');
      await graph.page.keyboard.press('Enter');
      await card('2.2').click();
      await graph.page.keyboard.press('/');
      await graph.page.keyboard.type('export');
      await graph.page.keyboard.press('Enter');
      assert.deepEqual(
        (await told()).map((message) => (message as { id: string }).id),
        ['1.1', '4.1', '2.2', '3.2'],
      );
      assert.deepEqual(await selected(), ['3.2']);
    });

    it('follows the editor without the focus, comes into view, and is not told back', async () => {
      await open(many(300, 20));
      await graph.send({ type: 'select', id: '15.20', planUri: null });
      assert.deepEqual(await selected(), ['15.20']);
      const box = await card('15.20').boundingBox();
      assert.ok(box && box.x > 0 && box.x + box.width < 1400 && box.y > 0 && box.y + box.height < 900);
      assert.equal(await graph.focused(), undefined);
      assert.deepEqual(await told(), []);
      await graph.tabIntoGraph();
      assert.equal(await graph.focused(), '15.20', 'the keyboard goes on from there');
      await graph.send({ type: 'select', id: null });
      assert.deepEqual(await selected(), []);
    });

    it('wins when the page gets the focus back that it left on another card', async () => {
      await open(nine());
      await card('1.1').focus();
      await graph.page.evaluate(() => {
        document.hasFocus = () => false;
      });
      await graph.send({ type: 'select', id: '3.1', planUri: null });
      assert.equal(await graph.focused(), '1.1', 'nothing is focused while the person is elsewhere');
      await card('1.1').evaluate((element) =>
        element.dispatchEvent(new FocusEvent('focusin', { bubbles: true })),
      );
      assert.equal(await graph.focused(), '3.1');
      assert.deepEqual(await told(), [{ type: 'select', id: '1.1', planUri: null }]);
    });

    it('stays through changes, and is kept until the graph is there', async () => {
      graph = await openPage(light);
      await graph.send({ type: 'select', id: '4.1', planUri: null });
      await graph.show(nine());
      assert.deepEqual(await selected(), ['4.1']);
      await graph.show(many(60, 10));
      assert.deepEqual(await selected(), ['4.1']);
    });

    for (const theme of themes) {
      it(`is plain to see in ${theme.name}`, async () => {
        await open(scheduled(), theme);
        await graph.send({ type: 'select', id: '2.2', planUri: null });
        const outline = (id: string) =>
          card(id).evaluate((element) => {
            const { outlineStyle, outlineWidth } = getComputedStyle(element);
            return `${outlineStyle} ${outlineWidth}`;
          });
        assert.match(await outline('2.2'), /^(?:solid|dashed) 2px$/);
        assert.match(await outline('2.1'), /^none/);
        assert.deepEqual(await accessibilityProblems(graph), []);
        await graph.screenshot(`selected ${theme.name}`);
      });
    }
  });

  describe('the overview', () => {
    const overview = () => graph.page.locator('.minimap');
    const button = () => graph.page.getByRole('button', { name: 'Overview' });
    /** The part of the graph in the window, in shares of the overview: left, top, width, height. */
    const frame = (): Promise<readonly number[]> =>
      graph.page.evaluate(() => {
        const map = document.querySelector('.minimap')?.getBoundingClientRect() ?? new DOMRect();
        const part = document.querySelector('.minimap .frame')?.getBoundingClientRect() ?? new DOMRect();
        return [
          (part.x - map.x) / map.width,
          (part.y - map.y) / map.height,
          part.width / map.width,
          part.height / map.height,
        ];
      });
    const at = async (x: number, y: number): Promise<readonly [number, number]> => {
      const box = (await overview().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      return [box.x + x * box.width, box.y + y * box.height];
    };

    it('is there when the graph is larger than the window, and goes when all of it is in view', async () => {
      await open(nine());
      assert.equal(await overview().isVisible(), false);
      assert.equal(await button().isVisible(), false);
      await graph.show(many(300, 20));
      assert.ok(await overview().isVisible());
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('0');
      await overview().waitFor({ state: 'hidden' });
      await graph.page.keyboard.press('+');
      await overview().waitFor();
    });

    it('brings into view what is clicked, and moves with its frame', async () => {
      await open(many(300, 20));
      const [left = 1, , width = 1] = await frame();
      assert.ok(left < 0.01 && width < 0.5, 'the graph opens at its first level');
      await graph.page.mouse.move(...(await at(0.7, 0.5)));
      await graph.page.mouse.down();
      await graph.transform();
      const [jumped = 0, top = 0] = await frame();
      assert.ok(Math.abs(jumped + width / 2 - 0.7) < 0.02, `the middle is at ${jumped + width / 2}`);
      await graph.page.mouse.move(...(await at(0.6, 0.5)), { steps: 3 });
      await graph.page.mouse.up();
      await graph.transform();
      const [dragged = 0, after = 1] = await frame();
      assert.ok(Math.abs(jumped - dragged - 0.1) < 0.02, `moved by ${jumped - dragged}`);
      assert.ok(Math.abs(after - top) < 0.01);
      // taken by its corner, the frame stays under the pointer
      await graph.page.mouse.move(...(await at(dragged + 0.02, 0.5)));
      await graph.page.mouse.down();
      await graph.page.mouse.up();
      await graph.transform();
      assert.ok(Math.abs(((await frame())[0] ?? 0) - dragged) < 0.01);
      assert.deepEqual((await graph.records()).posted, [READY], 'opens nothing');
    });

    it('is put away by its key and its button, for this plan even after a reload', async () => {
      await open(many(300, 20));
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('m');
      await overview().waitFor({ state: 'hidden' });
      assert.equal(await button().getAttribute('aria-pressed'), 'false');
      await graph.page.waitForFunction(
        () =>
          (window as unknown as { records: { state?: { minimap?: boolean } } }).records.state?.minimap ===
          false,
      );
      const { state } = await graph.records();
      await graph.close();
      await open(many(300, 20), light, state);
      assert.equal(await overview().isVisible(), false);
      await button().click();
      await overview().waitFor();
    });

    it('never hides the card with the focus', async () => {
      await open(many(300, 20));
      await graph.tabIntoGraph();
      for (let step = 0; step < 25; step++) {
        await graph.page.keyboard.press(step % 5 === 0 ? 'ArrowRight' : 'ArrowDown');
        await graph.transform();
        const focused = await card((await graph.focused()) ?? '').boundingBox();
        const map = await overview().boundingBox();
        assert.ok(focused && map);
        assert.ok(focused.x + focused.width <= map.x || focused.y + focused.height <= map.y);
      }
    });
  });

  describe('zooming to the selection', () => {
    const inWindow = async (id: string): Promise<boolean> => {
      const box = await card(id).boundingBox();
      const stage = await graph.page.locator('.stage').boundingBox();
      assert.ok(box && stage);
      return (
        box.x >= stage.x &&
        box.y >= stage.y &&
        box.x + box.width <= stage.x + stage.width &&
        box.y + box.height <= stage.y + stage.height
      );
    };

    it('shows the current achievement with its neighbours, and goes back', async () => {
      const plan = many(60, 10);
      await open(plan);
      await graph.tabIntoGraph();
      await card('3.4').focus();
      await graph.page.keyboard.press('0');
      const before = await graph.transform();
      await graph.page.keyboard.press('z');
      assert.ok((await scaleOf(graph)) > Number(/scale\((.*)\)/.exec(before)?.[1]));
      const needs = plan.byId.get('3.4')?.dependencies.map(({ id }) => id) ?? [];
      const needed = plan.achievements
        .filter(({ dependencies }) => dependencies.some(({ id }) => id === '3.4'))
        .map(({ id }) => id);
      assert.ok(needs.length > 0 && needed.length > 0);
      for (const id of ['3.4', ...needs, ...needed]) assert.ok(await inWindow(id), id);
      assert.equal(await graph.focused(), '3.4');
      await graph.page.keyboard.press('z');
      assert.equal(await graph.transform(), before);
    });

    it('shows what a search brought out', async () => {
      await open(many(300, 20));
      await graph.page.getByRole('searchbox').fill('15.19');
      await graph.page.getByRole('button', { name: 'Zoom to the selection' }).click();
      await graph.transform();
      assert.ok(await inWindow('15.19'));
    });
  });

  describe('motion', () => {
    /** What was set in motion since the page was opened: the ids of cards, and `edges`. */
    const moved = () => graph.page.evaluate(() => (window as unknown as { moved: readonly string[] }).moved);
    const watchMotion = (): Promise<void> =>
      graph.page.evaluate(() => {
        const moved: string[] = [];
        Object.assign(window, { moved });
        const { animate } = Element.prototype;
        Element.prototype.animate = function (...args) {
          const what = Object.keys(args[0] ?? {}).join();
          moved.push(`${(this as HTMLElement).dataset.id ?? this.getAttribute('class')} ${what}`);
          return animate.apply(this, args);
        };
      });
    const openWatched = async (): Promise<void> => {
      graph = await openPage(light);
      await watchMotion();
      await graph.show(plan(['1.1', '1.2']));
    };
    const plan = (ids: readonly string[]): AnalysedPlan =>
      graphPlan(
        ids.map((id, at) => ({ id, title: `Work ${id}`, needs: at === 0 ? [] : [ids[at - 1] ?? ''] })),
      );

    it('lets cards go to their new places when the plan changes, with the focus, but not when it opens', async () => {
      await openWatched();
      assert.deepEqual(await moved(), []);
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('End');
      await graph.show(plan(['1.1', '1.3', '1.2']));
      assert.ok((await moved()).includes('1.2 translate'));
      assert.ok((await moved()).includes('1.3 opacity'));
      assert.ok((await moved()).includes('edges opacity'));
      assert.equal(await graph.focused(), '1.2');
      await graph.page.waitForFunction(() => document.getAnimations().length === 0);
      const [first, second] = [await card('1.3').boundingBox(), await card('1.2').boundingBox()];
      assert.ok(first && second && first.x + first.width < second.x);
    });

    it('lets nothing move for people who want no motion, and none of a thousand', async () => {
      await openWatched();
      await graph.page.emulateMedia({ reducedMotion: 'reduce' });
      await graph.show(plan(['1.1', '1.3', '1.2']));
      await graph.page.emulateMedia({ reducedMotion: 'no-preference' });
      await graph.page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
      await graph.show(plan(['1.1', '1.2', '1.3']));
      await graph.page.evaluate(() => document.body.classList.remove('vscode-reduce-motion'));
      await graph.show(many(1000, 40));
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('0');
      await graph.transform();
      await graph.page.evaluate(() => Object.assign(window, { moved: [] }));
      const before = await moved();
      await graph.show(many(990, 40));
      assert.deepEqual([before, await moved()], [[], []]);
    });
  });

  describe('while the plan changes', () => {
    it('draws a new graph in full at once, even while somebody zooms', async () => {
      await open(nine());
      await graph.tabIntoGraph();
      const title = await graph.page.evaluate(
        async (message) => {
          const frame = () => new Promise(requestAnimationFrame);
          for (let press = 0; press < 2; press++) {
            document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '-', bubbles: true }));
            await frame();
          }
          window.postMessage(message, '*');
          await new Promise((done) => window.addEventListener('message', done, { once: true }));
          await frame();
          await frame();
          return document.querySelector('[data-id="6.2"]')?.textContent ?? '';
        },
        await graphMessage(graphModelOf(many(60, 10))),
      );
      assert.match(title, /Measure audit trail/);
    });

    it('updates only what changed, and keeps focus and view', async () => {
      await open(nine());
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('End');
      await graph.page.keyboard.press('+');
      const view = await graph.transform();
      await graph.page.evaluate(() => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        new MutationObserver((changes) => {
          for (const { target } of changes) {
            const id = (target as Element).closest?.('.card')?.getAttribute('data-id');
            if (id) seen.push(id);
          }
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      });
      const before = nine().achievements;
      await graph.show(
        graphPlan(
          before.map(({ id, title, dependencies, status }) => ({
            id,
            title,
            needs: dependencies.map((dependency) => dependency.id),
            status: id === '2.2' ? ('complete' as const) : status,
          })),
          { name: 'DOCUMENT-SEARCH' },
        ),
        { layout: false },
      );
      assert.match((await card('2.2').textContent()) ?? '', /Complete/);
      assert.equal(await graph.focused(), '4.1');
      assert.equal(await graph.transform(), view);
      const seen = await graph.page.evaluate(() =>
        [...new Set((window as unknown as { seen: string[] }).seen)].sort(),
      );
      assert.deepEqual(seen, ['2.2', '3.1']);
    });

    it('keeps the focus on a node that moves, and gives it to another when the node goes', async () => {
      await open(nine());
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('End');
      await graph.show(many(60, 10));
      assert.equal(await graph.focused(), '4.1');
      await graph.show(unordered());
      assert.equal(await graph.focused(), '1.1');
    });

    it('remembers the view of a plan, and takes it up again', async () => {
      await open(nine());
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('+');
      const view = await graph.transform();
      await graph.page.waitForFunction(() => {
        const { state } = (window as unknown as { records: { state?: { view?: { scale: number } } } })
          .records;
        return state?.view?.scale === 1.25;
      });
      const { state } = await graph.records();
      await graph.close();
      await open(nine(), light, state);
      assert.equal(await graph.transform(), view);
    });

    it('ignores messages that are not whole', async () => {
      await open(nine());
      for (const broken of [
        null,
        'x',
        { type: 'graph' },
        { type: 'graph', model: { nodes: [1] }, layout: null },
      ]) {
        await graph.send(broken);
      }
      assert.equal(await graph.page.getByRole('treeitem').count(), 9);
    });
  });

  for (const theme of themes) {
    it(`passes the accessibility rules in ${theme.name}`, async () => {
      await open(nine(), theme);
      await graph.screenshot(`9 ${theme.name}`);
      await graph.tabIntoGraph();
      assert.deepEqual(await accessibilityProblems(graph), []);
      await graph.screenshot(`9 ${theme.name} focused`);
      await graph.show(many(60, 10));
      assert.deepEqual(await accessibilityProblems(graph), []);
      await graph.screenshot(`60 ${theme.name}`);
      await graph.page.keyboard.press('0');
      await graph.page.waitForTimeout(50);
      await graph.screenshot(`60 whole ${theme.name}`);
      await graph.show(many(300, 20));
      assert.ok(await graph.page.locator('.minimap').isVisible());
      assert.deepEqual(await accessibilityProblems(graph), []);
      await graph.screenshot(`300 overview ${theme.name}`);
      await graph.show(scheduled());
      await graph.screenshot(`schedule ${theme.name}`);
      assert.deepEqual(await accessibilityProblems(graph), []);
      await graph.page.getByRole('button', { name: 'Critical path' }).click();
      await graph.page.keyboard.press('Control+f');
      await graph.page.keyboard.type('2.1');
      await graph.page.keyboard.press('Enter');
      assert.deepEqual(await accessibilityProblems(graph), []);
      await graph.screenshot(`search ${theme.name}`);
    });
  }

  it('stays legible with the colours of the system forced', async () => {
    await open(cyclic(), dark);
    await graph.page.emulateMedia({ forcedColors: 'active' });
    assert.deepEqual(await accessibilityProblems(graph), []);
    await graph.screenshot('forced colours');
    await graph.show(many(300, 20));
    await graph.screenshot('forced colours overview');
  });
});

const scaleOf = async (graph: GraphPage): Promise<number> => {
  return Number(/scale\((.*)\)/.exec(await graph.transform())?.[1]);
};

/** Walks breadth first from the focused card, by pressing every arrow on every card met. */
const everyFocusableCard = async (graph: GraphPage): Promise<ReadonlySet<string>> => {
  const start = await graph.focused();
  assert.ok(start, 'Tab reaches the graph');
  const reached = new Set([start]);
  for (const id of reached) {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      await graph.page.locator(`.card[data-id="${id}"]`).focus();
      await graph.page.keyboard.press(key);
      const next = await graph.focused();
      if (next !== undefined) reached.add(next);
    }
  }
  return reached;
};

/** The same for graphs in which each press would take too long: the keys are pressed inside of the page. */
const everyCardInPage = ({ page }: GraphPage): Promise<readonly string[]> =>
  page.evaluate(() => {
    const focused = (): Element => document.activeElement ?? document.body;
    const reached = new Set([focused()]);
    for (const card of reached) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        (card as HTMLElement).focus({ preventScroll: true });
        card.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        reached.add(focused());
      }
    }
    return [...reached].map((card) => (card as HTMLElement).dataset.id ?? '').sort();
  });
