import { deepEqual } from 'node:assert/strict';
import { waysOutOf } from '../../../../../src/extension/graph/model/waysOut';
import { parallelDocument } from '../../../../support/documents.mjs';
import { engineOver, planOf } from '../../../../support/engineOver';

const waysOutIn = async (needs: Readonly<Record<string, readonly string[]>>) => {
  const test = await engineOver({
    '/w/A/PLAN_A.md': planOf('A', Object.keys(needs)),
    '/w/A/parallel.json': parallelDocument('A', needs),
  });
  return { ways: waysOutOf(test.plan('A')), findings: test.engine.snapshot.findings };
};

describe('the ways out of cycles above a graph', () => {
  it('are none without a cycle', async () => {
    deepEqual((await waysOutIn({ '1.1': [], '1.2': ['1.1'] })).ways, []);
  });

  it('begin with the one that the quick fixes begin with, in the same words', async () => {
    const { ways, findings } = await waysOutIn({ '1.1': ['1.3'], '1.2': ['1.1'], '1.3': ['1.2'] });
    const [first] = findings.find(({ code }) => code === 'dependency-cycle')?.fixes ?? [];
    deepEqual(ways[0]?.words, first?.title);
    deepEqual(
      ways.map(({ dependencies }) => dependencies.length),
      [1, 1, 1],
    );
  });

  it('are the fewest together where none alone is enough', async () => {
    const { ways } = await waysOutIn({ '1.1': ['1.2'], '1.2': ['1.1', '1.3'], '1.3': ['1.2'] });
    deepEqual(
      ways.map(({ dependencies }) => dependencies.length),
      [2],
    );
  });
});
