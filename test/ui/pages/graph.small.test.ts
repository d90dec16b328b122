import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { graphModelOf } from '../../../src/extension/graph/model/graphModel';
import { analysedPlan } from '../../support/analysedPlan';
import { cyclic, many, nine, scheduled } from '../../support/graphPlans';
import { light, themes } from '../../support/themes';
import { accessibilityProblems } from './accessibility';
import { expect, test } from './fixtures';
import { type Box, boxOf, type GraphPage } from './graphPage';

const PLANS: readonly (readonly [string, () => AnalysedPlan])[] = [
  ['nine', nine],
  ['sixty', () => many(60, 10)],
  ['a schedule', scheduled],
  ['a cycle', cyclic],
];
/** Sizes of a panel; those of twice as large a window at a zoom of 200 % stand behind. */
const SIZES = [
  [1500, 950],
  [900, 600],
  [900, 300],
  [750, 475],
  [450, 300],
  [420, 700],
] as const;

const openAt = async (
  graph: GraphPage,
  plan: AnalysedPlan,
  [width, height]: readonly [number, number],
  theme = light,
): Promise<void> => {
  await graph.load(theme);
  await graph.page.setViewportSize({ width, height });
  await graph.show(plan);
};

/** The size of the smallest text on the cards that are drawn, in pixels of the window. */
const smallestText = (graph: GraphPage): Promise<number> =>
  graph.page.locator('.world').evaluate((world) => {
    const scale = world.getBoundingClientRect().width / (world as HTMLElement).offsetWidth;
    const sizes = [...world.querySelectorAll('.face *, .edge text')]
      .filter((element) => element.textContent.trim() !== '' && element.children.length === 0)
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    return Math.min(...sizes) * scale;
  });

/** How much of a card is cut off at each side of the part of the window that shows the graph, in pixels. */
const cutOff = (card: Box, stage: Box): readonly number[] => [
  stage.x - card.x,
  card.x + card.width - stage.x - stage.width,
  stage.y - card.y,
  card.y + card.height - stage.y - stage.height,
];

for (const scaleFactor of [1, 2]) {
  test.describe(`the graph page in a small panel, at ${scaleFactor} pixels for one`, () => {
    test.use({ deviceScaleFactor: scaleFactor });

    // what more pixels change they change for every plan
    for (const [name, plan] of scaleFactor === 1 ? PLANS : PLANS.filter(([each]) => each === 'sixty')) {
      test(`opens ${name} so that it can be read, with what is ready, and gives it most of the height`, async ({
        graph,
      }) => {
        for (const size of SIZES) {
          const at = size.join(' x ');
          await openAt(graph, plan(), size);
          const viewport = await boxOf(graph.page.locator('.viewport'));
          expect(viewport.height / size[1], at).toBeGreaterThanOrEqual(0.6);
          expect(await smallestText(graph), at).toBeGreaterThanOrEqual(10.99);
          await expect(graph.page.locator('.card:focus'), at).toBeVisible();
          const stage = await boxOf(graph.page.locator('.stage'));
          const first = await boxOf(graph.page.locator('.card:focus'));
          expect(Math.max(...cutOff(first, stage)), `the card with the focus at ${at}`).toBeLessThanOrEqual(
            0,
          );
          if (!(await graph.page.locator('.minimap').isHidden())) {
            const map = await boxOf(graph.page.locator('.minimap'));
            expect(first.x + first.width <= map.x || first.y + first.height <= map.y, at).toBe(true);
          }
        }
        await graph.screenshot(`small ${name} ${scaleFactor}`);
      });
    }
  });
}

/** Of a card that is cut off axe compares what is left to be seen with what is said of all of it. */
const problems = async (graph: GraphPage, theme = light): Promise<readonly string[]> =>
  (await accessibilityProblems(graph, theme)).filter(
    (problem) => !problem.startsWith('label-content-name-mismatch: <div class="card"'),
  );

