import assert from 'node:assert/strict';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { toLinksDot } from '../../../src/engine/links/linksDot';
import { toLinksMermaid } from '../../../src/engine/links/linksMermaid';
import { linkLines } from '../../../src/engine/links/linksText';
import { planLinks } from '../../../src/engine/links/planLinks';
import { graphPlan, HOSTILE } from '../../support/graphPlans';
import { saying } from '../../support/workspacePlans';

const plans = [
  saying(
    graphPlan([{ id: '1.1' }, { id: '1.2', title: 'Write' }], { name: 'ALPHA' }),
    'Needs PLAN_BETA.md Achievement 2.1',
  ),
  saying(
    graphPlan([{ id: '2.1', title: HOSTILE.join(' ') }], { name: 'BETA' }),
    'See PLAN_ALPHA Achievement 1.2',
  ),
];
const links = planLinks(plans);

describe('links between plans outside the editor', () => {
  it('are sentences on a terminal', () => {
    assert.deepEqual(linkLines(links), ['ALPHA depends on BETA 2.1', 'BETA is related to ALPHA 1.2']);
  });

  it('are arrows in DOT from what comes first, between nodes that graphviz draws with exactly their texts', async () => {
    const graphviz = await Graphviz.load();
    const { objects, edges } = JSON.parse(graphviz.layout(toLinksDot(plans, links), 'json', 'dot')) as {
      objects: { name: string; label?: string }[];
      edges: { tail: number; head: number; label: string }[];
    };
    const name = (at: number): string => objects[at]?.name ?? '';
    assert.deepEqual(
      edges.map(({ tail, head, label }) => [name(tail), label, name(head)]),
      [
        ['p1a0', 'needed by', 'p0'],
        ['p1', 'related to', 'p0a0'],
      ],
    );
    assert.deepEqual(objects.map((each) => each.name).sort(), [
      'cluster_0',
      'cluster_1',
      'p0',
      'p0a0',
      'p1',
      'p1a0',
    ]);
  });

  it('are dotted arrows in Mermaid, whatever titles say', () => {
    const lines = toLinksMermaid(plans, links).split('\n');
    assert.deepEqual(lines.slice(3, 8), [
      '  subgraph g0["ALPHA"]',
      '    p0["0 of 2 complete, 2 ready"]',
      '    p0a0["1.2 Write - not started"]',
      '  end',
      '  subgraph g1["BETA"]',
    ]);
    assert.deepEqual(lines.slice(-3, -1), ['  p1a0 -. needed by .-> p0', '  p1 -. related to .-> p0a0']);
    for (const line of lines) assert.match(line, /^[^"]*(?:"[^"<>`\\&;]*(?:#\w+;[^"<>`\\&;]*)*"\])?$/);
  });
});
