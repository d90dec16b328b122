import assert from 'node:assert/strict';
import { parallelText } from '../../support/planBuilder';
import { linesOf, planWith, propose } from './proposing';

describe('resolving proposed dependencies', () => {
  it('lets the surer edge win, and says which cycle the other would close', () => {
    const proposal = propose(
      planWith({
        '1.1': 'Builds on Achievement 1.3',
        '1.2': '- **Dependencies**: 1.1',
        '1.3': '- **Dependencies**: 1.2',
      }),
    );
    assert.deepEqual(linesOf(proposal), [
      '1.2 <- 1.1 certain dependencies-field',
      '1.3 <- 1.2 certain dependencies-field',
    ]);
    assert.deepEqual(
      proposal.conflicts.map(({ edge, cycle }) => [edge.dependent, edge.dependency, edge.confidence, cycle]),
      [['1.1', '1.3', 'likely', ['1.1', '1.3', '1.2', '1.1']]],
    );
  });

  it('prefers the order of the PLAN among equals', () => {
    const proposal = propose(planWith({ '1.1': 'After Achievement 1.2', '1.2': 'After Achievement 1.1' }));
    assert.deepEqual(linesOf(proposal), ['1.2 <- 1.1 likely sentence']);
    assert.deepEqual(
      proposal.conflicts.map(({ cycle }) => cycle),
      [['1.1', '1.2', '1.1']],
    );
  });

  it('marks what follows from others that are as sure', () => {
    const proposal = propose(
      planWith({
        '1.1': '',
        '1.2': 'After Achievement 1.1',
        '1.3': 'After Achievement 1.2. After Achievement 1.1.',
        '1.4': '- **Dependencies**: 1.1, 1.3',
      }),
    );
    assert.deepEqual(linesOf(proposal), [
      '1.2 <- 1.1 likely sentence',
      '1.3 <- 1.1 likely sentence redundant',
      '1.3 <- 1.2 likely sentence',
      '1.4 <- 1.1 certain dependencies-field',
      '1.4 <- 1.3 certain dependencies-field',
    ]);
  });

  it('joins what several sources say of one edge, the surest first', () => {
    const proposal = propose(planWith({ '1.1': '- **Blocks**: 1.2', '1.2': 'Builds on Achievement 1.1.' }));
    assert.deepEqual(
      proposal.edges.map(({ confidence, evidence }) => [confidence, evidence.map(({ source }) => source)]),
      [['certain', ['blocks-field', 'sentence']]],
    );
  });

  it('proposes nothing that parallel.json says already, and nothing against it', () => {
    const plan = planWith({ '1.1': 'After Achievement 1.3', '1.2': 'After Achievement 1.1', '1.3': '' });
    const parallel = parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.1'] });
    const proposal = propose(plan, { parallel });
    assert.deepEqual(linesOf(proposal), []);
    assert.deepEqual(
      proposal.conflicts.map(({ cycle }) => cycle),
      [['1.1', '1.3', '1.1']],
    );
  });
});