test.describe('the graph page in a small panel', () => {
  const stageOf = ({ page }: GraphPage) => boxOf(page.locator('.stage'));

  test('fits a graph that needs only a little less, without an overview', async ({ graph }) => {
    await openAt(graph, scheduled(), [900, 600]);
    expect(await graph.scale()).toBeGreaterThan(0.94);
    expect(await graph.scale()).toBeLessThan(1);
    for (const id of ['1.1', '1.2', '2.1', '2.2', '2.3', '3.1'])
      expect(await graph.isInView(id), id).toBe(true);
    await expect(graph.page.locator('.minimap')).toBeHidden();
    await expect(graph.page.getByRole('button', { name: 'Overview' })).toBeHidden();
    await graph.page.keyboard.press('+');
    await expect.poll(() => graph.scale()).toBeGreaterThan(1);
    await expect(graph.page.locator('.minimap'), 'it fits, larger only by choice').toBeHidden();
  });

  test('cuts no card off by a few pixels at its sides, however wide it is', async ({ graph }) => {
    for (const width of [620, 794, 968, 1142]) {
      await openAt(graph, nine(), [width, 600]);
      const stage = await stageOf(graph);
      for (const card of await graph.page.locator('.card').all()) {
        const [left = 0, right = 0] = cutOff(await boxOf(card), stage);
        for (const cut of [left, right]) expect(cut <= 0.5 || cut > 24, `${cut} at ${width}`).toBe(true);
      }
    }
  });

  test('says keys and pictures in one line, and all of them in a sheet', async ({ graph }) => {
    await openAt(graph, cyclic(), [600, 300]);
    const legend = await boxOf(graph.page.locator('.legend:visible'));
    expect(legend.height).toBeLessThan(32);
    await graph.page.getByRole('button', { name: 'All keys' }).click();
    const sheet = graph.page.getByRole('dialog', { name: 'Keys and legend' });
    for (const words of ['Not started', 'Complete', 'Cycle', 'Behind a cycle', 'To the selection and back']) {
      await expect(sheet.getByText(words, { exact: true })).toBeAttached();
    }
    await expect(sheet.locator('kbd', { hasText: /^l$/ })).toBeAttached();
    await expect.poll(() => problems(graph)).toEqual([]);
    await graph.screenshot('small keys');
  });

  test('has its tools behind one button, which Escape and the focus close', async ({ graph }) => {
    await openAt(graph, scheduled(), [450, 300]);
    const more = graph.page.getByRole('button', { name: 'More tools' });
    const fit = graph.page.getByRole('button', { name: 'Fit the graph' });
    await expect(fit).toBeHidden();
    await more.focus();
    await graph.page.keyboard.press('Enter');
    await expect(more).toHaveAttribute('aria-expanded', 'true');
    await graph.page.keyboard.press('Tab');
    await expect(graph.page.getByRole('button', { name: 'Critical path' })).toBeFocused();
    await fit.focus();
    await graph.screenshot('small tools');
    await graph.page.keyboard.press('Enter');
    for (const id of ['1.1', '3.1']) await expect.poll(() => graph.isInView(id)).toBe(true);
    await graph.page.keyboard.press('Escape');
    await expect(fit).toBeHidden();
    await expect(more).toBeFocused();
    await more.click();
    await expect(fit).toBeVisible();
    const stage = await stageOf(graph);
    await graph.page.mouse.click(stage.x + 4, stage.y + stage.height - 4);
    await expect(fit).toBeHidden();
    await expect(graph.page.locator('.card:focus')).toBeVisible();
  });

  test('shows a note in a line, and all of it with the tools', async ({ graph }) => {
    const note =
      'Arrows that follow from others are not drawn: 12 of 400, and much more is to be said of them here.';
    await graph.load();
    await graph.page.setViewportSize({ width: 450, height: 300 });
    await graph.showModel({ ...graphModelOf(nine()), notes: [note] });
    const line = graph.page.getByText(note);
    expect((await boxOf(line)).height).toBeLessThan(24);
    await graph.page.getByRole('button', { name: 'More tools' }).click();
    await expect.poll(async () => (await boxOf(line)).height).toBeGreaterThan(30);
  });

  test('never has a card behind the overview for good', async ({ graph }) => {
    await openAt(graph, many(300, 20), [900, 600]);
    await graph.page.keyboard.press('End');
    const last = graph.page.locator('.card:focus');
    const map = graph.page.locator('.minimap');
    const isFree = async (): Promise<boolean> => {
      const [card, overview] = [await boxOf(last), await boxOf(map)];
      return card.x + card.width <= overview.x || card.y + card.height <= overview.y;
    };
    await expect.poll(isFree, { message: 'by keyboard' }).toBe(true);
    await graph.page.mouse.move(300, 300);
    await graph.page.mouse.wheel(0, -200);
    await graph.page.mouse.wheel(0, 5000);
    await graph.page.mouse.wheel(0, -120);
    await graph.page.mouse.wheel(0, 300);
    await expect.poll(isFree, { message: 'with the wheel' }).toBe(true);
    const { width, height } = await boxOf(map);
    expect(width).toBeLessThanOrEqual(900 / 4 + 2);
    expect(height).toBeLessThanOrEqual(600 / 4 + 2);
    await graph.page.setViewportSize({ width: 900, height: 300 });
    await expect(map, 'a low panel has no room for it').toBeHidden();
  });

  for (const theme of themes) {
    test(`is accessible in ${theme.name}`, async ({ graph }) => {
      for (const size of [
        [900, 300],
        [450, 300],
      ] as const) {
        await openAt(graph, scheduled(), size, theme);
        await expect.poll(() => problems(graph, theme)).toEqual([]);
        await graph.screenshot(`small ${size.join('x')} ${theme.name}`);
        await graph.page.getByRole('button', { name: 'More tools' }).click();
        await expect.poll(() => problems(graph, theme)).toEqual([]);
        await graph.screenshot(`small tools ${size.join('x')} ${theme.name}`);
        await graph.page.keyboard.press('?');
        await graph.screenshot(`sheet ${size.join('x')} ${theme.name}`);
      }
    });
  }
});

