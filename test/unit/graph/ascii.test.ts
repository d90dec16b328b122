import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { toAscii } from '../../../src/engine/graph/ascii';
import { columnsOf, shortened } from '../../../src/engine/graph/columns';
import { graphJsonOf } from '../../../src/engine/graph/graphJson';
import { printable } from '../../../src/engine/words/printable';
import { analysedPlan } from '../../support/analysedPlan';
import { cyclic, graphPlan, hostile, many, nine, scheduled, unordered } from '../../support/graphPlans';

const ESC = '\u001b';
const plain = { width: 100, color: false };

describe('the graph as text', () => {
  it('never writes a line wider than asked for', () => {
    const wide = graphPlan([
      { id: '1.1', title: '日本語の長い題名'.repeat(20) },
      ...Array.from({ length: 60 }, (_, at) => ({
        id: `2.${at + 1}`,
        title: '🚀'.repeat(90),
        needs: ['1.1'],
      })),
      { id: '3.1', title: 'x'.repeat(300), needs: Array.from({ length: 60 }, (_, at) => `2.${at + 1}`) },
    ]);
    for (const width of [40, 72, 100]) {
      for (const plan of [wide, nine(), many(60, 10), cyclic(), hostile(), unordered()]) {
        for (const line of toAscii(plan, { width, color: false }).split('\n')) {
          assert.ok(columnsOf(line) <= width, `${width}: ${line}`);
        }
      }
    }
  });

  it('lets no control character of a document through, coloured or not', () => {
    assert.doesNotMatch(toAscii(hostile(), plain).replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
    const colours = new RegExp(`${ESC}\\[\\d+m`, 'g');
    assert.doesNotMatch(
      toAscii(hostile(), { width: 100, color: true }).replaceAll('\n', '').replace(colours, ''),
      /[\p{Cc}\p{Cf}]/u,
    );
  });

  it('says the same with and without colour', () => {
    const colours = new RegExp(`${ESC}\\[\\d+m`, 'g');
    const coloured = toAscii(nine(), { width: 100, color: true });
    assert.notEqual(coloured, toAscii(nine(), plain));
    assert.equal(coloured.replace(colours, ''), toAscii(nine(), plain));
  });

  it('says when there is nothing', () => {
    assert.match(toAscii(analysedPlan({ achievements: [] }), plain), /\nNo achievements\n$/);
  });
});

describe('the graph as JSON', () => {
  it('holds every node and every dependency', () => {
    const graph = graphJsonOf(cyclic());
    assert.equal(graph.nodes.length, 6);
    assert.deepEqual(graph.edges.at(0), { achievement: '1.2', dependsOn: '1.1', kind: 'satisfied' });
    assert.deepEqual(
      graph.edges.map((edge: { kind: string }) => edge.kind),
      ['satisfied', 'cycle', 'cycle', 'cycle', 'behind', 'cycle'],
    );
    assert.deepEqual(graph.nodes[0], {
      id: '1.1',
      title: 'Before the cycle',
      priority: null,
      level: 0,
      levelReason: null,
      status: 'complete',
      ready: false,
      readiness: 'over',
      critical: false,
      blockedBy: [],
      estimatedHours: null,
    });
  });

  it('is read again with every title as the document has it', () => {
    const titles = (nodes: readonly { readonly title: string }[]): readonly string[] =>
      nodes.map(({ title }) => title);
    assert.deepEqual(titles(graphJsonOf(hostile()).nodes), titles(hostile().achievements));
  });

  it('says which achievements are critical', () => {
    const { nodes } = graphJsonOf(scheduled());
    assert.deepEqual(
      nodes.filter((node: { critical: boolean }) => node.critical).map((node: { id: string }) => node.id),
      ['1.2', '2.1', '3.1'],
    );
  });
});

describe('text for a terminal', () => {
  it('takes escape sequences out whole', () => {
    assert.equal(printable(`a${ESC}[1;31mb${ESC}[0mc`), 'abc');
    assert.equal(printable(`a${ESC}]8;;http://x\u0007b${ESC}]8;;${ESC}\\c`), 'abc');
    assert.equal(printable('\u009b31mred'), 'red');
    assert.equal(printable(' two\r\n\tlines\u0000 '), 'two lines');
  });

  it('leaves nothing a terminal would act on, whatever comes', () => {
    const parts = fc.constantFrom(
      ESC,
      '[',
      ']',
      '0',
      'm',
      ';',
      '\u0007',
      '\u009b',
      '\u202e',
      '\ud800',
      'x',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(parts), (text) => {
        assert.doesNotMatch(printable(text.join('')), /[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });

  it('shortens to the columns there are', () => {
    assert.equal(shortened('abcdef', 6), 'abcdef');
    assert.equal(shortened('abcdefg', 6), 'abcde\u2026');
    assert.equal(shortened('日本語', 4), '日\u2026');
    assert.equal(columnsOf('「、」'), 6);
    assert.equal(columnsOf('e\u0301'), 1);
    assert.equal(columnsOf('🇩🇪❤️👍🏽'), 6);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, width) => {
        assert.ok(columnsOf(shortened(text, width)) <= width);
      }),
    );
  });
});
