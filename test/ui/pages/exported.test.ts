import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import * as fc from 'fast-check';
import type { Drawers } from '../../../src/engine/export/graphFormat';
import { pngFormat } from '../../../src/engine/export/pngFormat';
import { svgOf } from '../../../src/engine/export/svgFormat';
import { toMermaid } from '../../../src/engine/graph/mermaid';
import { wordsIn } from '../../../src/engine/graph/nodeWords';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { printable } from '../../../src/engine/words/printable';
import { drawSvg } from '../../../src/extension/graph/layout/layout';
import { drawPng } from '../../../src/raster/raster';
import { rasterPartsFor } from '../../../src/raster/rasterParts';
import { loneParallel } from '../../support/analysedPlan';
import { cyclic, graphPlan, hostile, many, nine, scheduled, unordered } from '../../support/graphPlans';
import { anyTitle } from '../../support/titles';

test.describe('the exported picture', () => {
  test('is XML to a browser, runs nothing, asks for nothing and keeps titles inside their boxes', async ({
    context,
  }) => {
    for (const plan of [hostile(), nine(), cyclic(), many(30, 6)]) {
      const svg = await svgOf(plan, { svg: drawSvg });
      const page = await context.newPage();
      const requests: string[] = [];
      await page.route('**/*', async (route) => {
        requests.push(route.request().url());
        await route.fulfill({ contentType: 'image/svg+xml', body: svg });
      });
      await page.goto('http://localhost/graph.svg');
      const seen = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        const nodes = [...document.querySelectorAll('g.node')];
        const sticksOut = (node: Element): boolean => {
          const box = node.querySelector('path, polygon')?.getBoundingClientRect();
          return [...node.querySelectorAll('text')].some((each) => {
            const { left, right } = each.getBoundingClientRect();
            return !box || left < box.left || right > box.right;
          });
        };
        return {
          broken: parsed.querySelector('parsererror') !== null,
          scripts: document.querySelectorAll('script').length,
          nodes: nodes.length,
          out: nodes.filter(sticksOut).map((node) => node.textContent),
        };
      }, svg);
      const { out, ...rest } = seen;
      expect(rest).toEqual({ broken: false, scripts: 0, nodes: plan.achievements.length });
      // graphviz guesses widths; lines of braces and signs may be wider in the fonts of a machine
      if (plan.name !== hostile().name) expect(out).toEqual([]);
      expect(requests).toEqual(['http://localhost/graph.svg']);
      await page.close();
    }
  });
});

/** Ids and titles that are words of one of the languages, or nearly its syntax. */
const keywords = (): AnalysedPlan => {
  const words = [
    'end',
    'graph',
    'subgraph',
    'node',
    'edge',
    'class',
    'style',
    'click',
    'default',
    'o',
    'x',
    '%%',
  ];
  return loneParallel({
    achievements: words.map((id) => ({ id, title: `${id} ---` })),
  });
};

/** Titles in which Mermaid could see Markdown, icons, formulas, links or line breaks. */
const markup = (): AnalysedPlan =>
  loneParallel({
    achievements: [
      '**a** _b_ `c`',
      '`d`',
      '# e',
      '1. f',
      '- g',
      'fa:fa-car h',
      '$$i^2$$',
      'http://j.k',
      'C:\\new',
      'l<br/>m',
      '#35; &amp;',
    ].map((title, at) => ({ id: `${at + 1}`, title })),
  });

/** Titles at random, of what means something to one format or another. */
const odd = (): AnalysedPlan =>
  loneParallel({
    achievements: fc
      .sample(anyTitle, { numRuns: ODD, seed: 20_261_121 })
      .map((title, at) => ({ id: `${at + 1}`, title })),
  });
const ODD = 100;

const PLANS = [
  nine,
  scheduled,
  cyclic,
  unordered,
  hostile,
  keywords,
  markup,
  odd,
  () => many(30, 6),
  () => graphPlan([]),
];

interface Mermaid {
  initialize(options: object): void;
  parse(text: string): Promise<{ readonly diagramType: string }>;
  render(id: string, text: string): Promise<{ readonly svg: string }>;
}

