import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { graphPlan, many } from '../../support/graphPlans';
import { expect, test } from './fixtures';
import { boxOf, type GraphPage } from './graphPage';

test.describe('the graph page: motion', () => {
  /** What was set in motion since the page was opened: the ids of cards, and `edges`. */
  const moved = ({ page }: GraphPage) =>
    page.evaluate(() => (window as unknown as { moved: readonly string[] }).moved);
  const watchMotion = ({ page }: GraphPage): Promise<void> =>
    page.evaluate(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      const { animate } = Element.prototype;
      Element.prototype.animate = function (...args) {
        const what = Object.keys(args[0] ?? {}).join();
        moved.push(`${(this as HTMLElement).dataset.id ?? this.getAttribute('class')} ${what}`);
        return animate.apply(this, args);
      };
    });
  const openWatched = async (graph: GraphPage): Promise<void> => {
    await graph.load();
    await watchMotion(graph);
    await graph.show(plan(['1.1', '1.2']));
  };
  const plan = (ids: readonly string[]): AnalysedPlan =>
    graphPlan(ids.map((id, at) => ({ id, title: `Work ${id}`, needs: at === 0 ? [] : [ids[at - 1] ?? ''] })));

  test('lets cards go to their new places when the plan changes, with the focus, but not when it opens', async ({
    graph,
  }) => {
    await openWatched(graph);
    await expect.poll(() => moved(graph)).toEqual([]);
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('End');
    await graph.show(plan(['1.1', '1.3', '1.2']));
    const expected = ['1.2 translate', '1.3 opacity', 'edges opacity'];
    await expect.poll(() => moved(graph)).toEqual(expect.arrayContaining(expected));
    await expect.poll(() => graph.focused()).toBe('1.2');
    await graph.still();
    const [first, second] = [await boxOf(graph.card('1.3')), await boxOf(graph.card('1.2'))];
    expect(first.x + first.width).toBeLessThan(second.x);
  });

  test('lets nothing move for people who want no motion, and none of a thousand', async ({ graph }) => {
    await openWatched(graph);
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
    const before = await moved(graph);
    await graph.show(many(990, 40));
    expect([before, await moved(graph)]).toEqual([[], []]);
  });
});
