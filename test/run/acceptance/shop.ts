import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { endProcesses } from '../../../src/node/run/endProcesses';
import { TAG } from '../../../src/node/run/startProcess';
import { parallelDocument, planDocument } from '../../support/documents.mjs';
import type { AgentLogLine, AgentScript, AgentStep } from '../programs/agent';
import { makeRepository, type TestRepository } from '../repository';

const CLI = resolve('dist/cli.js');
export const AGENT = resolve('out/run/programs/agent.mjs');
const LIMIT_MS = 110_000;

/** A plan to run: what each achievement depends on. */
export type Needs = Readonly<Record<string, readonly string[]>>;
export type Items = AgentScript['items'];

/** `result.json`, as far as the tests look at it. */
export interface ResultJson {
  readonly run: string;
  readonly status: string;
  readonly tip: string | null;
  readonly base: string;
  readonly branch: string;
  readonly total: number;
  readonly success: number;
  readonly failed: number;
  readonly blocked: number;
  readonly results: readonly ItemJson[];
  readonly stages: Readonly<Record<string, Readonly<Record<string, ItemJson>>>>;
}

export interface ItemJson {
  readonly id: string;
  readonly state: string;
  readonly status: string;
  readonly blockedBy: readonly string[];
  readonly attempts: number;
  readonly base: string | null;
  readonly landed: string | null;
  readonly lineage: string | null;
  readonly errors: readonly string[];
  readonly usage: Readonly<Record<string, number>> | null;
  readonly files_created: readonly string[];
  readonly commits: readonly string[];
}

