import assert from 'node:assert/strict';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import * as fc from 'fast-check';
import { quoteDot, toDot } from '../../../src/engine/graph/dot';
import { printable } from '../../../src/engine/words/printable';
import { cyclic, graphPlan, HOSTILE, hostile, nine, scheduled } from '../../support/graphPlans';

interface Drawn {
  readonly objects: readonly { readonly name: string; readonly nodes?: readonly number[] }[];
  readonly edges?: readonly { readonly tail: number; readonly head: number }[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name = '') =>
    code === undefined ? (ENTITIES[name] ?? whole) : String.fromCodePoint(Number(code)),
  );

describe('the DOT of a graph', () => {
  let graphviz: Graphviz;
  before(async () => {
    graphviz = await Graphviz.load();
  });

  const drawn = (dot: string): Drawn => JSON.parse(graphviz.layout(dot, 'json', 'dot')) as Drawn;
  /** The lines of text in each node, as a reader of the picture sees them. */
  const textsIn = (dot: string): readonly (readonly string[])[] =>
    graphviz
      .layout(dot, 'svg', 'dot')
      .split(/<g id="node\d+"/)
      .slice(1)
      .map((node) =>
        [...node.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, text = '']) => unescapeXml(text)),
      );

  it('draws any label as exactly its text', () => {
    const hostilePart = fc.constantFrom(
      '"',
      '\\',
      '<',
      '>',
      '&',
      '&lt;',
      '\\N',
      '\\n',
      '{',
      '|',
      ']',
      ';',
      '\n',
      'a',
      'é',
      '🚀',
    );
    const titles = fc.oneof(
      fc.array(hostilePart, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.constantFrom(...HOSTILE),
    );
    fc.assert(
      fc.property(titles, (title) => {
        const shown = printable(title);
        const [texts] = textsIn(`digraph { a [label=${quoteDot(title)}] }`);
        assert.deepEqual(texts, shown === '' ? [] : [shown]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives different names to different ids', () => {
    const ids = [
      'a\\',
      'a\\\\',
      'a"',
      'a\\"',
      '<b>',
      '&lt;b>',
      'n1',
      '-',
      'graph',
      'node',
      'edge',
      'subgraph',
      'strict',
    ];
    const { objects } = drawn(`digraph {${ids.map((id) => `${quoteDot(id)};`).join('')}}`);
    assert.equal(new Set(objects.map(({ name }) => name)).size, ids.length);
  });

  it('draws a plan of hostile titles with the right arrows', () => {
    const plan = hostile();
    const { edges = [] } = drawn(toDot(plan));
    assert.deepEqual(
      textsIn(toDot(plan)).map(([id, ...lines]) => [id, lines.slice(0, -1).join(' ')]),
      plan.achievements.map(({ id, title }) => [id, printable(title)]),
    );
    assert.equal(edges.length, plan.achievements.length - 1);
  });

  it('puts the achievements of a level into one rank and points to what depends', () => {
    const dot = toDot(nine());
    assert.match(
      dot,
      /label="Level 3";.*\n {4}\{\n {6}rank=same;\n {6}"4\.1" \[label="4\.1\\nWrite the user guide\\nnot started, blocked", .*\];\n {4}\}\n {2}\}/,
    );
    assert.match(dot, /\n {2}"1\.1" -> "2\.1";\n/);
    assert.match(dot, /"2\.1" \[label="2\.1\\nImport documents in the\\nbackground\\nin progress, ready"/);
  });

  it('is no empty picture where there is nothing', () => {
    assert.deepEqual(textsIn(toDot(graphPlan([]))), [['No achievements']]);
  });

  it('frames what is complete, failed and skipped like nothing else', () => {
    const framed = (frame: RegExp): readonly (string | undefined)[] =>
      toDot(nine())
        .split('\n')
        .filter((line) => frame.test(line) && line.includes('fillcolor="#'))
        .map((line) => /^ *"([\d.]+)" /.exec(line)?.[1])
        .filter((id) => id !== undefined);
    assert.deepEqual(framed(/, style=filled\]/), ['1.1', '1.2']);
    assert.deepEqual(framed(/, peripheries=2\]/), ['2.3']);
    assert.deepEqual(framed(/, style="rounded,filled,dashed"\]/), ['1.3']);
  });

  it('marks what is critical by word and by a thick line', () => {
    const critical = toDot(scheduled())
      .split('\n')
      .filter((line) => line.includes('critical'));
    assert.deepEqual(
      critical.map((line) => /^ *"([\d.]+)" .*, critical".*penwidth=3\];$/.exec(line)?.[1]),
      ['1.2', '2.1', '3.1'],
    );
  });

  it('marks cycles by word, colour and dashes, and names what the plan does not have', () => {
    const dot = toDot(cyclic());
    assert.match(
      dot,
      /"1\.4" -> "1\.2" \[color="#cf222e", fontcolor="#cf222e", style=dashed, label="cycle", constraint=false\];/,
    );
    assert.match(dot, /"1\.4" -> "1\.5" \[color="#cf222e", style=dashed\];/);
    const withUnknown = toDot(graphPlan([{ id: '1.1', needs: ['9.9'] }]));
    assert.match(withUnknown, /"9\.9" \[style=dotted, label="9\.9\\nnot in the plan"\];/);
  });
});
