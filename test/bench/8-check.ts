import assert from 'node:assert/strict';
import { generatePlan, parallelText } from './plans';
import { CPU_REPORT, cpuOfNode, requireBuilt, runNode, temporaryFolder } from './processes';
import type { Job } from './support';

const CLI = 'dist/cli.js';
/** Five achievements far from everything else, each waiting for the next, the last for the first. */
const CYCLE = ['100.1', '100.2', '100.3', '100.4', '100.5', '100.1'];

const cyclicText = (): { plan: string; parallel: string } => {
  const made = generatePlan({ name: 'BENCH', seed: 8, priorities: 100, perPriority: 50, prose: false });
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

export const job: Job = {
  row: '8',
  name: '`check` of 5,000 achievements from a cold process',
  rounds: 9,
  prepare: () => {
    requireBuilt(CLI);
    const folder = temporaryFolder();
    const preload = folder.write('cpu.cjs', CPU_REPORT);
    const workspace = temporaryFolder();
    const { plan, parallel } = cyclicText();
    workspace.write('PLAN_BENCH.md', plan);
    workspace.write('parallel.json', parallel);
    return {
      contenders: [
        { name: 'check', measure: () => cpuOfNode(preload, [CLI, 'check', workspace.path]) },
        { name: 'node -e 0', measure: () => cpuOfNode(preload, ['-e', '0']) },
      ],
      comparisons: [{ ours: 'check', other: 'node -e 0', target: { kind: 'at-most-ms', milliseconds: 250 } }],
      check: async () => {
        const { code, stdout, stderr } = await runNode([CLI, 'check', '--format', 'json', workspace.path]);
        assert.equal(code, 1, stderr);
        const { findings } = JSON.parse(stdout) as FoundJson;
        const errors = findings.filter(({ severity }) => severity === 'error');
        assert.equal(errors.length, 1, JSON.stringify(errors.slice(0, 5)));
        assert.deepEqual(errors[0]?.message.match(/\d+\.\d+/g), CYCLE);
      },
      tearDown: () => {
        folder.remove();
        workspace.remove();
      },
    };
  },
};
