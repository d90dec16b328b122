import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { escapeMermaid, toMermaid } from '../../../src/engine/graph/mermaid';
import { printable } from '../../../src/engine/words/printable';
import { loneParallel } from '../../support/analysedPlan';
import { cyclic, graphPlan, nine, scheduled, unordered } from '../../support/graphPlans';
import { anyTitle } from '../../support/titles';

/**
 * The part of Mermaid's flowchart grammar that is written, line by line: a net for thousands of odd texts.
 * test/ui/exported.test.ts shows what is written to Mermaid itself.
 */
const TEXT = "(?:[\\p{L}\\p{M}\\p{N} .,()/'-]|#(?:quot|\\d+);)*";
const LABEL = `"${TEXT}(?:<br/>${TEXT})?"`;
const COLOUR = '#[0-9a-f]{6}';
const LINES: readonly RegExp[] = [
  new RegExp(`^ {2}acc(?:Title|Descr): ${TEXT}$`, 'u'),
  new RegExp(`^ {2}subgraph g\\d+\\["${TEXT}"\\]$`, 'u'),
  new RegExp(`^ {2,4}[nu]\\d+(?:\\[${LABEL}\\]|\\[\\[${LABEL}\\]\\]|\\(${LABEL}\\))$`, 'u'),
  /^ {2}end$/,
  /^ {2}[nu]\d+ (?:-->|-\.->|-\. cycle \.->) n\d+$/,
  new RegExp(
    `^ {2}classDef [a-z_]+ (?:fill:${COLOUR},stroke:${COLOUR},color:${COLOUR}(?:,stroke-dasharray:6 4)?|stroke-width:4px)$`,
  ),
  /^ {2}class n\d+(?:,n\d+)* [a-z_]+$/,
];

/** Fails for a line outside the grammar, a subgraph left open, and a node that is used but not made. */
const parse = (mermaid: string): readonly string[] => {
  const [first, ...lines] = mermaid.trimEnd().split('\n');
  assert.equal(first, 'flowchart LR');
  const made = new Set<string>();
  let depth = 0;
  for (const line of lines) {
    assert.ok(
      LINES.some((form) => form.test(line)),
      line,
    );
    // Mermaid takes the last semicolon of such a line for the end of a style
    assert.doesNotMatch(line, /style.*:\S*#.*;|classDef.*:\S*#.*;/);
    if (line.startsWith('  subgraph')) depth++;
    if (line === '  end') depth--;
    assert.ok(depth === 0 || depth === 1, line);
    const [, node] = /^ +([nu]\d+)[[(]/.exec(line) ?? [];
    if (node !== undefined) made.add(node);
    if (/->/.test(line) && !line.includes('"')) {
      for (const [used] of line.matchAll(/[nu]\d+/g)) assert.ok(made.has(used), line);
    }
  }
  assert.equal(depth, 0);
  return lines;
};

/** What a person sees of a label. */
const shown = (label: string): string =>
  label.replace(/#(quot|\d+);/g, (_, code: string) =>
    code === 'quot' ? '"' : code === '8288' ? '' : String.fromCodePoint(Number(code)),
  );

describe('the Mermaid of a graph', () => {
  it('shows any text as it is and none of it as syntax', () => {
    fc.assert(
      fc.property(anyTitle, anyTitle, (one, other) => {
        assert.equal(shown(escapeMermaid(one)), printable(one));
        const sketches = [
          { id: '1.1', title: one },
          { id: `1.2${other}`, title: other, needs: ['1.1'] },
        ];
        parse(toMermaid(loneParallel({ name: other, achievements: sketches })));
      }),
      { numRuns: 500, seed: 20_261_121 },
    );
  });

  it('puts levels into subgraphs and states into words and classes', () => {
    const lines = parse(toMermaid(nine()));
    assert.equal(lines.filter((line) => line.startsWith('  subgraph')).length, 4);
    assert.ok(lines.includes('    n3("2.1 Import documents in the background<br/>in progress, ready")'));
    assert.ok(lines.includes('  class n0,n1 complete'));
    assert.ok(lines.includes('  n0 --> n3'));
  });

  it('frames what is complete, failed and skipped like nothing else', () => {
    const lines = parse(toMermaid(nine()));
    assert.ok(lines.includes('    n0["1.1 Read the configuration file<br/>complete"]'));
    assert.ok(lines.includes('    n5[["2.3 Validate documents against the schema<br/>failed"]]'));
    assert.match(lines.find((line) => line.startsWith('  classDef skipped')) ?? '', /stroke-dasharray/);
    assert.equal(lines.filter((line) => /\["|stroke-dasharray/.test(line)).length, 4 + 2 + 1 + 1);
  });

  it('marks what is critical by word and by class', () => {
    const lines = parse(toMermaid(scheduled()));
    assert.ok(lines.includes('    n1("1.2 Describe the storage schema<br/>not started, ready, critical")'));
    assert.ok(lines.includes('  class n1,n2,n5 critical'));
    assert.equal(toMermaid(nine()).includes('critical'), false, 'without estimates nobody knows');
  });

  it('draws cycles, what the plan does not have, and plans without dependencies', () => {
    assert.ok(parse(toMermaid(cyclic())).includes('  n3 -. cycle .-> n1'));
    const unknown = parse(toMermaid(graphPlan([{ id: '1.1', needs: ['9.9'] }])));
    assert.ok(unknown.includes('  u0["9.9<br/>not in the plan"]') && unknown.includes('  u0 -.-> n0'));
    assert.ok(parse(toMermaid(unordered())).includes('  subgraph g2["Priority 3"]'));
    assert.ok(parse(toMermaid(graphPlan([]))).includes('  n0("No achievements")'));
  });
});
