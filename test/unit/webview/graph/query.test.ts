import assert from 'node:assert/strict';
import { graphModelOf } from '../../../../src/extension/graph/model/graphModel';
import { queryOf } from '../../../../src/webview/graph/query';
import { nine, scheduled } from '../../../support/graphPlans';

const found = (plan: ReturnType<typeof nine>, text: string): readonly string[] => {
  const query = queryOf(text);
  assert.ok(query, 'something was typed');
  return graphModelOf(plan)
    .nodes.filter(query)
    .map(({ id }) => id);
};

describe('the search field of the graph', () => {
  it('asks for nothing while it is empty', () => {
    assert.equal(queryOf(' \t '), undefined);
  });

  it('finds ids from their beginning, and parts of titles in any letter case', () => {
    assert.deepEqual(found(nine(), '2.'), ['2.1', '2.2', '2.3']);
    assert.deepEqual(found(nine(), 'DOCUMENTS'), ['1.3', '2.1', '2.3']);
    assert.deepEqual(found(nine(), 'the import'), ['2.1', '2.2'], 'every word, in any order');
  });

  it('finds what has a status or is blocked, in words', () => {
    assert.deepEqual(found(nine(), 'progress'), ['2.1']);
    assert.deepEqual(found(nine(), 'blocked'), ['3.1', '3.2', '4.1']);
    assert.deepEqual(found(nine(), '4.1 3.1'), [], 'the ids of blockers are no text of the blocked');
  });

  it('asks for a status, in either spelling or by its beginning', () => {
    for (const text of ['status:in_progress', 'status:in-progress', 'Status:IN']) {
      assert.deepEqual(found(nine(), text), ['2.1'], text);
    }
    assert.deepEqual(found(nine(), 'status:failed,complete'), ['1.1', '1.2', '2.3']);
    assert.deepEqual(found(nine(), 'status:ready'), ['2.1', '2.2']);
    assert.deepEqual(found(scheduled(), 'status:critical'), ['1.2', '2.1', '3.1']);
  });

  it('asks for level and priority, each exactly', () => {
    assert.deepEqual(found(scheduled(), 'level:0'), ['1.1', '1.2']);
    assert.deepEqual(found(scheduled(), 'level:1 priority:3'), ['2.3']);
    assert.deepEqual(found(scheduled(), 'priority:1,3'), ['1.1', '1.2', '2.3', '3.1']);
    assert.deepEqual(found(nine(), 'priority:none level:3'), ['4.1']);
  });

  it('takes what is no such question as text', () => {
    assert.deepEqual(found(nine(), 'level:'), []);
    assert.deepEqual(found(nine(), 'colour:red'), []);
  });
});
