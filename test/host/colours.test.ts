import assert from 'node:assert/strict';
import { createTokenizer, type Token } from './tokens';

describe('colours in Markdown', () => {
  let tokensOf: (text: string) => readonly Token[];
  before(async function () {
    const tokenizer = await createTokenizer();
    // the desktop editor packs its tokenizer into an archive
    if (!tokenizer) this.skip();
    tokensOf = tokenizer;
  });

  /** What has a scope that starts like this. */
  const coloured = (scope: string, text: string): readonly string[] =>
    tokensOf(text)
      .filter((token) => token.scope.startsWith(scope))
      .map((token) => token.text);

  const ids = (text: string): readonly string[] => coloured('constant.numeric.achievement-id', text);

  it('mark the word and the id of a definition', () => {
    for (const line of [
      '**Achievement 1.1**: Lay the base',
      '**Achievement 1.1: Lay the base 2.0** ⏱️ 4-6 hours',
      '### Achievement 1.1: Lay the base',
    ]) {
      assert.deepEqual(coloured('keyword.other.achievement', line), ['Achievement'], line);
      assert.deepEqual(coloured('entity.name.function.achievement-id', line), ['1.1'], line);
      assert.deepEqual(ids(line), [], line);
    }
  });

  it('mark the ids that text, lists, tables and headers name', () => {
    const text = 'See Achievements 1.1, 1.2 and 1.10, version 2.0 and 3.5.';
    assert.deepEqual(ids(text), ['1.1', '1.2', '1.10']);
    assert.deepEqual(ids('- ✅ Achievement 1.1: Title'), ['1.1']);
    assert.deepEqual(ids('| Name | State |\n| --- | --- |\n| Achievement 1.2 | ✅ |'), ['1.2']);
    assert.deepEqual(ids('**Achievement Addressed**: 1.1'), ['1.1']);
    assert.deepEqual(ids('**Achievement**: 2.1 (v3.0)'), ['2.1']);
  });

  it('mark the ids of what an achievement depends on or blocks', () => {
    assert.deepEqual(ids('- **Dependencies**: 1.1, 1.2-1.4 (since 2.0) and 2.1'), [
      '1.1',
      '1.2',
      '1.4',
      '2.1',
    ]);
    assert.deepEqual(ids('- Dependencies: 1.1'), ['1.1']);
    assert.deepEqual(ids('**Depends on:** Achievement 2.5'), ['2.5']);
    assert.deepEqual(ids('- **Blocks**: None'), []);
    assert.deepEqual(ids('- **Effort**: 1.5 hours'), []);
  });

  it('mark statuses by what they mean', () => {
    const done = coloured.bind(undefined, 'markup.inserted.status');
    assert.deepEqual(done('**Status**: ✅ Complete (2/3)'), ['✅ Complete']);
    assert.deepEqual(done('- **Status:** APPROVED'), ['APPROVED']);
    assert.deepEqual(done('Completely other **text**: complete'), []);
    assert.deepEqual(coloured('markup.deleted.status', '**Status**: ❌ Needs fixes'), ['❌ Needs fixes']);
    const open = coloured.bind(undefined, 'markup.changed.status');
    assert.deepEqual(open('**Status**: 🔄 IN PROGRESS'), ['🔄 IN PROGRESS']);
    assert.deepEqual(open('**Status**: 📋 Ready for Execution'), ['📋 Ready for Execution']);
  });

  it('mark signs and ticked boxes', () => {
    assert.deepEqual(coloured('markup.inserted', '- [x] **SUBPLAN_01** ✅\n- [ ] open'), ['[x]', '✅']);
    assert.deepEqual(coloured('markup.changed', '### ⏳ Next\n\nThis is ⚠️ late'), ['⏳', '⚠️']);
    assert.deepEqual(coloured('markup.deleted', 'Review: ❌'), ['❌']);
  });

  it('mark what is left to fill in', () => {
    const left = coloured.bind(undefined, 'keyword.other.placeholder');
    assert.deepEqual(left('<!-- fill: the approach -->'), ['fill:']);
    assert.deepEqual(left('- [ ] <!-- fill: a test -->'), ['fill:']);
    assert.deepEqual(left('Result: [TO BE FILLED DURING EXECUTION]'), ['[TO BE FILLED DURING EXECUTION]']);
    assert.deepEqual(left('[To be added](a-link.md) <!-- another remark -->'), []);
  });

  it('leave code and comments alone', () => {
    for (const text of [
      '```md\n**Achievement 9.9**: ✅\n```',
      '`Achievement 1.1`',
      '<!-- Achievement 1.1 ✅ -->',
    ]) {
      assert.deepEqual(tokensOf(text), [], text);
    }
  });

  it('take a bullet for a mention, not for a definition', () => {
    const text = '- **Achievement 1.2**: text\n\n### Achievement 1.3: Title';
    assert.deepEqual(ids(text), ['1.2']);
    assert.deepEqual(coloured('entity.name.function', text), ['1.3']);
  });
});
