import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { timingOf } from '../../../src/engine/graph/criticalPath';
import { topologyOf } from '../../../src/engine/graph/levels';
import { anyAcyclic, chain, dependenciesOf, type Sample, sample } from './graphs';

const timing = (made: Sample, durations: readonly number[]) =>
  timingOf(made.graph, topologyOf(made.graph), Float64Array.from(durations));

/** Longest sum of durations over the dependencies of a node, itself left out. */
const longestBefore = (made: Sample, durations: readonly number[], node: number): number =>
  Math.max(
    0,
    ...dependenciesOf(made, node).map((on) => longestBefore(made, durations, on) + (durations[on] ?? 0)),
  );

const turned = ({ nodeCount, pairs }: Sample): Sample =>
  sample(
    nodeCount,
    pairs.map(([a, b]) => [b, a]),
  );

const anyTimed = anyAcyclic(8).chain((made) =>
  fc.record({
    made: fc.constant(made),
    durations: fc.array(fc.integer({ min: 0, max: 9 }), {
      minLength: made.nodeCount,
      maxLength: made.nodeCount,
    }),
  }),
);

describe('graph: critical path', () => {
  it('gives starts, slack, path and length', () => {
    const made = sample(5, [
      [1, 0],
      [2, 0],
      [3, 1],
      [3, 2],
    ]);
    const found = timing(made, [2, 5, 3, 1, 4]);
    assert.deepEqual([...found.earliestStart], [0, 2, 2, 7, 0]);
    assert.deepEqual([...found.latestStart], [0, 2, 4, 7, 4]);
    assert.deepEqual([...found.slack], [0, 0, 2, 0, 4]);
    assert.deepEqual([...found.critical], [1, 1, 0, 1, 0]);
    assert.deepEqual(found.path, [0, 1, 3]);
    assert.equal(found.length, 8);
  });

  it('equals the longest chains before and after each node', () => {
    fc.assert(
      fc.property(anyTimed, ({ made, durations }) => {
        const found = timing(made, durations);
        const after = turned(made);
        const through = durations.map(
          (own, node) => longestBefore(made, durations, node) + own + longestBefore(after, durations, node),
        );
        assert.equal(found.length, Math.max(0, ...through));
        durations.forEach((_, node) => {
          assert.equal(found.earliestStart[node], longestBefore(made, durations, node));
          assert.equal(found.slack[node], found.length - (through[node] ?? 0));
          assert.equal(found.critical[node], found.slack[node] === 0 ? 1 : 0);
          assert.equal(found.latestStart[node], (found.earliestStart[node] ?? 0) + (found.slack[node] ?? 0));
        });
      }),
    );
  });

  it('gives a path of dependencies that takes the whole length', () => {
    fc.assert(
      fc.property(anyTimed, ({ made, durations }) => {
        const { path, length } = timing(made, durations);
        assert.equal(path.length === 0, made.nodeCount === 0);
        path.forEach((node, at) => {
          const before = path[at - 1];
          const expected = before === undefined ? [] : [before];
          assert.deepEqual(
            dependenciesOf(made, node).filter((on) => on === before),
            expected,
          );
        });
        const sum = path.reduce((total, node) => total + (durations[node] ?? 0), 0);
        assert.equal(sum, length);
      }),
    );
  });

  it('takes rounding for no slack', () => {
    const made = chain(30);
    const { critical } = timing(made, new Array<number>(30).fill(0.1));
    assert.deepEqual([...critical], new Array<number>(30).fill(1));
  });

  it('leaves nodes in and behind a cycle out', () => {
    const made = sample(4, [
      [1, 2],
      [2, 1],
      [3, 1],
      [1, 0],
    ]);
    const found = timing(made, [3, 5, 5, 5]);
    assert.equal(found.length, 3);
    assert.deepEqual([...found.earliestStart], [0, Number.NaN, Number.NaN, Number.NaN]);
    assert.deepEqual([...found.slack], [0, Number.NaN, Number.NaN, Number.NaN]);
    assert.deepEqual([...found.critical], [1, 0, 0, 0]);
  });
});
