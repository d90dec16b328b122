import assert from 'node:assert/strict';
import { generatePlan, parallelText } from './plans';
import { CPU_REPORT, cpuOfNode, requireBuilt, runNode, temporaryFolder } from './processes';
import type { Job } from './support';

const CLI = 'dist/cli.js';
/** Five achievements far from everything else, each waiting for the next, the last for the first. */
const CYCLE = ['100.1', '100.2', '100.3', '100.4', '100.5', '100.1'];

const cyclicText = (body: 'task' | 'definition'): { plan: string; parallel: string } => {
  const made = generatePlan({ name: 'BENCH', seed: 8, priorities: 100, perPriority: 50, body });
  const inCycle = new Set(CYCLE);
  // nothing but the ring may close a cycle
  const achievements = made.achievements.map((one) =>
    inCycle.has(one.id) ? { ...one, dependencies: [] } : one,
  );
  const ring = new Map(CYCLE.slice(0, -1).map((id, at) => [id, CYCLE.slice(at + 1, at + 2)]));
  return { plan: made.text, parallel: parallelText({ ...made, achievements }, ring) };
};

interface FoundJson {
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

/** A folder with the plan, and what `check` must say about it. */
const cyclicWorkspace = (body: 'task' | 'definition') => {
  const workspace = temporaryFolder();
  const { plan, parallel } = cyclicText(body);
  workspace.write('PLAN_BENCH.md', plan);
  workspace.write('parallel.json', parallel);
  return workspace;
};

const assertFindsTheCycle = async (path: string): Promise<void> => {
  const { code, stdout, stderr } = await runNode([CLI, 'check', '--format', 'json', path]);
  assert.equal(code, 1, stderr);
  const { findings } = JSON.parse(stdout) as FoundJson;
  const errors = findings.filter(({ severity }) => severity === 'error');
  assert.equal(errors.length, 1, JSON.stringify(errors.slice(0, 5)));
  assert.deepEqual(errors[0]?.message.match(/\d+\.\d+/g), CYCLE);
};

export const job: Job = {
  row: '8',
  name: '`check` of 5,000 achievements from a cold process',
  rounds: 9,
  prepare: () => {
    requireBuilt(CLI);
    const folder = temporaryFolder();
    const preload = folder.write('cpu.cjs', CPU_REPORT);
    const tasks = cyclicWorkspace('task');
    const definitions = cyclicWorkspace('definition');
    const check = (path: string) => () => cpuOfNode(preload, [CLI, 'check', path]);
    const other = 'node -e 0';
    return {
      contenders: [
        { name: 'check, goal and effort each', measure: check(tasks.path) },
        { name: 'check, 600 bytes of fields each', measure: check(definitions.path) },
        { name: other, measure: () => cpuOfNode(preload, ['-e', '0']) },
      ],
      comparisons: [
        { ours: 'check, goal and effort each', other, target: { kind: 'at-most', amount: 250 } },
        { ours: 'check, 600 bytes of fields each', other, target: undefined },
      ],
      check: async () => {
        await assertFindsTheCycle(tasks.path);
        await assertFindsTheCycle(definitions.path);
      },
      tearDown: () => {
        for (const each of [folder, tasks, definitions]) each.remove();
      },
    };
  },
};
