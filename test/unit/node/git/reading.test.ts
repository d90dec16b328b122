import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { messageWith } from '../../../../src/node/git/commits';
import { pairsOf, verdictsIn } from '../../../../src/node/git/conflicts';
import { mergeIn } from '../../../../src/node/git/mergeTrees';
import { pinRef, refPart } from '../../../../src/node/git/pins';
import { worktreesIn } from '../../../../src/node/git/worktrees';

const TREE = 'a'.repeat(40);
const SEED = 20_261_129;

describe('what git prints', () => {
  it('of worktrees is read whatever their paths and locks say', () => {
    const text = [
      'worktree /home/ann/my shop',
      `HEAD ${TREE}`,
      'branch refs/heads/main',
      '',
      'worktree /home/ann/HEAD branch\nlocked',
      `HEAD ${TREE}`,
      'detached',
      'locked a reason with\nbranch in it',
      '',
      'worktree /gone',
      `HEAD ${TREE}`,
      'branch refs/heads/x',
      'locked',
      'prunable gitdir file points to non-existent location',
      '',
      'worktree /bare',
      'bare',
      '',
      '',
    ].join('\0');
    assert.deepEqual(worktreesIn(text), [
      { path: '/home/ann/my shop', head: TREE, branch: 'refs/heads/main', lock: undefined, isGone: false },
      {
        path: '/home/ann/HEAD branch\nlocked',
        head: TREE,
        branch: undefined,
        lock: 'a reason with\nbranch in it',
        isGone: false,
      },
      { path: '/gone', head: TREE, branch: 'refs/heads/x', lock: '', isGone: true },
      { path: '/bare', head: undefined, branch: undefined, lock: undefined, isGone: false },
    ]);
    assert.deepEqual(worktreesIn(''), []);
  });

  it('of a merge is read with its conflicts alone', () => {
    assert.deepEqual(mergeIn(`${TREE}\0`, true), { kind: 'clean', tree: TREE });
    const messages = [
      '1',
      'a',
      'Auto-merging',
      'Auto-merging a\n',
      '2',
      'a',
      'b',
      'CONFLICT (rename)',
      'CONFLICT: a\n',
    ];
    assert.deepEqual(mergeIn([TREE, 'a', 'b', '', ...messages, ''].join('\0'), false), {
      kind: 'conflict',
      paths: ['a', 'b'],
      messages: ['CONFLICT: a'],
    });
    assert.equal(mergeIn('fatal: no', false), undefined);
    assert.equal(mergeIn('', true), undefined);
  });

  it('of many merges is read as far as it is whole', () => {
    const pairs = pairsOf(['a', 'b', 'c']);
    const whole = `0\0${TREE}\0x y\0z\0\0` + `1\0${TREE}\0\0` + `0\0${TREE}\0x\0\0`;
    assert.deepEqual(
      verdictsIn(whole, pairs).map(({ verdict, paths }) => [verdict, ...paths]),
      [['conflict', 'x y', 'z'], ['clean'], ['conflict', 'x']],
    );
    for (let length = 0; length < whole.length; length++) {
      const read = verdictsIn(whole.slice(0, length), pairs);
      assert.ok(read.length < 3);
      assert.deepEqual(read, verdictsIn(whole, pairs).slice(0, read.length));
    }
  });
});

describe('what is written for git', () => {
  it('is a message whose trailers are its last lines, each on one', () => {
    const trailers = { 'Plan-Run': 'r1', 'Plan-Gates': 'two\nlines' };
    assert.equal(
      messageWith('1.1: A\ntitle', '', trailers),
      '1.1: A title\n\nPlan-Run: r1\nPlan-Gates: two lines\n',
    );
    assert.equal(messageWith('Subject', ' Body \n', {}), 'Subject\n\nBody\n');
  });

  it('hold nothing that could steer a terminal, and no trailer but their own', () => {
    const hostile = ['\u001b[31m', '\u001b]0;pwned\u0007', '\u202e'];
    const message = messageWith(`1.1: ${hostile.join('Red')} title\nPlan-Item: 9.9`, '', {
      'Plan-Item': '1.1\n2.2',
    });
    for (const each of hostile) assert.ok(!message.includes(each), JSON.stringify(message));
    assert.deepEqual(message.match(/^Plan-Item: .*$/gm), ['Plan-Item: 1.1 2.2']);
    assert.match(message, /^1\.1: .*Red.* title Plan-Item: 9\.9\n/);
  });

  it(`is a ref name that git takes, another one for each attempt (seed ${SEED})`, () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('.', '/', '=', '2', 'e', 'lock', '-', '~', 'ü') }),
    );
    fc.assert(
      fc.property(text, text, (one, other) => {
        const part = refPart(one);
        assert.match(part, /^[\w.=-]+$/);
        assert.doesNotMatch(part, /^\.|\.\.|\.$|\.lock$/);
        assert.equal(part === refPart(other), one === other);
        assert.ok(pinRef(one, other, 1).startsWith('refs/parallel-plans/'));
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});
