import { problemOf } from '../../../src/engine/dependency/possible';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { changed } from '../../support/analysedPlan';
import { cyclic, many, nine } from '../../support/graphPlans';
import { light, themes } from '../../support/themes';
import { accessibilityProblems } from './accessibility';
import { expect, test } from './fixtures';
import { boxOf, type GraphPage } from './graphPage';

test.describe('editing on the graph page', () => {
  const said = (graph: GraphPage) => graph.page.locator('.linking');

  /** Answers the last question as the editor does. */
  const answer = async (graph: GraphPage, plan: AnalysedPlan): Promise<void> => {
    const { id, dependsOn } = await graph.asked('consider');
    const problem = problemOf(plan, { kind: 'add', id, dependsOn });
    await graph.send({
      type: 'considered',
      id,
      dependsOn,
      isPossible: problem === undefined,
      words: problem?.message ?? `${id} would depend on ${dependsOn}.`,
    });
  };

  /** Pulls from the handle of one card over another, without letting go. */
  const pull = async (graph: GraphPage, from: string, to: string): Promise<void> => {
    await graph.card(from).hover();
    const handle = await boxOf(graph.page.locator('.handle'));
    const target = await boxOf(graph.card(to));
    await graph.page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await graph.page.mouse.down();
    await graph.page.mouse.move(target.x + 30, target.y + 30, { steps: 5 });
  };

  /** How wide a line is drawn on the screen, in pixels: nothing of a picture without a size is. */
  const lengthOf = ({ page }: GraphPage, selector: string): Promise<number> =>
    page.locator(selector).evaluate((line) => {
      const picture = line instanceof SVGElement ? line.ownerSVGElement?.getBoundingClientRect() : undefined;
      return picture && picture.width > 0 ? line.getBoundingClientRect().width : 0;
    });

  /** Shows the plan as the page asked for it. */
  const arranged = async (graph: GraphPage, plan: AnalysedPlan): Promise<void> => {
    const { arrangement } = await graph.asked('arrange');
    await graph.show(plan, { arrangement });
  };

  test.describe('a dependency', () => {
    test('is drawn from card to card, and said before it is dropped', async ({ graph }) => {
      await graph.open(nine());
      await pull(graph, '1.3', '3.2');
      await expect.poll(() => graph.lastPosted()).toEqual({ type: 'consider', id: '3.2', dependsOn: '1.3' });
      await answer(graph, nine());
      await expect(said(graph)).toHaveText('3.2 would depend on 1.3.');
      await expect(graph.card('3.2')).toContainClass('possible');
      await expect
        .poll(() => lengthOf(graph, '.overlay .drawn'), { message: 'the arrow is seen while it is drawn' })
        .toBeGreaterThan(300);
      await graph.screenshot('drawing');
      await graph.page.mouse.up();
      await expect.poll(() => graph.lastPosted()).toEqual({ type: 'add', id: '3.2', dependsOn: '1.3' });
      await expect(graph.page.locator('.linking')).toBeHidden();
    });

    test('that would close a cycle is refused before it is dropped, with the cycle', async ({ graph }) => {
      await graph.open(nine());
      await pull(graph, '4.1', '2.1');
      await answer(graph, nine());
      const words = '2.1 cannot depend on 4.1, because that would close the cycle 2.1 → 4.1 → 3.1 → 2.1.';
      await expect(said(graph)).toHaveText(words);
      await expect(graph.card('2.1')).toContainClass('refused');
      await graph.screenshot('refused');
      const before = (await graph.posted()).length;
      await graph.page.mouse.up();
      expect((await graph.posted()).length, 'nothing is asked for').toBe(before);
      await expect(graph.page.locator('.toast .words')).toHaveText(words);
    });

    test('is given up with Escape, and over nothing', async ({ graph }) => {
      await graph.open(nine());
      await pull(graph, '1.3', '3.2');
      await graph.page.keyboard.press('Escape');
      await graph.page.mouse.up();
      await pull(graph, '1.3', '3.2');
      await graph.page.mouse.move(5, 500, { steps: 3 });
      await graph.page.mouse.up();
      expect(new Set((await graph.posted()).map(({ type }) => type))).toEqual(new Set(['ready', 'consider']));
      await expect(graph.page.locator('.card.source')).toHaveCount(0);
    });

    test('is drawn with the keyboard: l, arrows, Enter', async ({ graph }) => {
      await graph.open(nine());
      await graph.tabIntoGraph();
      await graph.card('1.3').focus();
      await graph.page.keyboard.press('l');
      await expect(said(graph)).toHaveText(
        /^Move to the achievement that should depend on 1\.3\. Enter connects/,
      );
      await graph.card('3.2').focus();
      await answer(graph, nine());
      await expect(said(graph)).toHaveText('3.2 would depend on 1.3.');
      await graph.page.keyboard.press('Enter');
      await expect.poll(() => graph.lastPosted()).toEqual({ type: 'add', id: '3.2', dependsOn: '1.3' });
      await graph.page.keyboard.press('Enter');
      await expect
        .poll(() => graph.lastPosted(), { message: 'Enter opens again' })
        .toEqual({ type: 'open', id: '3.2' });
    });

    test('is taken back with Ctrl+Z and by the button', async ({ graph }) => {
      await graph.open(nine());
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('Control+z');
      await expect.poll(() => graph.lastPosted()).toEqual({ type: 'takeBack' });
      const words = '3.2 now depends on 1.3.';
      await graph.send({ type: 'done', words, isProblem: false, canTakeBack: true });
      await expect(graph.page.getByText(words)).toBeVisible();
      await graph.page.getByRole('button', { name: 'Undo' }).click();
      expect((await graph.posted()).filter(({ type }) => type === 'takeBack').length).toBe(2);
      await graph.page.getByRole('button', { name: 'Close' }).click();
      await expect(graph.page.getByText(words)).toBeHidden();
    });

    test('is selected with a click on its arrow, and removed', async ({ graph }) => {
      await graph.open(nine());
      const from = await boxOf(graph.card('1.1'));
      const to = await boxOf(graph.card('2.1'));
      await graph.page.mouse.click(
        (from.x + from.width + to.x) / 2,
        (from.y + from.height / 2 + to.y + to.height / 2) / 2,
      );
      const bar = graph.page.getByRole('group', { name: 'Selected dependency' });
      await expect(bar).toHaveText(/^2\.1 depends on 1\.1/);
      await expect
        .poll(() => lengthOf(graph, '.overlay .selected'), { message: 'it is seen which' })
        .toBeGreaterThan(30);
      await graph.screenshot('selected');
      await expect.poll(() => accessibilityProblems(graph)).toEqual([]);
      await bar.getByRole('button', { name: 'Go to 1.1' }).click();
      await expect.poll(() => graph.focused()).toBe('1.1');
      await bar.getByRole('button', { name: 'Remove' }).click();
      const dependencies = [{ id: '2.1', dependsOn: '1.1' }];
      await expect.poll(() => graph.lastPosted()).toEqual({ type: 'remove', dependencies });
      await graph.page.mouse.click(30, 500);
      await expect(bar, 'a click beside it ends that').toBeHidden();
    });

    test('is chosen from a list with Delete', async ({ graph }) => {
      await graph.open(nine());
      await graph.tabIntoGraph();
      await graph.card('3.1').focus();
      await graph.page.keyboard.press('Delete');
      await expect.poll(() => graph.lastPosted()).toEqual({ type: 'chooseRemoval', id: '3.1' });
    });
  });

  test('offers what breaks a cycle', async ({ graph }) => {
    const breaks = {
      achievements: ['1.2', '1.3', '1.4'],
      alone: [
        { id: '1.2', dependsOn: '1.4', chain: 6 },
        { id: '1.4', dependsOn: '1.3', chain: 7.5 },
      ],
      unit: 'hours' as const,
      together: [],
      exact: true,
    };
    await graph.open({ ...cyclic(), cycleBreaks: () => [breaks] });
    const ways = graph.page.getByRole('group', { name: 'Ways out of the cycles' }).getByRole('button');
    await expect(ways).toHaveText([
      'Remove the dependency of 1.2 on 1.4 (leaves a chain of 6 hours)',
      'Remove the dependency of 1.4 on 1.3 (leaves a chain of 7.5 hours)',
    ]);
    await expect.poll(() => accessibilityProblems(graph)).toEqual([]);
    await graph.screenshot('ways out');
    await ways.first().click();
    await expect
      .poll(() => graph.lastPosted())
      .toEqual({ type: 'remove', dependencies: [{ id: '1.2', dependsOn: '1.4' }] });
  });

  test('shows what follows from others, and removes it', async ({ graph }) => {
    const plan = changed(nine(), ({ id, needs = [] }) => (id === '4.1' ? { needs: [...needs, '2.1'] } : {}));
    await graph.open(plan);
    await expect(graph.page.locator('.world .edge.redundant')).toHaveCount(0);
    await expect(graph.page.getByRole('button', { name: 'Remove it' })).toBeHidden();
    await graph.page.getByRole('button', { name: 'Redundant: 1' }).click();
    const { arrangement } = await graph.asked('arrange');
    expect(arrangement.redundant).toBe(true);
    await graph.show(plan, { arrangement });
    await expect(graph.page.locator('.world .edge.redundant')).toHaveCount(1);
    await graph.screenshot('redundant');
    await graph.page.getByRole('button', { name: 'Remove it' }).click();
    await expect
      .poll(() => graph.lastPosted())
      .toEqual({ type: 'remove', dependencies: [{ id: '4.1', dependsOn: '2.1' }] });
  });

  test.describe('a level', () => {
    test('collapses into one box and expands again, by its title and by key', async ({ graph }) => {
      await graph.open(nine());
      await graph.page.locator('.lane .name').nth(1).click();
      await arranged(graph, nine());
      const items = graph.page.getByRole('treeitem');
      const ids = () => items.evaluateAll((all) => all.map((each) => each.dataset.id).sort());
      await expect.poll(ids).toEqual(['1.1', '1.2', '1.3', '3.1', '3.2', '4.1', 'Level 1']);
      await expect(graph.card('Level 1')).toHaveText(/3 achievements, 2 ready.*0 of 3 complete/);
      await expect(graph.card('Level 1')).toHaveAttribute('aria-expanded', 'false');
      await graph.screenshot('collapsed');
      await graph.card('Level 1').focus();
      await graph.page.keyboard.press('Enter');
      await arranged(graph, nine());
      await expect.poll(() => graph.focused(), { message: 'the focus stays in the level' }).toMatch(/^2\./);
      await graph.page.keyboard.press('e');
      await arranged(graph, nine());
      await expect.poll(() => graph.focused()).toBe('Level 1');
    });

    test('expands one after the other in a plan of thousands', async ({ graph }) => {
      const plan = many(3000, 100);
      await graph.open(plan);
      await expect(graph.page.getByRole('treeitem')).toHaveCount(30);
      await graph.page.keyboard.press('0');
      await graph.card('Level 3').click();
      await arranged(graph, plan);
      await expect(graph.page.getByRole('treeitem')).toHaveCount(129);
      await graph.screenshot('3000 expanded');
      await graph.card('Level 4').press('Enter');
      await arranged(graph, plan);
      await expect(graph.page.getByRole('treeitem')).toHaveCount(228);
    });

    test('stays as it was after a reload', async ({ graph }) => {
      const arrangement = { choices: [{ band: 'Level 0', isCollapsed: true }], redundant: false };
      const state = {
        planUri: nine().uri,
        view: null,
        current: null,
        arrangement,
        minimap: true,
        tabs: null,
      };
      await graph.load(light, state);
      await expect.poll(() => graph.lastPosted()).toEqual({ type: 'ready', arrangement });
    });
  });

  for (const theme of themes) {
    test(`passes the accessibility rules in ${theme.name}`, async ({ graph }) => {
      await graph.open(nine(), theme);
      await pull(graph, '4.1', '2.1');
      await answer(graph, nine());
      await graph.screenshot(`refused ${theme.name}`);
      await graph.page.mouse.up();
      await expect.poll(() => accessibilityProblems(graph, theme)).toEqual([]);
      await graph.page.locator('.lane .name').nth(1).click();
      await arranged(graph, nine());
      await graph.screenshot(`collapsed ${theme.name}`);
      await expect.poll(() => accessibilityProblems(graph, theme)).toEqual([]);
    });
  }
});