test.describe('the exported Mermaid', () => {
  /** What Mermaid draws: the text of each card, how many arrows, and whether anything of it ran. */
  const drawn = (page: Page, text: string) =>
    page.evaluate(async (source) => {
      const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
      mermaid.initialize({ startOnLoad: false });
      const { diagramType } = await mermaid.parse(source);
      const { svg } = await mermaid.render('drawn', source);
      const host = document.createElement('div');
      host.innerHTML = svg;
      document.body.replaceChildren(host);
      const texts = (selector: string): (string | undefined)[] =>
        [...host.querySelectorAll(selector)].map(({ textContent }) =>
          textContent?.trim().replaceAll('\u2060', ''),
        );
      return {
        diagramType,
        title: host.querySelector('title')?.textContent,
        cards: texts('g.node').sort(),
        arrows: host.querySelectorAll('path.flowchart-link').length,
        groups: texts('.cluster-label').length,
        images: host.querySelectorAll('img, script, a').length + Number(document.title !== ''),
      };
    }, text);

  test('is read by Mermaid, which shows every title as it is and runs none', async ({ page }) => {
    await page.addScriptTag({ path: 'node_modules/mermaid/dist/mermaid.min.js' });
    for (const plan of PLANS.map((make) => make())) {
      const text = toMermaid(plan);
      const { cards, arrows, ...rest } = await drawn(page, text);
      expect(rest, plan.name).toEqual({
        diagramType: 'flowchart-v2',
        title: `Dependencies of ${printable(plan.name)}`,
        groups: text.match(/^ {2}subgraph /gm)?.length ?? 0,
        images: 0,
      });
      expect(cards.length).toBe(Math.max(1, plan.achievements.length));
      const words = wordsIn(plan);
      const expected = plan.achievements.map((each) =>
        [printable(`${each.id} ${each.title}`), words(each).join(', ')].join(''),
      );
      if (expected.length > 0) expect(cards).toEqual(expected.sort());
      expect(arrows, plan.name).toBe(plan.achievements.flatMap(({ dependencies }) => dependencies).length);
    }
  });
});

test.describe('the exported PNG', () => {
  const png: Drawers['png'] = async (picture) => {
    const { missing, ...parts } = await rasterPartsFor(picture, {
      shipped: (name) => readFile(`dist/${name}`),
      fontsFor: async (characters) => ({ fonts: [], missing: characters }),
    });
    return { ...(await drawPng(picture, parts)), missing };
  };

  test('is the picture of the SVG, twice as large: every card has its colour and its text where the SVG has them', async ({
    context,
  }) => {
    for (const plan of [nine(), cyclic(), many(30, 6)]) {
      const svg = await svgOf(plan, { svg: drawSvg });
      const { content, notes } = await pngFormat.draw(plan, { svg: drawSvg, png });
      expect(notes).toEqual([]);
      const page = await context.newPage();
      const seen = await page.evaluate(compare, { svg, png: Buffer.from(content).toString('base64') });
      expect(seen.wrong, plan.name).toEqual([]);
      expect(seen.cards).toBe(plan.achievements.length);
      expect(seen.wider).toBeCloseTo(2);
      expect(seen.higher).toBeCloseTo(2);
      await page.close();
    }
  });
});

/** Runs in the page: shows the SVG, opens the PNG, and looks at the pixels of each card. */
const compare = async ({ svg, png }: { readonly svg: string; readonly png: string }) => {
  document.body.style.margin = '0';
  document.body.innerHTML = svg;
  const drawing = document.querySelector('svg')?.getBoundingClientRect();
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  if (!drawing || !context) throw new Error('nothing to compare');
  context.drawImage(image, 0, 0);
  const wrong: string[] = [];
  const cards = [...document.querySelectorAll('g.node')];
  for (const card of cards) {
    const shape = card.querySelector('path, polygon');
    const box = shape?.getBoundingClientRect();
    if (!shape || !box) throw new Error('a card without a frame');
    const { data, width } = context.getImageData(box.x * 2, box.y * 2, box.width * 2, box.height * 2);
    const pixel = (x: number, y: number): string =>
      `#${[0, 1, 2].map((part) => data[4 * (y * width + x) + part]?.toString(16).padStart(2, '0')).join('')}`;
    const name = card.querySelector('title')?.textContent;
    const fill = shape.getAttribute('fill') === 'white' ? '#ffffff' : shape.getAttribute('fill');
    const beside = pixel(24, Math.floor(box.height));
    if (beside !== fill) wrong.push(`${name} is ${beside}, not ${fill}`);
    const dark = data.filter((red, at) => at % 4 === 0 && Math.max(red, data[at + 2] ?? 255) < 0x60).length;
    if (dark < 200) wrong.push(`${name} has no text`);
  }
  const [wider, higher] = [image.width / drawing.width, image.height / drawing.height];
  return { wrong, cards: cards.length, wider, higher };
};
