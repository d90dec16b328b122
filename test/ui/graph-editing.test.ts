import assert from 'node:assert/strict';
import { problemOf } from '../../src/engine/dependency/possible';
import type { AnalysedPlan } from '../../src/engine/model/analysis';
import type { Arrangement, PageMessage } from '../../src/webview/messages';
import { cyclic, many, nine } from '../support/graphPlans';
import { light, type Theme, themes } from '../support/themes';
import { accessibilityProblems } from './accessibility';
import { type GraphPage, useGraphPages } from './graphPage';

describe('editing on the graph page', () => {
  const openPage = useGraphPages();
  let graph: GraphPage;
  let plan: AnalysedPlan;

  const open = async (shown: AnalysedPlan, theme: Theme = light): Promise<void> => {
    plan = shown;
    graph = await openPage(theme);
    await graph.show(plan);
  };
  const card = (id: string) => graph.page.locator(`.card[data-id="${id}"]`);
  const posted = async (): Promise<readonly PageMessage[]> =>
    (await graph.records()).posted as readonly PageMessage[];
  const lastPosted = async () => (await posted()).at(-1);
  const said = () => graph.page.locator('.linking').textContent();

  /** Answers the last question as the editor does. */
  const answer = async (): Promise<void> => {
    const asked = await lastPosted();
    assert.ok(asked?.type === 'consider', JSON.stringify(asked));
    const { id, dependsOn } = asked;
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
  const pull = async (from: string, to: string): Promise<void> => {
    await card(from).hover();
    const handle = await graph.page.locator('.handle').boundingBox();
    const target = await card(to).boundingBox();
    assert.ok(handle && target, 'the handle is there');
    await graph.page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await graph.page.mouse.down();
    await graph.page.mouse.move(target.x + 30, target.y + 30, { steps: 5 });
  };

  /** How wide a line is drawn on the screen, in pixels: nothing of a picture without a size is. */
  const lengthOf = (selector: string): Promise<number> =>
    graph.page.locator(selector).evaluate((line) => {
      const picture = line instanceof SVGElement ? line.ownerSVGElement?.getBoundingClientRect() : undefined;
      return picture && picture.width > 0 ? line.getBoundingClientRect().width : 0;
    });

  /** Shows the plan as the page asked for it. */
  const arranged = async (): Promise<Arrangement> => {
    const asked = await lastPosted();
    assert.ok(asked?.type === 'arrange', JSON.stringify(asked));
    await graph.show(plan, { arrangement: asked.arrangement });
    return asked.arrangement;
  };

  describe('a dependency', () => {
    it('is drawn from card to card, and said before it is dropped', async () => {
      await open(nine());
      await pull('1.3', '3.2');
      assert.deepEqual(await lastPosted(), { type: 'consider', id: '3.2', dependsOn: '1.3' });
      await answer();
      assert.equal(await said(), '3.2 would depend on 1.3.');
      assert.ok(await card('3.2').evaluate((each) => each.classList.contains('possible')));
      assert.ok((await lengthOf('.overlay .drawn')) > 300, 'the arrow is seen while it is drawn');
      await graph.screenshot('drawing');
      await graph.page.mouse.up();
      assert.deepEqual(await lastPosted(), { type: 'add', id: '3.2', dependsOn: '1.3' });
      assert.equal(await graph.page.locator('.linking').isVisible(), false);
    });

    it('that would close a cycle is refused before it is dropped, with the cycle', async () => {
      await open(nine());
      await pull('4.1', '2.1');
      await answer();
      const words = '2.1 cannot depend on 4.1, for that would close the cycle 2.1 → 4.1 → 3.1 → 2.1.';
      assert.equal(await said(), words);
      assert.ok(await card('2.1').evaluate((each) => each.classList.contains('refused')));
      await graph.screenshot('refused');
      const before = (await posted()).length;
      await graph.page.mouse.up();
      assert.equal((await posted()).length, before, 'nothing is asked for');
      assert.equal(await graph.page.locator('.toast .words').textContent(), words);
    });

    it('is given up with Escape, and over nothing', async () => {
      await open(nine());
      await pull('1.3', '3.2');
      await graph.page.keyboard.press('Escape');
      await graph.page.mouse.up();
      await pull('1.3', '3.2');
      await graph.page.mouse.move(5, 500, { steps: 3 });
      await graph.page.mouse.up();
      assert.ok((await posted()).every(({ type }) => type === 'ready' || type === 'consider'));
      assert.equal(await graph.page.locator('.card.source').count(), 0);
    });

    it('is drawn with the keyboard: l, arrows, Enter', async () => {
      await open(nine());
      await graph.tabIntoGraph();
      await card('1.3').focus();
      await graph.page.keyboard.press('l');
      assert.match((await said()) ?? '', /^Walk to what is to depend on 1\.3; Enter connects/);
      await card('3.2').focus();
      await answer();
      assert.equal(await said(), '3.2 would depend on 1.3.');
      await graph.page.keyboard.press('Enter');
      assert.deepEqual(await lastPosted(), { type: 'add', id: '3.2', dependsOn: '1.3' });
      await graph.page.keyboard.press('Enter');
      assert.deepEqual(await lastPosted(), { type: 'open', id: '3.2' }, 'Enter opens again');
    });

    it('is taken back with Ctrl+Z and by the button', async () => {
      await open(nine());
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('Control+z');
      assert.deepEqual(await lastPosted(), { type: 'takeBack' });
      const words = '3.2 depends on 1.3 now.';
      await graph.send({ type: 'done', words, isProblem: false, canTakeBack: true });
      assert.ok(await graph.page.getByText(words).isVisible());
      await graph.page.getByRole('button', { name: 'Undo' }).click();
      assert.equal((await posted()).filter(({ type }) => type === 'takeBack').length, 2);
      await graph.page.getByRole('button', { name: 'Close' }).click();
      assert.equal(await graph.page.getByText(words).isVisible(), false);
    });

    it('is selected with a click on its arrow, and removed', async () => {
      await open(nine());
      const from = await card('1.1').boundingBox();
      const to = await card('2.1').boundingBox();
      assert.ok(from && to);
      await graph.page.mouse.click(
        (from.x + from.width + to.x) / 2,
        (from.y + from.height / 2 + to.y + to.height / 2) / 2,
      );
      const bar = graph.page.getByRole('group', { name: 'Selected dependency' });
      assert.match((await bar.textContent()) ?? '', /^2\.1 depends on 1\.1/);
      assert.ok((await lengthOf('.overlay .selected')) > 30, 'it is seen which');
      await graph.screenshot('selected');
      assert.deepEqual(await accessibilityProblems(graph), []);
      await bar.getByRole('button', { name: 'Go to 1.1' }).click();
      assert.equal(await graph.focused(), '1.1');
      await bar.getByRole('button', { name: 'Remove' }).click();
      const dependencies = [{ id: '2.1', dependsOn: '1.1' }];
      assert.deepEqual(await lastPosted(), { type: 'remove', dependencies });
      await graph.page.mouse.click(30, 500);
      assert.equal(await bar.isVisible(), false, 'a click beside it ends that');
    });

    it('is chosen from a list with Delete', async () => {
      await open(nine());
      await graph.tabIntoGraph();
      await card('3.1').focus();
      await graph.page.keyboard.press('Delete');
      assert.deepEqual(await lastPosted(), { type: 'chooseRemoval', id: '3.1' });
    });
  });

  it('offers what breaks a cycle', async () => {
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
    await open({ ...cyclic(), cycleBreaks: () => [breaks] });
    const ways = graph.page.getByRole('group', { name: 'Ways out of the cycles' }).getByRole('button');
    assert.deepEqual(await ways.allTextContents(), [
      'Remove the dependency of 1.2 on 1.4 (leaves a chain of 6 h)',
      'Remove the dependency of 1.4 on 1.3 (leaves a chain of 7.5 h)',
    ]);
    assert.deepEqual(await accessibilityProblems(graph), []);
    await graph.screenshot('ways out');
    await ways.first().click();
    assert.deepEqual(await lastPosted(), { type: 'remove', dependencies: [{ id: '1.2', dependsOn: '1.4' }] });
  });

  it('shows what follows from others, and removes it', async () => {
    const redundant = [{ id: '4.1', dependsOn: '2.1', way: ['4.1', '3.1', '2.1'] }];
    const [last] = nine().achievements.slice(-1);
    assert.ok(last);
    const more = { ...last, dependencies: [...last.dependencies, { id: '2.1', said: [] }] };
    const achievements = [...nine().achievements.slice(0, -1), more];
    await open({ ...nine(), achievements, redundant: () => redundant });
    assert.equal(await graph.page.locator('.world .edge.redundant').count(), 0);
    assert.equal(await graph.page.getByRole('button', { name: 'Remove it' }).isVisible(), false);
    await graph.page.getByRole('button', { name: 'Redundant: 1' }).click();
    assert.equal((await arranged()).redundant, true);
    assert.equal(await graph.page.locator('.world .edge.redundant').count(), 1);
    await graph.screenshot('redundant');
    await graph.page.getByRole('button', { name: 'Remove it' }).click();
    assert.deepEqual(await lastPosted(), { type: 'remove', dependencies: [{ id: '4.1', dependsOn: '2.1' }] });
  });

  describe('a level', () => {
    const titles = () =>
      graph.page.getByRole('treeitem').evaluateAll((all) => all.map((each) => each.dataset.id));

    it('collapses into one box and expands again, by its title and by key', async () => {
      await open(nine());
      await graph.page.locator('.lane .name').nth(1).click();
      await arranged();
      assert.deepEqual([...(await titles())].sort(), ['1.1', '1.2', '1.3', '3.1', '3.2', '4.1', 'Level 1']);
      assert.match((await card('Level 1').textContent()) ?? '', /3 achievements, 2 ready.*0 of 3 complete/);
      assert.equal(await card('Level 1').getAttribute('aria-expanded'), 'false');
      await graph.screenshot('collapsed');
      await card('Level 1').focus();
      await graph.page.keyboard.press('Enter');
      await arranged();
      assert.match((await graph.focused()) ?? '', /^2\./, 'the focus stays in the level');
      await graph.page.keyboard.press('e');
      await arranged();
      assert.equal(await graph.focused(), 'Level 1');
    });

    it('expands one after the other in a plan of thousands', async () => {
      await open(many(3000, 100));
      assert.equal((await titles()).length, 30);
      await card('Level 3').click();
      await arranged();
      assert.equal((await titles()).length, 129);
      await graph.screenshot('3000 expanded');
      await card('Level 4').click();
      await arranged();
      assert.equal((await titles()).length, 228);
    });

    it('stays as it was after a reload', async () => {
      const arrangement = { choices: [{ band: 'Level 0', isCollapsed: true }], redundant: false };
      const state = { planUri: nine().uri, view: null, arrangement, minimap: true, tabs: null };
      graph = await openPage(light, state);
      assert.deepEqual(await lastPosted(), { type: 'ready', arrangement });
    });
  });

  for (const theme of themes) {
    it(`passes the accessibility rules in ${theme.name}`, async () => {
      await open(nine(), theme);
      await pull('4.1', '2.1');
      await answer();
      await graph.screenshot(`refused ${theme.name}`);
      await graph.page.mouse.up();
      assert.deepEqual(await accessibilityProblems(graph), []);
      await graph.page.locator('.lane .name').nth(1).click();
      await arranged();
      await graph.screenshot(`collapsed ${theme.name}`);
      assert.deepEqual(await accessibilityProblems(graph), []);
    });
  }
});
