import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../waiting';
import { closeShop, isAlive, makeShop, type Shop, type ShopOptions, writes } from './shop';

describe('the end of an agent', function () {
  this.timeout(120_000);
  let shop: Shop;
  const open = (options: ShopOptions): Shop => {
    shop = makeShop(options);
    return shop;
  };
  const inRoom = (name: string): string => join(shop.room, name);
  const pidIn = (name: string): number => Number(readFileSync(inRoom(name), 'utf8'));
  const stateOf = async (...args: readonly string[]): Promise<string> => {
    const { code } = await shop.runPlan(...args);
    const { state } = shop.item('1.1');
    assert.equal(code, state === 'landed' ? 0 : 1);
    return state;
  };
  afterEach(() => closeShop(shop));

  const presets = [
    { of: 'claude', usage: { in: 10, cached: 5, out: 20, usd: 0.25 } },
    { of: 'codex', usage: { in: 10, out: 20 } },
    { of: 'opencode', usage: { in: 10, out: 20, usd: 0.25 } },
    { of: 'gemini', usage: { in: 10, out: 20 } },
  ] as const;
  for (const { of, usage } of presets) {
    it(`is read from what ${of} prints, true and false, and what it used is kept`, async () => {
      open({
        needs: { 1.1: [], 1.2: [] },
        items: {
          1.1: [...writes('1.1'), { final: { of, ok: true } }],
          // the exit code says that all is well
          1.2: [...writes('1.2'), { final: { of, ok: false } }],
        },
        executor: { result: of },
      });
      assert.equal((await shop.runPlan()).code, 1);
      assert.deepEqual([shop.item('1.1').state, shop.item('1.1').usage], ['landed', usage]);
      assert.equal(shop.item('1.2').state, 'failed');
    });
  }

  it('is a failure where the last event is missing, whatever the exit code says', async () => {
    open({ needs: { 1.1: [] }, items: { 1.1: writes('1.1') }, executor: { result: 'claude' } });
    assert.equal(await stateOf(), 'failed');
  });

  it('may leave the lock of a git that was killed in the middle', async () => {
    open({ needs: { 1.1: [] }, items: { 1.1: [...writes('1.1'), { lockIndex: true }] } });
    assert.equal(await stateOf(), 'landed');
  });

  it('is followed by a commit that hooks may refuse, in their words', async () => {
    open({ needs: { 1.1: [], 1.2: [] }, items: { 1.1: writes('forbidden'), 1.2: writes('1.2') } });
    shop.write({
      '.git/hooks/pre-commit': '#!/bin/sh\ntest ! -e forbidden.txt || { echo "not in this shop"; exit 1; }\n',
    });
    chmodSync(join(shop.top, '.git', 'hooks', 'pre-commit'), 0o755);
    assert.equal(await stateOf(), 'failed');
    assert.match(shop.item('1.1').errors.join(), /not in this shop/);
    assert.equal(shop.item('1.2').state, 'landed');
    const pins = shop.run(['for-each-ref', '--format=%(refname)', 'refs/parallel-plans']).split('\n');
    assert.ok(
      pins.some((ref) => ref !== '' && shop.files(ref).includes('forbidden.txt')),
      'its work is kept',
    );
  });

  it('on another branch is a failure, and its work is kept', async () => {
    open({
      needs: { 1.1: [] },
      items: { 1.1: [{ git: ['checkout', '--quiet', '-b', 'elsewhere'] }, ...writes('1.1')] },
    });
    assert.equal(await stateOf(), 'failed');
    const pins = shop.run(['for-each-ref', '--format=%(refname)', 'refs/parallel-plans']).split('\n');
    assert.ok(
      pins.some((ref) => ref !== '' && shop.files(ref).includes('1.1.txt')),
      pins.join(),
    );
  });

  it('behind which it moved the branch of the plan itself loses nothing', async () => {
    open({
      needs: { 1.1: [], 1.2: ['1.1'] },
      items: {
        1.1: [...writes('1.1'), { commit: 'Mine' }, { git: ['update-ref', 'refs/heads/plan/SHOP', 'HEAD'] }],
        1.2: [{ needs: ['1.1.txt'] }, ...writes('1.2')],
      },
    });
    assert.equal(await stateOf(), 'waiting');
    assert.match(shop.item('1.1').errors.join(), /While it worked, plan\/SHOP changed in the repository/);
    assert.equal((await shop.cli('approve', 'SHOP-1', '1.1')).code, 0);
    assert.equal((await shop.cli('resume', 'SHOP-1')).code, 0);
    assert.equal(shop.item('1.1').state, 'landed');
    assert.ok(['1.1.txt', '1.2.txt'].every((file) => shop.files('plan/SHOP').includes(file)));
  });

  it('is a failure with any exit code but 0, and its work is kept', async () => {
    open({ needs: { 1.1: [] }, items: { 1.1: [...writes('1.1'), { exit: 7 }] } });
    assert.equal(await stateOf(), 'failed');
    assert.match(shop.item('1.1').errors.join(), /7/);
    const pins = shop.run(['for-each-ref', '--format=%(refname)', 'refs/parallel-plans']).split('\n');
    assert.ok(
      pins.some((ref) => ref !== '' && shop.files(ref).includes('1.1.txt')),
      pins.join(),
    );
  });

  it('is nothing done where it was denied something and changed nothing, whatever it says', async () => {
    open({
      needs: { 1.1: [] },
      items: { 1.1: [{ final: { of: 'claude', ok: true, denied: ['Bash'] } }] },
      executor: { result: 'claude' },
      config: { attempts: 2 },
    });
    assert.equal(await stateOf(), 'nothing-done');
    assert.match(shop.item('1.1').errors.join(), /Bash/);
    assert.equal(shop.begun(), '1.1#1', 'another attempt would meet the same');
  });

  it('is nothing done where nothing changed', async () => {
    open({ needs: { 1.1: [] }, items: { 1.1: [{ print: 'all done!' }] } });
    assert.equal(await stateOf(), 'nothing-done');
  });

  it('is no failure where a denial did not matter', async () => {
    open({
      needs: { 1.1: [] },
      items: { 1.1: [...writes('1.1'), { final: { of: 'claude', ok: true, denied: ['WebFetch'] } }] },
      executor: { result: 'claude' },
      config: { gates: [['test', '!', '-e', 'red.txt']] },
    });
    assert.equal(await stateOf(), 'landed');
  });

  it('is a limit of the account that all wait for, and that spends no attempt', async () => {
    // limits count as over a minute after they say they are
    const resetsAt = Math.floor(Date.now() / 1000) - 56;
    open({
      needs: { 1.1: [], 1.2: ['1.1'], 1.3: [] },
      items: {
        '1.1#1': [{ final: { of: 'claude', ok: false, resetsAt } }, { exit: 1 }],
        1.1: [...writes('1.1'), { final: { of: 'claude', ok: true } }],
        1.2: [...writes('1.2'), { final: { of: 'claude', ok: true } }],
        1.3: [...writes('1.3'), { final: { of: 'claude', ok: true } }],
      },
      executor: { result: 'claude' },
    });
    assert.equal(await stateOf('--jobs', '1'), 'landed');
    const limited = shop.journal().find(({ event }) => event === 'rate-limited');
    assert.equal(limited?.until, (resetsAt + 60) * 1000);
    const after = shop.agents().filter(({ what, t }) => what === 'begins' && t > Number(limited?.t));
    assert.ok(after.length >= 2);
    for (const { t } of after) assert.ok(t >= (resetsAt + 60) * 1000, 'nobody begins before');
  });

  it('comes too late, and takes everything it started with it: also a session of its own', async () => {
    open({ needs: { 1.1: [] }, executor: { timeoutMinutes: 0.05 } });
    shop.setItems({
      1.1: [
        { ignoreTerm: true },
        { fork: inRoom('fork.pid') },
        { setsid: inRoom('setsid.pid') },
        ...writes('1.1'),
        { hang: true },
      ],
    });
    assert.equal(await stateOf(), 'timed-out');
    for (const name of ['fork.pid', 'setsid.pid']) assert.equal(isAlive(pidIn(name)), false, name);
    const pins = shop.run(['for-each-ref', '--format=%(refname)', 'refs/parallel-plans']).split('\n');
    assert.ok(
      pins.some((ref) => ref !== '' && shop.files(ref).includes('1.1.txt')),
      'its work is kept',
    );
  });

  it('leaves nothing behind that it started, also when all went well', async () => {
    open({ needs: { 1.1: [] } });
    shop.setItems({ 1.1: [{ setsid: inRoom('setsid.pid') }, ...writes('1.1')] });
    assert.equal(await stateOf(), 'landed');
    assert.equal(isAlive(pidIn('setsid.pid')), false);
  });

  it('is a stall when nothing is heard of it any more', async () => {
    open({
      needs: { 1.1: [] },
      items: { 1.1: [{ print: 'I begin' }, { hang: true }] },
      executor: { idleMinutes: 0.05, timeoutMinutes: 5 },
    });
    assert.equal(await stateOf(), 'stalled');
  });

  it('is what it said, where it hangs after its last event', async () => {
    open({
      needs: { 1.1: [] },
      items: { 1.1: [...writes('1.1'), { final: { of: 'claude', ok: true } }, { hang: true }] },
      executor: { result: 'claude' },
    });
    assert.equal(await stateOf(), 'landed');
  });

  it('comes when somebody stops the run, and nothing of it goes on', async () => {
    open({ needs: { 1.1: [], 1.2: ['1.1'] } });
    shop.setItems({ 1.1: [{ setsid: inRoom('setsid.pid') }, ...writes('1.1'), { hang: true }] });
    const going = await shop.startPlan();
    await until(
      'the agent',
      () => (existsSync(inRoom('setsid.pid')) && pidIn('setsid.pid') > 0) || undefined,
    );
    const [run = ''] = shop.runs();
    const stopped = await shop.cli('stop', run);
    assert.equal(stopped.code, 0, stopped.err);
    assert.equal((await going.ended).code, 130);
    assert.equal(isAlive(pidIn('setsid.pid')), false);
    assert.deepEqual([shop.result().status, shop.item('1.1').state], ['stopped', 'cancelled']);
    assert.equal(shop.begun(), '1.1#1');
  });

  it('finds an environment that was built for it, and its prompt on its standard input', async () => {
    open({ needs: { 1.1: [] }, executor: { env: { OWN: 'mine' } } });
    shop.setItems({
      1.1: [{ saveEnv: inRoom('env.json') }, { savePrompt: inRoom('prompt.md') }, ...writes('1.1')],
    });
    process.env.VSCODE_TEST_SECRET = 'leaks';
    process.env.GIT_TEST_SECRET = 'leaks';
    try {
      assert.equal(await stateOf(), 'landed');
    } finally {
      delete process.env.VSCODE_TEST_SECRET;
      delete process.env.GIT_TEST_SECRET;
    }
    const env = JSON.parse(readFileSync(inRoom('env.json'), 'utf8')) as Record<string, string>;
    assert.ok(!Object.values(env).includes('leaks'));
    assert.deepEqual(
      [env.OWN, env.PLAN_ITEM, env.PLAN_ATTEMPT, env.GIT_TERMINAL_PROMPT],
      ['mine', '1.1', '1', '0'],
    );
    for (const name of [
      'PLAN_RUN',
      'PLAN_NAME',
      'PLAN_WORKTREE',
      'PLAN_PROMPT_FILE',
      'PLAN_RESULT_FILE',
      'PLAN_HEARTBEAT_FILE',
      'PLAN_PORT_BASE',
    ]) {
      assert.ok(env[name], name);
    }
    assert.equal(readFileSync(inRoom('prompt.md'), 'utf8'), readFileSync(env.PLAN_PROMPT_FILE ?? '', 'utf8'));
    assert.match(readFileSync(inRoom('prompt.md'), 'utf8'), /1\.1/);
  });
});
