import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ownIdentity } from '../../../src/node/run/identity';
import { type LockHeld, readLock, takeLock } from '../../../src/node/run/lock';
import { given, messageIn } from '../repository';
import { makeFolder } from '../waiting';

interface Locker {
  readonly child: ChildProcessWithoutNullStreams;
  /** The next line that it prints. */
  next(): Promise<string>;
}

describe('the lock of a plan', () => {
  let folder: ReturnType<typeof makeFolder>;
  let lockers: Locker[];
  const path = (): string => join(folder.path, 'SHOP.lock');
  const mine = { run: 'mine', version: '1' };
  const startLocker = async (run: string): Promise<Locker> => {
    const child = spawn(process.execPath, [join('out', 'run', 'programs', 'locker.mjs'), path(), run]);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const locker = { child, next: async () => String((await lines.next()).value) };
    lockers.push(locker);
    assert.equal(await locker.next(), 'ready');
    return locker;
  };
  const lock = (locker: Locker): Promise<string> => {
    locker.child.stdin.write('go\n');
    return locker.next();
  };
  const kill = async ({ child }: Locker): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };

  beforeEach(() => {
    folder = makeFolder();
    lockers = [];
  });
  afterEach(() => {
    for (const { child } of lockers) child.kill('SIGKILL');
    folder.remove();
  });

  it('is held by one, which is named to others, until it lets go', async () => {
    const first = given(await takeLock(path(), { run: 'first', version: '1' }));
    const second = await takeLock(path(), mine);
    assert.match(
      messageIn(second),
      new RegExp(`^run first of this plan is still running \\(process ${process.pid} on `),
    );
    assert.equal(second.ok ? undefined : (second.error as LockHeld).holder?.nonce, first.holder.nonce);
    await first.release();
    assert.equal(await first.isHeld(), false);
    given(await takeLock(path(), mine));
    await first.release();
    assert.equal((await readLock(path()))?.run, 'mine', 'who let go before takes nothing from the next');
  });

  it('is taken over from a holder that was killed, whatever has its number by now', async () => {
    const dead = await startLocker('dead');
    const nonce = (await lock(dead)).replace('took ', '');
    assert.match(messageIn(await takeLock(path(), mine)), /^run dead of this plan is still running/);
    await kill(dead);
    const taken = given(await takeLock(path(), mine));
    assert.notEqual(taken.holder.nonce, nonce);
    assert.equal(await taken.isHeld(), true);
    await taken.release();
    writeFileSync(
      path(),
      JSON.stringify({ ...(await ownIdentity()), start: '1', nonce: 'x', run: 'r', version: '0' }),
    );
    given(await takeLock(path(), mine));
    assert.deepEqual(readdirSync(folder.path), ['SHOP.lock'], 'nothing else is left');
  });

  it('is taken over by one of many that come at the same time', async function () {
    this.timeout(60_000);
    const dead = await startLocker('dead');
    await lock(dead);
    const many = await Promise.all(Array.from({ length: 6 }, (_, at) => startLocker(`run-${at}`)));
    await kill(dead);
    const answers = await Promise.all(many.map(lock));
    const winners = answers.filter((answer) => answer.startsWith('took '));
    assert.equal(winners.length, 1, answers.join('\n'));
    assert.equal(`took ${(await readLock(path()))?.nonce}`, winners[0]);
    for (const answer of answers)
      assert.match(answer, /^took |^no: run run-\d of this plan is still running/);
  });

  it('is taken over also where the one before died while it took it over', async () => {
    const dead = { ...(await ownIdentity()), start: '1', nonce: 'x', run: 'dead', version: '0' };
    writeFileSync(path(), JSON.stringify(dead));
    // the claim of one that was killed in the middle stays
    const claim = `${path()}.${createHash('sha256').update(readFileSync(path())).digest('hex').slice(0, 16)}`;
    writeFileSync(claim, JSON.stringify({ ...dead, nonce: 'y' }));
    assert.equal(await given(await takeLock(path(), mine)).isHeld(), true);
    assert.deepEqual(readdirSync(folder.path), ['SHOP.lock']);
  });

  it('of another machine or without meaning is taken only when that is forced', async () => {
    const far = { ...(await ownIdentity()), boot: 'x', host: 'far', nonce: 'x', run: 'r', version: '0' };
    for (const [text, why] of [
      [JSON.stringify(far), /^run r of this plan is still running \(process \d+ on far\)$/],
      ['', /is not a readable lock/],
      ['{"pid":1}', /is not a readable lock/],
    ] as const) {
      writeFileSync(path(), text);
      assert.match(messageIn(await takeLock(path(), mine)), why);
      assert.equal(readFileSync(path(), 'utf8'), text);
      await given(await takeLock(path(), { ...mine, force: true })).release();
    }
  });

  it('is never taken by force from one that goes on', async () => {
    const first = given(await takeLock(path(), mine));
    assert.equal((await takeLock(path(), { ...mine, force: true })).ok, false);
    assert.equal(await first.isHeld(), true);
  });
});