export interface JournalJson {
  readonly seq: number;
  readonly event: string;
  readonly item?: string;
  readonly attempt?: number;
  readonly process?: { readonly pid?: number };
  readonly [detail: string]: unknown;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Going {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly ended: Promise<Ended>;
}

/** A repository with a plan and a fake agent that does what a script says. */
export interface Shop extends TestRepository {
  /** Runs the command line in the repository to its end. */
  cli(...args: readonly string[]): Promise<Ended>;
  start(...args: readonly string[]): Going;
  /** Runs the command line in another folder. */
  startIn(folder: string, ...args: readonly string[]): Going;
  /** `run PLAN_SHOP.md` with everything that it asks for without a terminal. */
  runPlan(...args: readonly string[]): Promise<Ended>;
  startPlan(...args: readonly string[]): Promise<Going>;
  /** {@link Shop.runPlan} on a pseudo-terminal (`script` of util-linux); all that it prints, as it comes. */
  runOnTerminal(): Promise<string>;
  /** The hash that says that a person has seen the commands of the repository. */
  trusted(): Promise<string>;
  setItems(items: Items): void;
  /** The names of all runs. */
  runs(): readonly string[];
  /** The result of the last run. */
  result(): ResultJson;
  item(id: string): ItemJson;
  /** Of the last run, or of another one. */
  journal(run?: string): readonly JournalJson[];
  agents(): readonly AgentLogLine[];
  /** `1.1#1 1.2#1`: the attempts that agents began, in their order. */
  begun(): string;
  /** The files of a commit. */
  files(commit: string): readonly string[];
}

/** Steps of an agent that writes one file, named like its item. */
export const writes = (id: string, text = `${id}\n`): readonly AgentStep[] => [
  { write: { [`${id}.txt`]: text } },
];

/** For every item the file that it is named like. */
export const eachWrites = (needs: Needs): Items =>
  Object.fromEntries(Object.keys(needs).map((id) => [id, writes(id)]));

export interface ShopOptions {
  readonly needs: Needs;
  readonly items?: Items;
  /** Added to run.json. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Added to the executor in it. */
  readonly executor?: Readonly<Record<string, unknown>>;
}

export const makeShop = ({
  needs,
  items = eachWrites(needs),
  config = {},
  executor = {},
}: ShopOptions): Shop => {
  const repository = makeRepository({
    'readme.md': 'A shop.\n',
    '.gitignore': 'node_modules/\n',
    'PLAN_SHOP.md': planText(Object.keys(needs)),
    'parallel.json': parallelText(needs),
  });
  const { room, top } = repository;
  const [script, log] = [join(room, 'script.json'), join(room, 'agents.jsonl')];
  const setItems = (next: Items): void =>
    writeFileSync(script, JSON.stringify({ log, items: next } satisfies AgentScript));
  setItems(items);
  mkdirSync(join(top, '.parallel-plans'));
  repository.write({
    '.parallel-plans/run.json': JSON.stringify({
      executor: 'fake',
      executors: { fake: { command: ['node', AGENT, script], prompt: 'stdin', result: 'exit', ...executor } },
      review: 'none',
      attempts: 1,
      ...config,
    }),
  });
  repository.run(['add', '--all']);
  repository.run(['commit', '--quiet', '--message=Configuration']);
  const startIn = (folder: string, ...args: readonly string[]): Going => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', XDG_STATE_HOME: join(room, 'state') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { child, ended: endOf(child) };
  };
  const start = (...args: readonly string[]): Going => startIn(top, ...args);
  const cli = (...args: readonly string[]): Promise<Ended> => start(...args).ended;
  const trusted = async (): Promise<string> => {
    const { out, err } = await cli('run', 'PLAN_SHOP.md', '--dry-run', '--format', 'json');
    assert.ok(out.startsWith('{'), `the dry run says: ${err}${out}`);
    return (JSON.parse(out) as { trust: { hash: string } }).trust.hash;
  };
  const startPlan = async (...args: readonly string[]): Promise<Going> =>
    start('run', 'PLAN_SHOP.md', '--yes', '--trust-commands', await trusted(), ...args);
  const record = join(top, '.parallel-plans', 'runs');
  const runs = (): readonly string[] =>
    existsSync(record)
      ? readdirSync(record)
          .filter((name) => existsSync(join(record, name, 'journal.jsonl')))
          .sort((one, other) => startOf(record, one) - startOf(record, other))
      : [];
  const last = (): string => runs().at(-1) ?? 'none';
  const result = (): ResultJson =>
    JSON.parse(readFileSync(join(record, last(), 'result.json'), 'utf8')) as ResultJson;
  const agents = (): readonly AgentLogLine[] => linesOf<AgentLogLine>(log);
  return {
    ...repository,
    cli,
    start,
    startIn,
    trusted,
    startPlan,
    runPlan: async (...args) => (await startPlan(...args)).ended,
    runOnTerminal: async () => {
      const args = ['run', 'PLAN_SHOP.md', '--yes', '--trust-commands', await trusted()];
      const command = [process.execPath, CLI, ...args].map((part) => `'${part}'`).join(' ');
      const child = spawn('script', ['-qec', `stty cols 80 rows 24; ${command}`, '/dev/null'], {
        cwd: top,
        env: { ...process.env, TERM: 'xterm', XDG_STATE_HOME: join(room, 'state') },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return (await endOf(child)).out;
    },
    setItems,
    runs,
    result,
    item: (id) => {
      const found = result().results.find((each) => each.id === id);
      assert.ok(found, `the result has no ${id}`);
      return found;
    },
    journal: (run = last()) => linesOf<JournalJson>(join(record, run, 'journal.jsonl')),
    agents,
    begun: () =>
      agents()
        .filter(({ what }) => what === 'begins')
        .map(({ item, attempt }) => `${item}#${attempt}`)
        .join(' '),
    files: (commit) => repository.run(['ls-tree', '-r', '--name-only', commit]).split('\n'),
  };
};

/** Ends what a test may have left and removes its folders. */
export const closeShop = async (shop: Shop | undefined): Promise<void> => {
  if (!shop) return;
  for (const run of shop.runs()) {
    const journal = shop.journal(run);
    const runners = journal.flatMap(({ process: { pid } = {} }) => pid ?? []);
    // runs of other tests, which go on at the same time, have the same names
    const marks = new Set(journal.flatMap(({ tag }) => (typeof tag === 'string' ? tag : [])));
    for (const value of marks) await endProcesses({ mark: { name: TAG, value } }, { graceMs: 0 });
    for (const pid of runners) killIfRunner(pid);
  }
  shop.remove();
};

/** Whether a process goes on. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

const killIfRunner = (pid: number): void => {
  try {
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(CLI)) process.kill(pid, 'SIGKILL');
  } catch {
    // it has ended
  }
};

const endOf = (child: Going['child']): Promise<Ended> =>
  new Promise((done, failed) => {
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.on('error', failed);
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code, out, err });
    });
  });

const startOf = (record: string, run: string): number => {
  const [first = '{}'] = readFileSync(join(record, run, 'journal.jsonl'), 'utf8').split('\n');
  return first === '' ? Number.POSITIVE_INFINITY : ((JSON.parse(first) as { t?: number }).t ?? 0);
};

/** Whole lines only. */
const linesOf = <T>(path: string): readonly T[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as T)
    : [];

const planText = (ids: readonly string[]): string =>
  planDocument(
    'A shop',
    ids.map((id) => [
      id,
      {
        title: `Part ${id}`,
        priority: '1',
        lines: [`- **Goal**: Reach ${id}`, `- **Deliverables**: \`${id}.txt\``],
      },
    ]),
    { above: '## 🎯 Goal\n\nShow how it works.' },
  );

const parallelText = (needs: Needs): string =>
  parallelDocument(
    'SHOP',
    Object.entries(needs).map(([id, dependencies]) => [
      id,
      { title: `Part ${id}`, dependencies, status: 'not_started' },
    ]),
  );
