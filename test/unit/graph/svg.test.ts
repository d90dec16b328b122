import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { svgOf as drawnWith } from '../../../src/engine/export/svgFormat';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { layoutText } from '../../../src/extension/graph/layout/layout';
import { structureOf } from '../../../src/extension/graph/layout/structure';
import { graphModelOf } from '../../../src/extension/graph/model/graphModel';
import { draw } from '../../../src/graphviz/graphviz';
import { loneParallel } from '../../support/analysedPlan';
import { cyclic, hostile, many, nine, unordered } from '../../support/graphPlans';
import { readXml } from '../../support/strictXml';
import { anyTitle } from '../../support/titles';

const svgOf = (plan: AnalysedPlan): Promise<string> => drawnWith(plan, { svg: (dot) => draw(dot, 'svg') });

/** Any twenty titles, which are parts of the ids too. */
const titled = fc.array(anyTitle, { minLength: 20, maxLength: 20 }).map((titles) =>
  loneParallel({
    name: titles[0] ?? '',
    achievements: titles.map((title, at) => ({ id: `1.${at}${title}`, title, needs: ['1.0'] })),
  }),
);
const SEED = 20_261_121;

describe('the SVG of a graph', () => {
  it('is well-formed whatever ids and titles say, and brings nothing along', async () => {
    await fc.assert(
      fc.asyncProperty(titled, async (plan) => {
        const elements = readXml(await svgOf(plan));
        for (const { name, attributes } of elements) {
          assert.match(name, /^(svg|g|title|desc|text|path|polygon|polyline|ellipse)$/);
          for (const key of attributes.keys()) assert.doesNotMatch(key, /^on|href|^style$|^xlink/i);
        }
      }),
      { numRuns: 10, seed: SEED },
    );
  });

  it('is drawn also by who has laid out graphs before', async () => {
    for (const plan of fc.sample(titled, { numRuns: 3, seed: SEED })) {
      await layoutText(structureOf(graphModelOf(hostile())));
      assert.match(await svgOf(plan), /<svg/);
    }
  });

  it('tells a reader who sees nothing what it shows', async () => {
    const [root, title, description] = readXml(await svgOf(nine()));
    assert.equal(root?.attributes.get('role'), 'img');
    assert.equal(root?.attributes.get('aria-labelledby'), title?.attributes.get('id'));
    assert.equal(root?.attributes.get('aria-describedby'), description?.attributes.get('id'));
    assert.equal(title?.text, 'Dependencies of DOCUMENT-SEARCH');
    assert.match(description?.text ?? '', /^2 of 9 complete, 2 ready\. Level 0: 1\.1 Read the configuration/);
    assert.match(
      description?.text ?? '',
      /2\.3 Validate documents against the schema \(failed, after 1\.2\)/,
    );
  });

  it('says levels and states in words', async () => {
    for (const [plan, words] of [
      [nine(), ['Level 3', 'SUBPLAN created, ready', 'failed', 'skipped']],
      [cyclic(), ['No level: in or behind a cycle', 'not started, behind a cycle', 'cycle']],
      [unordered(), ['Priority 3', 'not started']],
    ] as const) {
      const texts = readXml(await svgOf(plan)).map(({ text }) => text);
      for (const word of words) assert.ok(texts.includes(word), `${plan.name}: ${word}`);
    }
  });

  it('refuses what nobody could read, with a reason', async () => {
    await assert.rejects(svgOf(many(501, 10)), /^UserError: PLATFORM is too large for a picture: 501 ach/);
  });
});
