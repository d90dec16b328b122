import assert from 'node:assert/strict';
import { workspaceModelOf } from '../../src/extension/graph/workspaceModel';
import type { GraphModel } from '../../src/webview/messages';
import { graphPlan, HOSTILE, many } from '../support/graphPlans';
import { dark, light, type Theme, themes } from '../support/themes';
import { saying, several } from '../support/workspacePlans';
import { accessibilityProblems } from './accessibility';
import { type GraphPage, useGraphPages } from './graphPage';

describe('the graph page of all plans', () => {
  const openPage = useGraphPages();
  let graph: GraphPage;

  const open = async (
    model: GraphModel = workspaceModelOf(several()),
    theme: Theme = light,
  ): Promise<void> => {
    graph = await openPage(theme);
    await graph.showModel(model);
  };
  const item = (name: RegExp) => graph.page.getByRole('treeitem', { name });

  it('tells a screen reader the plan of each achievement, and what documents say of other plans', async () => {
    await open();
    await item(
      /^DOCUMENT-SEARCH, achievement 4\.1 Write the user guide, not started, blocked by 3\.1, 3\.2, level 3, depends on 3\.1, 3\.2$/,
    ).waitFor();
    await item(
      /^Plan DOCUMENT-SEARCH, 9 achievements, 2 ready, 2 of 9 complete, ready, depends on TIMED 2\.1, related to HOSTING, needed by IDEAS$/,
    ).waitFor();
    await item(/^TIMED, achievement 2\.1 .*, needed by DOCUMENT-SEARCH$/).waitFor();
    assert.equal(await item(/^Plan .*depends on nothing/).count(), 0, 'nobody said so of a plan');
  });

  it('writes the kind of each link at it, and in the legend', async () => {
    await open();
    const words = await graph.page.locator('.edge:not(.cycle) text').allTextContents();
    assert.deepEqual([...words].sort(), ['blocks', 'needed by', 'needed by', 'related']);
    const legend = await graph.page.locator('body > .legend .keys').textContent();
    for (const word of ['Needed by another plan', 'Blocks another plan', 'Related plans'])
      assert.ok(legend?.includes(word));
    assert.equal(await graph.page.getByRole('button', { name: 'Critical path' }).isVisible(), false);
    assert.equal(
      await graph.page
        .locator('#help')
        .textContent()
        .then((text) => text?.includes('critical')),
      false,
    );
  });

  it('opens an achievement in its plan, and the graph of a plan, by mouse and keyboard', async () => {
    await open();
    const [search] = several();
    await item(/^TIMED, achievement 1\.2/).click();
    await item(/^Plan DOCUMENT-SEARCH/).focus();
    await graph.page.keyboard.press('Enter');
    const { posted } = await graph.records();
    const timed = search?.uri.replaceAll('DOCUMENT-SEARCH', 'TIMED');
    assert.deepEqual(posted.slice(1), [
      { type: 'select', planUri: timed, id: '1.2' },
      { type: 'openIn', planUri: timed, id: '1.2' },
      { type: 'openIn', planUri: search?.uri, id: null },
    ]);
  });

  it('offers the menu of an achievement for its own plan, and none for a plan', async () => {
    await open();
    const context = (name: RegExp) => item(name).getAttribute('data-vscode-context');
    const { planUri, achievementId } = JSON.parse((await context(/^TIMED, achievement 2\.1/)) ?? '{}');
    assert.match(planUri, /PLAN_TIMED\.md$/);
    assert.equal(achievementId, '2.1');
    assert.equal(await context(/^Plan TIMED/), null);
  });

  it('dims all but what comes before and after, across plans, but not what is only related', async () => {
    await open();
    await item(/^Plan DOCUMENT-SEARCH/).focus();
    await graph.page.keyboard.press('f');
    const lit = await graph.page
      .locator('.card:not(.dim)')
      .evaluateAll((cards) => cards.map((card) => card.ariaLabel));
    assert.deepEqual(lit.map((label) => label?.split(/ [A-Z][a-z]|, \d/)[0]).sort(), [
      'Plan DOCUMENT-SEARCH',
      'Plan IDEAS',
      'TIMED, achievement 1.1',
      'TIMED, achievement 1.2',
      'TIMED, achievement 2.1',
    ]);
    await graph.page.getByText('DOCUMENT-SEARCH: 3 before, 1 after. 5 of 26 shown').waitFor();
  });

  it('keeps the name of a plan in sight when its box is moved out', async () => {
    await open();
    const name = graph.page.locator('.strip-title', { hasText: 'DOCUMENT-SEARCH' });
    assert.equal(await name.isVisible(), false, 'its box says it');
    await item(/^DOCUMENT-SEARCH, achievement 4\.1/).focus();
    await graph.page.mouse.move(900, 700);
    await graph.page.mouse.down();
    await graph.page.mouse.move(500, 700, { steps: 4 });
    await graph.page.mouse.up();
    await name.waitFor();
    assert.equal(await name.textContent(), 'DOCUMENT-SEARCH 2 of 9 complete');
  });

  it('shows names and titles as text, whatever they say', async () => {
    const plans = HOSTILE.map((title, at) =>
      saying(graphPlan([{ id: '1.1', title }], { name: `<img src=x>${at}` }), 'x'),
    );
    await open(workspaceModelOf(plans));
    assert.equal(await graph.page.locator('main img, main script').count(), 0);
    await graph.page.getByText('<img src=x>0').first().waitFor();
  });

  it('draws a thousand achievements of many plans, and stays in the hand', async () => {
    const plans = Array.from({ length: 40 }, (_, at) =>
      saying(
        { ...many(25, 5), name: `PLATFORM-${at}` },
        at > 0 ? `Depends on PLAN_PLATFORM-${at - 1}.md` : '',
      ),
    );
    await open(workspaceModelOf(plans), dark);
    assert.equal(await graph.page.locator('.card').count(), 40 * 26);
    await graph.page.keyboard.press('Tab');
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('End');
    assert.ok(await graph.page.locator('.card:focus').isVisible());
    await graph.screenshot('workspace forty plans');
  });

  for (const theme of themes) {
    it(`is readable and accessible in ${theme.name}`, async () => {
      await open(undefined, theme);
      await graph.screenshot(`workspace ${theme.name}`);
      assert.deepEqual(await accessibilityProblems(graph), []);
    });
  }
});
