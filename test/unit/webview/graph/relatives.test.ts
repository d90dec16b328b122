import assert from 'node:assert/strict';
import { relativesOf } from '../../../../src/webview/graph/relatives';
import type { GraphEdge } from '../../../../src/webview/protocol/messages';

const edge = (from: string, to: string): GraphEdge => ({
  from,
  to,
  kind: 'waiting',
  critical: false,
  redundant: false,
});

describe('the relatives of a node', () => {
  it('are everything before and after it, and nothing beside it', () => {
    const edges = [edge('a', 'b'), edge('b', 'c'), edge('c', 'd'), edge('b', 'x'), edge('y', 'c')];
    const { ancestors, descendants } = relativesOf(edges, 'c');
    assert.deepEqual([...ancestors].sort(), ['a', 'b', 'y']);
    assert.deepEqual([...descendants], ['d']);
  });

  it('are both in a cycle, without the node itself', () => {
    const { ancestors, descendants } = relativesOf([edge('a', 'b'), edge('b', 'a'), edge('a', 'a')], 'a');
    assert.deepEqual([[...ancestors], [...descendants]], [['b'], ['b']]);
  });

  it('are found along a chain of 10,000', () => {
    const edges = Array.from({ length: 10_000 }, (_, at) => edge(`${at}`, `${at + 1}`));
    assert.equal(relativesOf(edges, '10000').ancestors.size, 10_000);
  });
});
