import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { until } from '../waiting';
import {
  closeShop,
  eachWrites,
  type Going,
  isAlive,
  type JournalJson,
  makeShop,
  type Shop,
  writes,
} from './shop';

const NEEDS = { 1.1: [], 1.2: ['1.1'] };
/** All of them take minutes. */
const EVERY_LINE = process.env.PLAN_KILL_AT_EVERY_LINE !== undefined;

/** How many random runs are killed at random; a hundred take half an hour. */
const RANDOM_RUNS = Number(process.env.PLAN_RANDOM_KILLS ?? 1);
const SEED = 20_261_129;
const IDS = ['1.1', '1.2', '1.3', '1.4'];

/** Plans of up to four items that depend on earlier ones, and after how many more lines each runner is killed. */
const RUNS = fc
  .tuple(
    fc.integer({ min: 2, max: IDS.length }),
    fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    fc.array(fc.integer({ min: 2, max: 12 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([count, edges, kills]) => {
    const ids = IDS.slice(0, count);
    const needs = Object.fromEntries(
      ids.map((id, at) => [id, ids.slice(0, at).filter((_, before) => edges[(at * (at - 1)) / 2 + before])]),
    );
    return { needs, kills };
  });

describe('a runner that is killed', function () {
  this.timeout(EVERY_LINE ? 1_200_000 : 120_000);
  let shop: Shop;
  afterEach(() => closeShop(shop));

  /** Kills whatever runs the plan, once the journal has so many lines; false where it ended before. */
  const killAt = async (going: Going, lines: number): Promise<boolean> => {
    let isOver = false;
    going.ended.then(() => {
      isOver = true;
    });
    await until(`line ${lines}`, () => shop.journal().length >= lines || isOver || undefined);
    const isFinished = shop.journal().some(({ event }) => event === 'finished');
    const runner = runnerIn(shop.journal());
    going.child.kill('SIGKILL');
    if (runner !== undefined && isAlive(runner)) process.kill(runner, 'SIGKILL');
    await going.ended;
    await until('the end of the runner', () => runner === undefined || !isAlive(runner) || undefined);
    return !isFinished;
  };

  const runnerIn = (journal: readonly JournalJson[]): number | undefined =>
    journal.findLast(({ event }) => event === 'runner')?.process?.pid;

  const open = (): void => {
    shop = makeShop({
      needs: NEEDS,
      items: {
        1.1: [{ sleep: 200 }, ...writes('1.1')],
        1.2: [{ needs: ['1.1.txt'] }, { sleep: 200 }, ...writes('1.2')],
      },
      config: { attempts: 2, gates: [['sh', '-c', 'test ! -e red.txt']] },
    });
  };

  /** The files of the two items and their content: what every run has to end with. */
  const outcome = (): string =>
    ['1.1.txt', '1.2.txt'].map((file) => shop.run(['show', `plan/SHOP:${file}`])).join();

  const proveWhole = async (killed: number): Promise<void> => {
    const why = `killed at line ${killed}`;
    const [run = 'none'] = shop.runs();
    const before = shop.journal();
    const resumed = await shop.cli('resume', run);
    assert.equal(resumed.code, 0, `${why}: ${resumed.err}${resumed.out}`);
    assert.equal(shop.result().status, 'success', why);
    assert.equal(outcome(), '1.1,1.2', why);
    const after = shop.journal();
    assert.deepEqual(after.slice(0, before.length), before, `${why}: what was written stays`);
    assert.deepEqual(
      after.map(({ seq }) => seq),
      after.map((_, at) => at + 1),
      why,
    );
    for (const id of Object.keys(NEEDS)) {
      const landed = shop.run(['log', '--format=%H', `--grep=^${id}: Complete`, 'plan/SHOP']).split('\n');
      assert.equal(landed.length, 1, `${why}: ${id} landed once`);
      const landedAt = before.some(({ event, item }) => event === 'landed' && item === id);
      const begun = shop.agents().filter(({ what, item }) => what === 'begins' && item === id).length;
      assert.ok(begun <= (landedAt ? 1 : 2), `${why}: ${id} began ${begun} times`);
    }
    const lost = shop.run(['fsck', '--unreachable', '--no-reflogs', '--connectivity-only']).split('\n');
    const commits = lost
      .filter((line) => line.includes('commit'))
      .map((line) => line.split(' ').at(-1) ?? '');
    const work = commits.filter(
      (commit) => !/^\d\.\d: (?:Complete|what attempt)/.test(shop.run(['log', '-1', '--format=%s', commit])),
    );
    assert.deepEqual(work, [], `${why}: no work is unreachable`);
  };

  const lines = EVERY_LINE ? Array.from({ length: 40 }, (_, at) => at + 1) : [2, 5, 9, 14];
  for (const line of lines) {
    it(`at line ${line} of the journal is followed by one that goes on: nothing is lost or done twice`, async function () {
      open();
      const going = await shop.startPlan('--jobs', '2');
      if (await killAt(going, line)) await proveWhole(line);
      // asked for by hand alone: the last numbers lie behind the end of a run
      else if (EVERY_LINE) this.skip();
      else assert.fail('the run ended before that line');
    });
  }

  for (const [at, { needs, kills }] of fc.sample(RUNS, { seed: SEED, numRuns: RANDOM_RUNS }).entries()) {
    const name = `${Object.keys(needs).length} items, killed after ${kills.join(' and ')} more lines`;
    it(`ends with the same files as one that is not, however often it is killed (seed ${SEED}, ${at}: ${name})`, async () => {
      const ids = Object.keys(needs);
      shop = makeShop({
        needs,
        items: Object.fromEntries(
          ids.map((id) => [
            id,
            [{ needs: (needs[id] ?? []).map((other) => `${other}.txt`) }, { sleep: 50 }, ...writes(id)],
          ]),
        ),
        config: { attempts: 2 },
      });
      let going = await shop.startPlan('--jobs', '2');
      let lines = 0;
      for (const more of kills) {
        lines += more;
        if (!(await killAt(going, lines))) break;
        lines = shop.journal().length;
        const [run = 'none'] = shop.runs();
        going = shop.start('resume', run);
      }
      const { err, out } = await going.ended;
      const files = shop.files('plan/SHOP').filter((file) => /^\d\.\d\.txt$/.test(file));
      assert.deepEqual(files, ids.map((id) => `${id}.txt`).sort(), err + out);
      for (const id of ids) assert.equal(shop.run(['show', `plan/SHOP:${id}.txt`]), id);
      const subjects = shop.run(['log', '--format=%s', 'plan/SHOP']).split('\n');
      for (const id of ids) {
        assert.equal(subjects.filter((subject) => subject === `${id}: Complete - Part ${id}`).length, 1, id);
      }
    });
  }

  it('leaves its agent at work, which the next one adopts', async () => {
    shop = makeShop({ needs: { 1.1: [] } });
    const go = join(shop.room, 'go');
    shop.setItems({ 1.1: [{ print: 'early' }, { waitFor: go }, ...writes('1.1')] });
    const going = await shop.startPlan();
    await until('the agent', () => shop.begun() === '1.1#1' || undefined);
    await until('its line', () => shop.journal().some(({ event }) => event === 'running') || undefined);
    assert.equal(await killAt(going, 1), true);
    const [run = 'none'] = shop.runs();
    const resumed = shop.start('resume', run);
    await until(
      'another runner',
      () => shop.journal().filter(({ event }) => event === 'runner').length === 2 || undefined,
    );
    shop.write({ go: '' }, shop.room);
    const { code, err } = await resumed.ended;
    assert.equal(code, 0, err);
    assert.equal(shop.begun(), '1.1#1', 'it was not begun again');
    assert.deepEqual([shop.item('1.1').state, shop.item('1.1').attempts], ['landed', 1]);
  });

  it('misses the end of its agent, and the next one learns how that was', async () => {
    shop = makeShop({ needs: { 1.1: [], 1.2: [] } });
    const go = join(shop.room, 'go');
    shop.setItems({
      1.1: [{ waitFor: go }, ...writes('1.1')],
      1.2: [{ waitFor: go }, ...writes('1.2'), { exit: 41 }],
    });
    const going = await shop.startPlan('--jobs', '2');
    await until('the agents', () => shop.begun().split(' ').length === 2 || undefined);
    await killAt(going, 1);
    shop.write({ go: '' }, shop.room);
    await until(
      'their end',
      () => shop.agents().filter(({ what }) => what === 'ends').length === 2 || undefined,
    );
    const [run = 'none'] = shop.runs();
    assert.equal((await shop.cli('resume', run)).code, 1);
    assert.equal(shop.begun().split(' ').length, 2, 'none was begun again');
    assert.deepEqual([shop.item('1.1').state, shop.item('1.2').state], ['landed', 'failed']);
    assert.match(shop.item('1.2').errors.join(), /41/);
  });

  it('dies together with its agent: what was half done is kept, and is done again', async () => {
    shop = makeShop({
      needs: { 1.1: [] },
      items: { '1.1#1': [{ write: { 'half.txt': 'half\n' } }, { hang: true }], 1.1: writes('1.1') },
      config: { attempts: 2 },
    });
    const going = await shop.startPlan();
    await until('the agent', () => shop.begun() === '1.1#1' || undefined);
    const worktree = await until(
      'its worktree',
      () => shop.journal().findLast((line) => line.worktree)?.worktree,
    );
    await until('its half', () => existsSync(join(String(worktree), 'half.txt')) || undefined);
    await until('its line', () => shop.journal().some((line) => line.process && line.item) || undefined);
    const agent = shop.journal().findLast((line) => line.process && line.item)?.process?.pid ?? 0;
    await killAt(going, 1);
    process.kill(-agent, 'SIGKILL');
    await until('its end', () => !isAlive(agent) || undefined);
    const [run = 'none'] = shop.runs();
    const resumed = await shop.cli('resume', run);
    assert.equal(resumed.code, 0, resumed.err + resumed.out);
    assert.ok(shop.journal().some(({ event }) => event === 'interrupted'));
    assert.equal(shop.item('1.1').state, 'landed');
    const pins = shop.run(['for-each-ref', '--format=%(refname)', 'refs/parallel-plans']).split('\n');
    assert.ok(
      pins.some((ref) => shop.files(ref).includes('half.txt')),
      pins.join(),
    );
  });

  it('in the middle of a line of its journal loses that line alone; a damaged line is not passed over', async () => {
    shop = makeShop({ needs: { 1.1: [] }, items: { 1.1: [{ sleep: 500 }, ...writes('1.1')] } });
    const going = await shop.startPlan();
    await until('the agent', () => shop.begun() === '1.1#1' || undefined);
    await killAt(going, 1);
    const [run = 'none'] = shop.runs();
    const path = join(shop.top, '.parallel-plans', 'runs', run, 'journal.jsonl');
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, `${whole}{"seq":${shop.journal().length + 1},"t":17`);
    const resumed = await shop.cli('resume', run);
    assert.equal(resumed.code, 0, resumed.err + resumed.out);
    assert.equal(readFileSync(path, 'utf8').slice(0, whole.length), whole);
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.with(1, (lines[1] ?? '').replace('"event":"', '"event":"not-')).join('\n'));
    const damaged = await shop.cli('resume', run);
    assert.notEqual(damaged.code, 0);
    assert.match(damaged.err + damaged.out, /[Ll]ine 3 .*damaged/);
  });

  it('is told from one that goes on: its plan can be run again at once', async () => {
    shop = makeShop({ needs: { 1.1: [] }, items: { 1.1: [{ hang: true }] } });
    const going = await shop.startPlan();
    await until('the agent', () => shop.begun() === '1.1#1' || undefined);
    await killAt(going, 1);
    shop.setItems(eachWrites({ 1.1: [] }));
    const { code, err } = await shop.cli('runs', '--format', 'json');
    assert.equal(code, 0, err);
    const left = shop.agents().findLast(({ what }) => what === 'begins')?.pid ?? 0;
    assert.equal(isAlive(left), true, 'nobody ended it');
    const again = await shop.runPlan();
    assert.equal(again.code, 0, again.err);
    assert.match(again.err, /SHOP-1 had left .* at work, which nobody watched/);
    assert.equal(isAlive(left), false, 'nobody would ever have ended that agent');
  });

  const journalPath = (run: string): string =>
    join(shop.top, '.parallel-plans', 'runs', run, 'journal.jsonl');

  for (const [lost, kept] of [
    ['all but its first line', (lines: number): number => lines - 1],
    ['its second half', (lines: number): number => Math.ceil(lines / 2)],
  ] as const) {
    it(`and whose journal loses ${lost} does nothing again that has landed`, async () => {
      shop = makeShop({
        needs: { 1.1: [], 1.2: ['1.1'], 1.3: ['1.2'] },
        items: {
          1.1: writes('1.1'),
          1.2: writes('1.2'),
          '1.3#1': [{ write: { 'half.txt': 'half\n' } }, { hang: true }],
          1.3: [{ needs: ['1.1.txt', '1.2.txt', 'half.txt'] }, ...writes('1.3')],
        },
        config: { attempts: 2 },
      });
      assert.equal((await shop.runPlan('--only', '1.1')).code, 0);
      const going = await shop.startPlan();
      await until('the last agent', () => shop.begun() === '1.1#1 1.2#1 1.3#1' || undefined);
      const left = shop.agents().findLast(({ what }) => what === 'begins')?.pid ?? 0;
      await killAt(going, 1);
      const path = journalPath('SHOP-2');
      const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
      writeFileSync(path, `${lines.slice(0, lines.length - kept(lines.length)).join('\n')}\n`);

      const resumed = await shop.cli('resume', 'SHOP-2');
      assert.equal(resumed.code, 0, resumed.err + resumed.out);
      assert.match(resumed.err, /1\.2 has landed as [\da-f]{12}, which the journal did not say/);
      assert.equal(shop.begun(), '1.1#1 1.2#1 1.3#1 1.3#2', 'what has landed was not begun again');
      assert.equal(isAlive(left), false, 'an agent that nobody knows of was ended');
      assert.deepEqual(
        shop.result().results.map(({ id, state }) => `${id} ${state}`),
        ['1.1 skipped', '1.2 landed', '1.3 landed'],
      );
      const subjects = shop.run(['log', '--format=%s', '--grep=: Complete', 'plan/SHOP']).split('\n');
      assert.deepEqual(
        subjects,
        [3, 2, 1].map((at) => `1.${at}: Complete - Part 1.${at}`),
      );
    });
  }

  it('is no longer needed where its record is removed: the runner ends, with its agents', async () => {
    shop = makeShop({
      needs: { 1.1: [] },
      items: { 1.1: [{ write: { 'half.txt': 'half\n' } }, { hang: true }] },
    });
    const going = await shop.startPlan();
    await until('the agent', () => shop.begun() === '1.1#1' || undefined);
    await until('its line', () => shop.journal().some((line) => line.process && line.item) || undefined);
    const agent = shop.agents().at(-1)?.pid ?? 0;
    rmSync(join(shop.top, '.parallel-plans', 'runs', 'SHOP-1'), { recursive: true });
    const { code, err } = await going.ended;
    assert.notEqual(code, 0);
    assert.match(err, /The record of run SHOP-1 was removed or replaced while the run went on/);
    assert.equal(isAlive(agent), false);
    assert.deepEqual(shop.files('refs/parallel-plans/SHOP-1/1.1/1').includes('half.txt'), true);
  });

  it('goes on past events of another version, and says so; an event of the wrong shape is an error', async () => {
    shop = makeShop({ needs: { 1.1: [] }, items: { 1.1: [{ sleep: 500 }, ...writes('1.1')] } });
    const going = await shop.startPlan();
    await until('the agent', () => shop.begun() === '1.1#1' || undefined);
    await killAt(going, 1);
    const path = journalPath('SHOP-1');
    const whole = readFileSync(path, 'utf8');
    const lines = whole.split('\n').slice(0, -1);
    const prev = createHash('sha256')
      .update(lines.at(-1) ?? '')
      .digest('hex');
    const next = (details: object): string =>
      `${whole}${JSON.stringify({ seq: lines.length + 1, t: 17, run: 'SHOP-1', ...details, prev })}\n`;

    writeFileSync(path, next({ event: 'landed', item: '1.1', attempt: 'one' }));
    for (const command of ['resume', 'attach', 'log'] as const) {
      const { code, err } = await shop.cli(command, 'SHOP-1', ...(command === 'log' ? ['1.1'] : []));
      assert.notEqual(code, 0, command);
      assert.match(
        err,
        new RegExp(`Line ${lines.length + 1} of .*journal.jsonl is not what landed has to say`),
      );
    }

    writeFileSync(path, next({ event: 'pondered', item: '1.1' }));
    const resumed = await shop.cli('resume', 'SHOP-1');
    assert.equal(resumed.code, 0, resumed.err + resumed.out);
    assert.match(resumed.out + resumed.err, /knows no event "pondered"/);
  });
});
