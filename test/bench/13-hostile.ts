import assert from 'node:assert/strict';
import { HOSTILE } from '../support/hostileText';
import {
  HOSTILE_JOBS,
  type HostileJob,
  type HostileWorkspace,
  openHostile,
} from '../support/hostileWorkspace';
import type { Job } from './support';

const SHORT = 1_000;
const LONG = 10_000;
/** Once is not enough: the compiler and the garbage collector come in between. */
const TRIES = 3;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The least CPU time of a job over a text of that size. */
const msOf = async (job: HostileJob, hostile: string, workspace: HostileWorkspace): Promise<number> => {
  let least = Number.POSITIVE_INFINITY;
  for (let each = 0; each < TRIES; each++) {
    const start = cpuMs();
    await job.run(hostile, workspace);
    least = Math.min(least, cpuMs() - start);
  }
  return least;
};

interface Figures {
  /** The slowest call over the text that is hardest on it. */
  readonly slowest: number;
  /** All jobs over all texts, in ms. */
  readonly all: number;
}

const measureAt = async (size: number): Promise<Figures> => {
  let slowest = 0;
  let all = 0;
  for (const text of HOSTILE) {
    const hostile = text.ofSize(size);
    const workspace = await openHostile(hostile);
    for (const each of HOSTILE_JOBS) {
      const ms = await msOf(each, hostile, workspace);
      slowest = Math.max(slowest, ms / (each.calls?.(workspace) ?? 1));
      all += ms;
    }
    workspace.engine.dispose();
  }
  return { slowest, all };
};

/** Both sizes are measured once; what is asked for first pays. */
let measured: Promise<readonly [short: Figures, long: Figures]> | undefined;
const figures = () => {
  measured ??= measureAt(SHORT).then(async (short) => [short, await measureAt(LONG)] as const);
  return measured;
};

export const job: Job = {
  row: '13',
  name: `${HOSTILE.length} hostile texts in every place of a workspace, ${HOSTILE_JOBS.length} jobs over each`,
  rounds: 1,
  prepare: () => ({
    contenders: [
      { name: 'slowest call, 10,000 characters', measure: async () => (await figures())[1].slowest },
      { name: 'slowest call, 1,000 characters', measure: async () => (await figures())[0].slowest },
      { name: 'all jobs, 10,000 characters', measure: async () => (await figures())[1].all },
      { name: 'all jobs, 1,000 characters', measure: async () => (await figures())[0].all },
    ],
    comparisons: [
      {
        ours: 'slowest call, 10,000 characters',
        other: 'slowest call, 1,000 characters',
        target: { kind: 'at-most', amount: 50 },
      },
      {
        ours: 'all jobs, 10,000 characters',
        other: 'all jobs, 1,000 characters',
        target: { kind: 'at-most-times', factor: 12 },
      },
    ],
    check: async () => {
      const { engine, plan } = await openHostile(' ');
      assert.deepEqual([...plan.byId.keys()], ['1.1', '1.2', '1.3']);
      engine.dispose();
    },
  }),
};
