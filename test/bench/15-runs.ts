import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { decide } from '../../src/engine/run/decide';
import { readJournal, START } from '../../src/node/run/readJournal';
import { parallelDocument, planDocument } from '../support/documents.mjs';
import { headOf, type ItemSketch, startRun } from '../unit/run/runs';
import { type Folder, requireBuilt, runNode, temporaryFolder } from './processes';
import type { Job } from './support';

const CLI = resolve('dist/cli.js');
const ITEMS = 5_000;

/** Seconds that each agent sleeps, and what it depends on: with two executors it takes 24 + 24 seconds. */
const PLAN = {
  1.1: { seconds: 24, needs: [] },
  1.2: { seconds: 12, needs: [] },
  1.3: { seconds: 10, needs: [] },
  2.1: { seconds: 24, needs: ['1.1'] },
  2.2: { seconds: 12, needs: ['1.2'] },
  2.3: { seconds: 10, needs: ['1.3'] },
} as const;
const JOBS = 2;
const SCHEDULED_MS = 48_000;
/** The runner is watched for so long while all of its agents sleep, so long after the last one has begun. */
const WATCHED_MS = 7_000;
const SETTLED_MS = 1_000;

/** What one run of the plan cost. */
interface Measured {
  readonly makespanMs: number;
  /** Median of the time from the merge to the moved branch. */
  readonly landingMs: number;
  /** CPU of the runner, in milliseconds for each second in which it waits. */
  readonly idleMs: number;
  readonly memoryMb: number;
}

const filesOf = (): Readonly<Record<string, string>> => {
  const ids = Object.entries(PLAN);
  return {
    'PLAN_SLEEP.md': planDocument(
      'Sleep',
      ids.map(([id, { seconds }]) => [id, { title: 'Sleep', lines: [`- Effort: ${seconds}s`] }]),
    ),
    'parallel.json': parallelDocument(
      'SLEEP',
      ids.map(([id, { needs }]) => [id, { title: 'Sleep', dependencies: needs }]),
    ),
    '.parallel-plans/run.json': JSON.stringify({
      executor: 'sleeper',
      executors: { sleeper: { command: ['node', '../sleeper.cjs'], prompt: 'stdin' } },
      review: 'none',
      jobs: JOBS,
    }),
  };
};

const SLEEPER = `const id = process.env.PLAN_ITEM;
const seconds = ${JSON.stringify(Object.fromEntries(Object.entries(PLAN).map(([id, { seconds }]) => [id, seconds])))};
setTimeout(() => require('node:fs').writeFileSync(id + '.txt', id), seconds[id] * 1000);
`;

const makeRepository = async (folder: Folder): Promise<string> => {
  const top = join(folder.path, 'repository');
  const sleeper = folder.write('sleeper.cjs', SLEEPER);
  for (const [name, text] of Object.entries(filesOf())) {
    await mkdir(dirname(join(top, name)), { recursive: true });
    await writeFile(join(top, name), text.replace('../sleeper.cjs', sleeper));
  }
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: top, stdio: 'ignore' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'A');
  git('config', 'user.email', 'a@example.org');
  git('add', '-A');
  git('commit', '-qm', 'Begin');
  return top;
};

