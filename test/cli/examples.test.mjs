import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runJson } from './support.mjs';

const EXAMPLES = 'examples';
const expected = JSON.parse(readFileSync('test/fixtures/examples.expected.json', 'utf8'));

/** What the expected file says of a plan, read from the `status` contract. */
const factsOf = ({ achievements }) =>
  Object.fromEntries(
    achievements.map(({ id, status, level, ready, blockedBy }) => [id, { status, level, ready, blockedBy }]),
  );

describe('command line: the examples', () => {
  it('have exactly the status, levels and blockers they were written for, and no problem', async () => {
    const { json, code } = await runJson(['status', EXAMPLES]);
    assert.equal(code, 0);
    assert.deepEqual(Object.fromEntries(json.plans.map((plan) => [plan.name, factsOf(plan)])), expected);
    assert.deepEqual(json.findings, []);
  });

  it('come in tiers that their GRAMMAPLAN agrees with', async () => {
    const { json } = await runJson(['tiers', EXAMPLES]);
    assert.deepEqual(
      json.tiers.map(({ plans }) => plans.map(({ name }) => name)),
      [['OFFLINE-SYNC', 'CHECKOUT-REDESIGN', 'SEARCH-INDEX', 'PRP-7'], ['DOCS-REFRESH']],
    );
    assert.deepEqual(json.differences, []);
    const [{ name, children, progress }] = json.parents;
    assert.deepEqual(
      [name, children.map((child) => child.name), progress.byEffort, progress.onlyStated],
      ['FIRST-RELEASE', ['SEARCH-INDEX', 'OFFLINE-SYNC', 'DOCS-REFRESH'], true, 0],
    );
  });

  it('find a batch of PRPs by the folder its files are in', async () => {
    const { json } = await runJson(['levels', `${EXAMPLES}/PRPs`]);
    assert.deepEqual(
      json.plans.map(({ name, levels }) => [name, levels.map(({ achievements }) => achievements.length)]),
      [['PRP-7', [1, 2, 1]]],
    );
  });
});
