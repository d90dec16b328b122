import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readParallel } from '../../../src/engine/document/parallel/parallelFile';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { createGraph } from '../../../src/engine/graph/graph';
import { topologyOf } from '../../../src/engine/graph/levels';
import type { Edge } from '../../../src/engine/model/edge';
import { entriesOf, newParallelText, updateEdits } from '../../../src/engine/propose/parallelText';
import { parallelStatements } from '../../../src/engine/statement/statement';
import { applyEdits } from '../../support/applyEdits';
import { PLAN_URI } from '../../support/planBuilder';
import { planWith, propose } from './proposing';

const SEED = 20_261_121;
const IDS = ['1.1', '1.2', '1.10', '2.1', '2.2', '3.1', '3.5.1'];

const id = fc.constantFrom(...IDS);
const sentence = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'After',
        'Builds on',
        'Needed by',
        'Independent of',
        'See',
        'Not before',
        'Uses a.ts of',
      ),
      id,
    )
    .map(([words, other]) => `${words} Achievement ${other}.`),
  fc.tuple(id, fc.constantFrom('needs', 'blocks', 'can start after'), id).map((parts) => parts.join(' ')),
  fc
    .tuple(fc.constantFrom('- **Dependencies**:', '- **Blocks**:'), id, id)
    .map(([label, one, other]) => `${label} ${one}, ${other}`),
  id.map((other) => `- **Deliverables**:\n  - \`src/${other.length}/file.ts\``),
  fc.constantFrom(
    'Reads `src/3/file.ts`',
    'file.ts',
    '- **Dependencies**: all previous achievements',
    '```',
    '<!--',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const bodies = fc
  .array(fc.array(sentence, { maxLength: 4 }), { minLength: IDS.length, maxLength: IDS.length })
  .map((all) => Object.fromEntries(IDS.map((each, at) => [each, (all[at] ?? []).join('\n\n')])));

/** Layouts people write by hand: in lines, in one line, with comments, blocks and unknown keys. */
const present = fc
  .tuple(fc.subarray(IDS, { minLength: 1 }), fc.constantFrom(0, 2, '\t'), fc.boolean(), fc.array(id))
  .map(([ids, indent, isCommented, blocks]) => {
    const achievements = ids.map((each, at) => ({
      achievement_id: each,
      mine: { at, list: [1, 2] },
      ...(at % 3 === 0 ? {} : { dependencies: at % 3 === 1 ? [] : ids.slice(0, 1) }),
      ...(at % 2 === 0 ? { blocks: blocks.filter((other) => other !== each) } : {}),
    }));
    const text = JSON.stringify({ plan_name: 'SHOP', achievements, notes: ['mine'] }, undefined, indent);
    return isCommented ? `// mine\n${text.replace('"notes"', '/* here */ "notes"')}\n` : text;
  });

const isAcyclic = (edges: readonly Edge[], ids: readonly string[]): boolean => {
  const nodes = new Map(ids.map((each, at) => [each, at]));
  const pairs = edges.flatMap((edge) => [nodes.get(edge.dependent) ?? 0, nodes.get(edge.dependency) ?? 0]);
  return topologyOf(createGraph(ids.length, pairs)).acyclic;
};

const keys = (edges: Iterable<Edge>): readonly string[] =>
  [...new Set(Array.from(edges, ({ dependent, dependency }) => `${dependent} <- ${dependency}`))].sort();

describe('proposals', () => {
  it('close no cycle, prove every edge by the text, and are the same every time', () => {
    fc.assert(
      fc.property(bodies, fc.boolean(), (all, byPriority) => {
        const plan = planWith(all);
        const proposal = propose(plan, { byPriority });
        assert.ok(isAcyclic(proposal.edges, proposal.achievements));
        for (const { evidence } of [...proposal.edges, ...proposal.conflicts.map(({ edge }) => edge)]) {
          for (const { place, quote } of evidence) {
            assert.equal(place.uri, PLAN_URI);
            assert.equal(plan.slice(place.span.start, place.span.end), quote);
            assert.notEqual(quote.trim(), '');
          }
        }
        assert.deepEqual(propose(plan, { byPriority }), proposal);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('become a file that says exactly the edges that were taken', () => {
    fc.assert(
      fc.property(bodies, fc.infiniteStream(fc.boolean()), (all, choices) => {
        const plan = planWith(all);
        const taken = propose(plan).edges.filter(() => choices.next().value);
        const text = newParallelText('SHOP', entriesOf(readPlan(plan).achievements, taken), plan);
        const facts = readParallel(text);
        assert.deepEqual(facts.problems, []);
        assert.deepEqual(keys(parallelStatements('', facts)), keys(taken));
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('are added to a file of which everything else stays byte for byte', () => {
    fc.assert(
      fc.property(bodies, present, (all, text) => {
        const plan = planWith(all);
        const { edges } = propose(plan, { parallel: text });
        const edits = updateEdits(text, entriesOf(readPlan(plan).achievements, edges));
        assert.ok(edits.every(({ span }) => span.start === span.end));
        const after = readParallel(applyEdits(text, edits));
        assert.deepEqual(after.problems, []);
        const stated = parallelStatements('', readParallel(text));
        assert.deepEqual(keys(parallelStatements('', after)), keys([...stated, ...edges]));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('survive any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        propose(
          `# PLAN: X\n\n## Achievements\n\n**Achievement 1.1**: A\n\n${text}\n\n**Achievement 1.2**: B`,
        );
        propose(text);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('cope with thousands of achievements', () => {
    const bodiesOf = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `${1 + Math.floor(at / 50)}.${1 + (at % 50)}`,
          `Builds on Achievement 1.${1 + (at % 50)}, see Achievement 2.1. Before Achievement 1.1.\n\n- **Deliverables**:\n  - \`src/part${at}/file${at}.ts\`\n- **What**: Reads \`src/part${at >> 1}/file${at >> 1}.ts\``,
        ]),
      );
    const proposal = propose(planWith(bodiesOf(1500)));
    assert.equal(proposal.achievements.length, 1500);
    assert.ok(isAcyclic(proposal.edges, proposal.achievements));
  }).timeout(5000);
});