const startRunOf = async (top: string, home: string): Promise<ChildProcess> => {
  const plan = join(top, 'PLAN_SLEEP.md');
  const { stdout, stderr } = await runNode([CLI, 'run', plan, '--dry-run', '--format', 'json']);
  if (!stdout.startsWith('{')) throw new Error(`the plan cannot be run: ${stderr}`);
  const { hash } = JSON.parse(stdout).trust;
  return spawn(process.execPath, [CLI, 'run', plan, '--yes', '--trust-commands', hash], {
    cwd: top,
    env: { ...process.env, XDG_STATE_HOME: join(home, 'state') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

/** CPU time that a process has used, in milliseconds, and the memory it holds, in MB. */
const usageOf = (pid: number): { readonly cpuMs: number; readonly memoryMb: number } => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]);
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  // there are 100 ticks a second wherever Linux runs
  return { cpuMs: ticks * 10, memoryMb: Number(resident) / 1024 };
};

const measureRun = async (folder: Folder): Promise<Measured> => {
  const top = await makeRepository(folder);
  const child = await startRunOf(top, folder.path);
  const ended = new Promise<number | null>((done) => child.on('exit', done));
  const records = join(top, '.parallel-plans', 'runs');
  const events = async () => {
    const [run] = readdirSync(records, { withFileTypes: true }).filter((each) => each.isDirectory());
    const read = await readJournal(join(records, run?.name ?? '', 'journal.jsonl'), START);
    return read.ok ? (read.value.lines as readonly Readonly<Record<string, unknown>>[]) : [];
  };
  const isSleeping = async (): Promise<boolean> =>
    existsSync(records) &&
    (await events()).filter(({ event, process: id }) => event === 'running' && id).length >= JOBS;
  while (!(await isSleeping())) await pause(100);
  await pause(SETTLED_MS);
  const before = usageOf(child.pid ?? 0);
  await pause(WATCHED_MS);
  const after = usageOf(child.pid ?? 0);
  assert.equal(await ended, 0, 'everything has landed');
  const journal = await events();
  const timeOf = (event: string): readonly number[] =>
    journal.filter((line) => line.event === event).map(({ t }) => Number(t));
  const landings = timeOf('landed').map((t, at) => t - (timeOf('landing')[at] ?? 0));
  return {
    makespanMs: (timeOf('finished')[0] ?? 0) - (timeOf('preparing')[0] ?? 0),
    landingMs: [...landings].sort((one, other) => one - other)[landings.length >> 1] ?? Number.NaN,
    idleMs: (after.cpuMs - before.cpuMs) / (WATCHED_MS / 1_000),
    memoryMb: after.memoryMb,
  };
};

/** A run in the middle: every third item landed, others work. */
const largeRun = () => {
  const items = Array.from(
    { length: ITEMS },
    (_, at): ItemSketch => ({ id: `${1 + Math.floor(at / 50)}.${1 + (at % 50)}`, ...afterOf(at) }),
  );
  const run = startRun(headOf(items, { jobs: 8 }));
  items.forEach(({ id }, at) => {
    if (at >= 50 || at % 3 !== 0) return;
    run.enter(id, 'preparing');
    run.enter(id, 'landed');
  });
  return run;
};

const afterOf = (at: number): Pick<ItemSketch, 'after' | 'level'> => {
  const level = Math.floor(at / 50);
  if (level === 0) return { level };
  const ids = [at % 50, (at + 7) % 50].map((place) => `${level}.${1 + place}`);
  return { level, after: ids };
};

export const job: Job = {
  row: '15',
  name: 'running plans (wall time but for what CPU says)',
  rounds: 1,
  prepare: () => {
    requireBuilt(CLI);
    const folder = temporaryFolder();
    const run = largeRun();
    let measured: Promise<Measured> | undefined;
    const of = (figure: keyof Measured) => async () => {
      measured ??= measureRun(folder);
      return (await measured)[figure];
    };
    return {
      contenders: [
        { name: `a decision, ${ITEMS} items`, run: () => decide(run.state, run.now) },
        { name: 'makespan of sleeping agents', measure: of('makespanMs') },
        { name: 'their schedule', measure: async () => SCHEDULED_MS },
        { name: 'landing an item', measure: of('landingMs') },
        { name: 'CPU of a runner that waits, each second', measure: of('idleMs') },
        { name: 'memory of a runner', measure: of('memoryMb'), unit: 'MB' },
      ],
      comparisons: [
        {
          ours: `a decision, ${ITEMS} items`,
          other: 'landing an item',
          target: { kind: 'at-most', amount: 5 },
        },
        {
          ours: 'makespan of sleeping agents',
          other: 'their schedule',
          target: { kind: 'at-most-times', factor: 1.05 },
        },
        { ours: 'landing an item', other: 'their schedule', target: { kind: 'at-most', amount: 150 } },
        {
          ours: 'CPU of a runner that waits, each second',
          other: 'landing an item',
          target: { kind: 'at-most', amount: 10 },
        },
        { ours: 'memory of a runner', other: 'their schedule', target: { kind: 'at-most', amount: 60 } },
      ],
      check: () => {
        const kinds = decide(run.state, run.now).map(({ kind }) => kind);
        assert.deepEqual([...new Set(kinds)], ['start']);
      },
      tearDown: () => folder.remove(),
    };
  },
};
