import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { executionName, namesOf, subplanName } from '../../../src/engine/create/naming';
import { childUri, parentUri } from '../../../src/engine/model/uri';

const planOf = (name: string, ...ids: string[]) => ({ name, achievements: ids.map((id) => ({ id })) });
const number = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 300 })).map(String);
const id = fc.array(number, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));

describe('create/naming', () => {
  it('writes ids without their dots', () => {
    const plan = planOf('ALPHA', '1.1', '3.5.1');
    assert.equal(subplanName(plan, '1.1'), 'SUBPLAN_ALPHA_11.md');
    assert.equal(subplanName(plan, '3.5.1'), 'SUBPLAN_ALPHA_351.md');
    assert.equal(executionName(plan, '1.1', 1), 'EXECUTION_TASK_ALPHA_11_01.md');
    assert.equal(executionName(plan, '1.1', 12), 'EXECUTION_TASK_ALPHA_11_12.md');
  });

  it('writes dashes where two ids share their digits', () => {
    const plan = planOf('ALPHA', '1.11', '11.1', '1.2');
    assert.equal(subplanName(plan, '1.11'), 'SUBPLAN_ALPHA_1-11.md');
    assert.equal(subplanName(plan, '11.1'), 'SUBPLAN_ALPHA_11-1.md');
    assert.equal(executionName(plan, '11.1', 1), 'EXECUTION_TASK_ALPHA_11-1_01.md');
    assert.equal(subplanName(plan, '1.2'), 'SUBPLAN_ALPHA_12.md');
  });

  it('does not take an id defined twice for a collision', () => {
    assert.equal(subplanName(planOf('ALPHA', '1.1', '1.1'), '1.1'), 'SUBPLAN_ALPHA_11.md');
  });

  it('never gives two ids of a plan one name', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 60 }), (ids) => {
        const names = namesOf(planOf('X', ...ids));
        assert.equal(new Set(ids.map(names.subplan)).size, ids.length);
        assert.equal(new Set(ids.map((each) => names.execution(each, 1))).size, ids.length);
      }),
    );
  });

  it('never leaves the folder, whatever the plan is called', () => {
    const part = fc.constantFrom('..', '/', '\\', '\0', '\n', 'A', '%2F', ' ');
    const name = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, id, (planName, each) => {
        const made = subplanName(planOf(planName, each), each);
        assert.doesNotMatch(made, /[/\\\p{Cc}]/u);
        assert.equal(parentUri(childUri('file:///w/subplans', made)), 'file:///w/subplans');
        assert.match(made, /^SUBPLAN_.*\.md$/);
      }),
    );
  });
});
