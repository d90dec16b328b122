import { workspaceModelOf } from '../../../src/extension/graph/model/workspaceModel';
import type { GraphModel } from '../../../src/webview/protocol/messages';
import { rewritten } from '../../support/analysedPlan';
import { graphPlan, HOSTILE, many } from '../../support/graphPlans';
import { dark, type Theme, themes } from '../../support/themes';
import { saying, several } from '../../support/workspacePlans';
import { accessibilityProblems } from './accessibility';
import { expect, test } from './fixtures';
import type { GraphPage } from './graphPage';

test.describe('the graph page of all plans', () => {
  const open = async (
    graph: GraphPage,
    model: GraphModel = workspaceModelOf(several()),
    theme?: Theme,
  ): Promise<void> => {
    await graph.load(theme);
    await graph.showModel(model);
  };
  const item = ({ page }: GraphPage, name: RegExp) => page.getByRole('treeitem', { name });

  test('tells a screen reader the plan of each achievement, and what documents say of other plans', async ({
    graph,
  }) => {
    await open(graph);
    await expect(
      item(
        graph,
        /^DOCUMENT-SEARCH, achievement 4\.1 Write the user guide, not started, blocked by 3\.1, 3\.2, level 3, depends on 3\.1, 3\.2$/,
      ),
    ).toBeVisible();
    await expect(
      item(
        graph,
        /^Plan DOCUMENT-SEARCH, 9 achievements, 2 ready, 2 of 9 complete, ready, depends on TIMED 2\.1, related to HOSTING, needed by IDEAS$/,
      ),
    ).toBeVisible();
    await expect(item(graph, /^TIMED, achievement 2\.1 .*, needed by DOCUMENT-SEARCH$/)).toBeVisible();
    await expect(item(graph, /^Plan .*depends on nothing/), 'nobody said so of a plan').toHaveCount(0);
  });

  test('writes the kind of each link at it, and in the legend', async ({ graph }) => {
    await open(graph);
    const words = async () => (await graph.page.locator('.edge:not(.cycle) text').allTextContents()).sort();
    await expect.poll(words).toEqual(['blocks', 'needed by', 'needed by', 'related']);
    const legend = graph.page.locator('body > .legend .keys');
    for (const word of ['Needed by another plan', 'Blocks another plan', 'Related plans'])
      await expect(legend).toContainText(word);
    await expect(graph.page.getByRole('button', { name: 'Critical path' })).toBeHidden();
    await expect(graph.page.locator('#help')).not.toContainText('critical');
  });

  test('opens an achievement in its plan, and the graph of a plan, by mouse and keyboard', async ({
    graph,
  }) => {
    await open(graph);
    const [search] = several();
    await item(graph, /^TIMED, achievement 1\.2/).click();
    await item(graph, /^Plan DOCUMENT-SEARCH/).focus();
    await graph.page.keyboard.press('Enter');
    const timed = search?.uri.replaceAll('DOCUMENT-SEARCH', 'TIMED');
    await expect
      .poll(async () => (await graph.posted()).slice(1))
      .toEqual([
        { type: 'select', planUri: timed, id: '1.2' },
        { type: 'openIn', planUri: timed, id: '1.2' },
        { type: 'openIn', planUri: search?.uri, id: null },
      ]);
  });

  test('offers the menu of an achievement for its own plan, and none for a plan', async ({ graph }) => {
    await open(graph);
    const context = (name: RegExp) => item(graph, name).getAttribute('data-vscode-context');
    const { planUri, achievementId } = JSON.parse((await context(/^TIMED, achievement 2\.1/)) ?? '{}');
    expect(planUri).toMatch(/PLAN_TIMED\.md$/);
    expect(achievementId).toBe('2.1');
    await expect.poll(() => context(/^Plan TIMED/)).toBe(null);
  });

  test('dims all but what comes before and after, across plans, but not what is only related', async ({
    graph,
  }) => {
    await open(graph);
    await item(graph, /^Plan DOCUMENT-SEARCH/).focus();
    await graph.page.keyboard.press('f');
    const lit = () =>
      graph.page
        .locator('.card:not(.dim)')
        .evaluateAll((cards) => cards.map(({ ariaLabel }) => ariaLabel?.split(/ [A-Z][a-z]|, \d/)[0]).sort());
    await expect
      .poll(lit)
      .toEqual([
        'Plan DOCUMENT-SEARCH',
        'Plan IDEAS',
        'TIMED, achievement 1.1',
        'TIMED, achievement 1.2',
        'TIMED, achievement 2.1',
      ]);
    await expect(graph.page.getByText('DOCUMENT-SEARCH: 3 before, 1 after. 5 of 26 shown')).toBeVisible();
  });

  test('keeps the name of a plan in sight when its box is moved out', async ({ graph }) => {
    await open(graph);
    const name = graph.page.locator('.strip-title', { hasText: 'DOCUMENT-SEARCH' });
    await graph.page.keyboard.press('Home');
    await expect(name, 'its box says it').toBeHidden();
    await item(graph, /^DOCUMENT-SEARCH, achievement 4\.1/).focus();
    await graph.page.mouse.move(900, 700);
    await graph.page.mouse.down();
    await graph.page.mouse.move(500, 700, { steps: 4 });
    await graph.page.mouse.up();
    await expect(name).toBeVisible();
    await expect(name).toHaveText('DOCUMENT-SEARCH 2 of 9 complete');
  });

  test('shows names and titles as text, whatever they say', async ({ graph }) => {
    const plans = HOSTILE.map((title, at) =>
      saying(graphPlan([{ id: '1.1', title }], { name: `<img src=x>${at}` }), 'x'),
    );
    await open(graph, workspaceModelOf(plans));
    await expect(graph.page.locator('main img, main script')).toHaveCount(0);
    await expect(graph.page.getByText('<img src=x>0').first()).toBeVisible();
  });

  test('draws a thousand achievements of many plans, and stays in the hand', async ({ graph }) => {
    const plans = Array.from({ length: 40 }, (_, at) =>
      rewritten(many(25, 5), () => ({
        name: `PLATFORM-${at}`,
        text: at > 0 ? `Depends on PLAN_PLATFORM-${at - 1}.md` : '',
      })),
    );
    await open(graph, workspaceModelOf(plans), dark);
    await expect(graph.page.locator('.card')).toHaveCount(40 * 26);
    await graph.page.keyboard.press('Tab');
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('End');
    await expect(graph.page.locator('.card:focus')).toBeVisible();
    await graph.screenshot('workspace forty plans');
  });

  for (const theme of themes) {
    test(`is readable and accessible in ${theme.name}`, async ({ graph }) => {
      await open(graph, undefined, theme);
      await graph.screenshot(`workspace ${theme.name}`);
      await expect.poll(() => accessibilityProblems(graph, theme)).toEqual([]);
    });
  }
});
