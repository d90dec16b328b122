import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readPrp } from '../../../src/engine/document/prp';
import { batchOf, prpIdOf } from '../../../src/engine/document/prpName';
import { sliceOf } from '../../../src/engine/model/text';

const text = `---
prp_id: "47.2.10"
feature_name: Soil sensor
status: pending
estimated_hours: 1.5
dependencies: ["47.1.1", PRP-47.1.2]
---

# Soil sensor
`;

describe('Reading a PRP file', () => {
  it('reads the front matter, ids normalised and exactly as written', () => {
    const facts = readPrp('PRP-47.2.1-soil.md', text);
    assert.equal(facts.id, 'PRP-47.2.10');
    assert.equal(sliceOf(text, facts.idSpan), '"47.2.10"');
    assert.equal(facts.title, 'Soil sensor');
    assert.equal(facts.claimedStatus, 'pending');
    assert.deepEqual(facts.effort, { min: 1.5, max: 1.5 });
    assert.deepEqual(
      facts.dependencies.map(({ id, span }) => [id, sliceOf(text, span)]),
      [
        ['PRP-47.1.1', '"47.1.1"'],
        ['PRP-47.1.2', 'PRP-47.1.2'],
      ],
    );
  });

  it('falls back to file name and heading', () => {
    const facts = readPrp('PRP-47.2.1-soil.md', '# Soil sensor\n');
    assert.deepEqual([facts.id, facts.title], ['PRP-47.2.1', 'Soil sensor']);
  });

  it('takes one id, None and nothing for dependencies', () => {
    const dependenciesOf = (value: string): readonly string[] =>
      readPrp('PRP-1.1.1.md', `---\ndependencies: ${value}\n---\n`).dependencies.map(({ id }) => id);
    assert.deepEqual(dependenciesOf('PRP-1.2.3'), ['PRP-1.2.3']);
    assert.deepEqual(dependenciesOf('["None"]'), []);
    assert.deepEqual(dependenciesOf('null'), []);
    assert.deepEqual(dependenciesOf('[]'), []);
  });

  it('says where the front matter is broken', () => {
    const broken = '---\nprp_id: "1.1.1\nstatus: [\n---\n';
    const { problems } = readPrp('PRP-1.1.1.md', broken);
    assert.ok(problems.length > 0);
    for (const { span } of problems) assert.ok(span.end <= broken.length);
  });

  it('tells batches from other PRPs by the file name', () => {
    assert.equal(prpIdOf('PRP-47.2.1-soil.md'), 'PRP-47.2.1');
    assert.equal(prpIdOf('PRP-18-old.md'), 'PRP-18');
    assert.equal(prpIdOf('PRP-PLAN.md'), undefined);
    assert.equal(batchOf('PRP-47.2.1'), 'PRP-47');
    assert.equal(batchOf('PRP-18'), undefined);
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), fc.string(), (from, to, put) => {
        readPrp('PRP-1.1.1.md', text.slice(0, from) + put + text.slice(to));
      }),
    );
  });
});
