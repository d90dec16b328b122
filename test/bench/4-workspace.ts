import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../src/engine/createEngine';
import { createDiskFiles, uriOfPath } from '../../src/node/diskFiles';
import { failingLogger as logger } from '../support/failingLogger';
import { type GeneratedPlan, generatePlan, parallelText } from './plans';
import type { Job } from './support';

const PLANS = 200;
/** With the SUBPLAN and EXECUTION_TASK of 81 achievements, 60 approvals, PLAN and parallel.json: 250 files. */
const NOTES = 26;
const APPROVED = 60;

const digits = (id: string): string => id.replaceAll('.', '');

/** Writes one plan with all its documents; returns where the approval of each achievement is or would be. */
const writePlan = (folder: string, plan: GeneratedPlan): string[] => {
  const { name, achievements } = plan;
  const feedbacks = join(folder, 'execution', 'feedbacks');
  for (const each of [join(folder, 'subplans'), feedbacks, join(folder, 'docs')])
    mkdirSync(each, { recursive: true });
  writeFileSync(join(folder, `PLAN_${name}.md`), plan.text);
  writeFileSync(join(folder, 'parallel.json'), parallelText(plan));
  for (let note = 0; note < NOTES; note++) writeFileSync(join(folder, 'docs', `note-${note}.md`), '# Note\n');
  return achievements.map(({ id, title }, at) => {
    const header = `**Achievement**: ${id}\n**Status**: In Progress\n`;
    const suffix = `${name}_${digits(id)}`;
    writeFileSync(join(folder, 'subplans', `SUBPLAN_${suffix}.md`), `# SUBPLAN: ${title}\n\n${header}`);
    writeFileSync(
      join(folder, 'execution', `EXECUTION_TASK_${suffix}_01.md`),
      `# EXECUTION_TASK: ${title}\n\n${header}\n## Iteration Log\n`,
    );
    const approved = join(feedbacks, `APPROVED_${digits(id)}.md`);
    if (at < APPROVED) writeFileSync(approved, `# APPROVED\n\n${header}`);
    return approved;
  });
};

const walk = (folder: string): number => {
  let files = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    files += entry.isDirectory() ? walk(join(folder, entry.name)) : 1;
  }
  return files;
};

export const job: Job = {
  row: '4',
  name: 'status of a workspace of 50,000 files',
  // the first looks after a change run cold code; people look all day
  rounds: 31,
  prepare: async () => {
    const root = mkdtempSync(join(tmpdir(), 'parallel-plans-bench-'));
    const approvals: string[] = [];
    for (let number = 0; number < PLANS; number++) {
      const shape = { seed: number, priorities: 9, perPriority: 9, body: 'definition' } as const;
      const plan = generatePlan({ name: `BENCH-${number}`, ...shape });
      approvals.push(...writePlan(join(root, 'plans', plan.name), plan));
    }
    const engine = createEngine({
      // the host watches; watching is not what is measured
      files: { ...createDiskFiles(logger), watch: () => ({ dispose: () => undefined }) },
      logger,
      roots: [uriOfPath(root)],
      schemaFindings: false,
    });
    const stats = () =>
      approvals.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false }) ? 1 : 0), 0);
    /** One review comes or goes before each look, so that there is something to find out. */
    const review = join(root, 'plans', 'BENCH-7', 'execution', 'feedbacks', 'FIX_11.md');
    let isThere = false;
    const refreshAfterChange = () => {
      isThere = !isThere;
      if (isThere) writeFileSync(review, '');
      else rmSync(review);
      return engine.refresh();
    };
    return {
      contenders: [
        { name: 'refresh after a change', run: refreshAfterChange },
        { name: 'refresh without a change', run: () => engine.refresh() },
        { name: 'bare directory walk', run: () => walk(root) },
        { name: 'one stat per achievement', run: stats },
      ],
      comparisons: [
        {
          ours: 'refresh after a change',
          other: 'bare directory walk',
          target: { kind: 'at-most-times', factor: 1.2 },
        },
        { ours: 'refresh without a change', other: 'bare directory walk', target: undefined },
        { ours: 'refresh after a change', other: 'one stat per achievement', target: undefined },
      ],
      check: async () => {
        const { plans } = await engine.refresh();
        assert.equal(walk(root), 50_000);
        assert.equal(stats(), PLANS * APPROVED);
        assert.equal(plans.length, PLANS);
        for (const { achievements, progress } of plans) {
          assert.deepEqual(progress, { complete: APPROVED, total: 81 });
          assert.ok(achievements.every(({ executions, subplan }) => executions.length === 1 && subplan));
        }
      },
      tearDown: () => {
        engine.dispose();
        rmSync(root, { recursive: true, force: true });
      },
    };
  },
};
