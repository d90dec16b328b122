import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { AnalysedPlan } from '../../src/engine/model/analysis';
import { analysedPlan } from '../support/analysedPlan';
import { cyclic, graphPlan, HOSTILE, hostile, many, nine, scheduled, unordered } from '../support/graphPlans';
import { dark, light, type Theme, themes } from '../support/themes';
import { accessibilityProblems } from './accessibility';
import { GraphPage, openBrowser } from './graphPage';

describe('the graph page', () => {
  let browser: Browser;
  let graph: GraphPage;

  before(async () => {
    browser = await openBrowser();
  });
  after(async () => browser?.close());
  afterEach(async () => {
    const { violations } = await graph.records();
    assert.deepEqual(violations, [], 'content security policy');
    assert.deepEqual(graph.errors, [], 'errors in the console');
    await graph.close();
  });

  const open = async (plan: AnalysedPlan, theme: Theme = light, state?: unknown): Promise<void> => {
    graph = await GraphPage.open(browser, theme, state);
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
      assert.match((await card('Level 9').textContent()) ?? '', /100 achievements.*0 of 100 complete/);
      assert.deepEqual(await accessibilityProblems(graph), []);
      await graph.screenshot('3000 achievements');
    });

    it('keeps hostile text as text', async () => {
      await open(hostile());
      assert.equal(await graph.page.locator('.card').count(), HOSTILE.length);
      assert.equal(await graph.page.locator('.card img, h1 script').count(), 0);
      assert.ok(await graph.page.getByText('<img src=x onerror="document.title=1">').isVisible());
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
      assert.deepEqual((await graph.records()).posted, [{ type: 'ready' }, open41, open41]);
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
      assert.deepEqual((await graph.records()).posted, [{ type: 'ready' }]);
    });

    it('zooms with the wheel at the pointer', async () => {
      await open(nine());
      const before = await card('2.2').boundingBox();
      assert.ok(before);
      await graph.page.mouse.move(before.x, before.y);
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
  });

  describe('while the plan changes', () => {
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
  });
});

const scaleOf = async (graph: GraphPage): Promise<number> => {
  await graph.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
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