test.describe('the graph page while data is missing', () => {
  const controls = ({ page }: GraphPage) =>
    page.locator('button, input, .bar, .done, .progress').filter({ visible: true });

  test('shows nothing that would do nothing, and no progress', async ({ graph }) => {
    await graph.load();
    await expect(graph.page.getByText('Laying out the graph')).toBeVisible();
    await expect(graph.page.getByText('Laying out the graph')).toBeFocused();
    await expect(controls(graph)).toHaveCount(0);
    for (const key of ['/', 'c', 't', '?', 'm', '+', 'Enter']) await graph.page.keyboard.press(key);
    await expect(controls(graph)).toHaveCount(0);
    await expect(graph.page.getByRole('dialog')).toHaveCount(0);
    const header = (await boxOf(graph.page.locator('header'))).height;
    await graph.show(nine());
    await expect(graph.page.getByRole('searchbox')).toBeVisible();
    expect((await boxOf(graph.page.locator('header'))).height, 'nothing jumps').toBe(header);
    const [done, bar] = [await boxOf(graph.page.locator('.done')), await boxOf(graph.page.locator('.bar'))];
    expect(done.width / bar.width).toBeCloseTo(2 / 9, 1);
  });

  test('does so too when a plan is empty or gone, and comes back with it', async ({ graph }) => {
    await graph.open(analysedPlan({ achievements: [] }));
    await expect(controls(graph)).toHaveCount(0);
    await graph.open(nine());
    await graph.send({ type: 'notice', text: 'The plan is gone.' });
    await expect(graph.page.getByText('The plan is gone.')).toBeFocused();
    await expect(controls(graph)).toHaveCount(0);
    await graph.show(nine());
    await expect(graph.card('2.1')).toBeFocused();
    await expect(graph.page.getByRole('tab')).toHaveCount(2);
  });
});
