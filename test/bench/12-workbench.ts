import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Locator } from '@playwright/test';
import { tidy } from '../ui/workbench/tidy';
import { Workbench } from '../ui/workbench/workbench';
import { generatePlan, parallelText } from './plans';
import type { Job } from './support';

const given = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error('there is no editor to measure in');
  return value;
};

/** A copy of the examples with two large plans beside them. */
const workspace = (): string => {
  const folder = path.join(mkdtempSync(path.join(given('BENCH_EDITOR_FOLDER'), 'bench-')), 'examples');
  cpSync('examples', folder, { recursive: true });
  for (const [name, priorities, perPriority] of [
    ['LARGE', 50, 20],
    ['HUGE', 100, 50],
  ] as const) {
    const plan = generatePlan({ name, seed: 12, priorities, perPriority, body: 'task' });
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, `PLAN_${name}.md`), plan.text);
    writeFileSync(path.join(folder, name, 'parallel.json'), parallelText(plan));
  }
  return folder;
};

/** Milliseconds from an action to something on the screen. */
const timeTo = async (seen: Locator, act: () => void | Promise<void>): Promise<number> => {
  const started = performance.now();
  await act();
  await seen.first().waitFor({ timeout: 120_000 });
  return performance.now() - started;
};

/** The packaged extension in the embedded editor, as a person sees it; the browser's and the editor's time included. */
export const job: Job = {
  row: '12',
  name: 'in the editor (wall time)',
  rounds: 5,
  prepare: async () => {
    const browser = await chromium.connect(given('BENCH_EDITOR_BROWSER'));
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const folder = workspace();
    const workbench = new Workbench(page, {
      port: Number(given('BENCH_EDITOR_PORT')),
      workspace: folder,
      opened: folder,
      screenshots: undefined,
      strangers: new Set(),
    });
    await workbench.open();
    await workbench.showActivity('Plans');
    const approval = workbench.file('plans/SEARCH-INDEX/execution/feedbacks/APPROVED_21.md');
    const approved = workbench.treeRow(/SEARCH-INDEX.*3\/\d+ complete/);
    const asBefore = workbench.treeRow(/SEARCH-INDEX.*2\/\d+ complete/);
    const note = workbench.file('note.txt');
    const items = workbench.webview.getByRole('treeitem');

    const tree = async (): Promise<number> => {
      await workbench.showActivity('Plans');
      await asBefore.waitFor();
      const time = await timeTo(approved, () => writeFileSync(approval, '# APPROVED: Achievement 2.1\n'));
      rmSync(approval);
      await asBefore.waitFor();
      return time;
    };
    const explorer = async (): Promise<number> => {
      await workbench.showActivity('Explorer');
      const row = workbench.treeRow('note.txt');
      const time = await timeTo(row, () => writeFileSync(note, ''));
      rmSync(note);
      await row.waitFor({ state: 'hidden' });
      return time;
    };
    const lens = async (name: string): Promise<number> => {
      const time = await timeTo(workbench.codeLens('Show graph'), () =>
        workbench.openFile(`PLAN_${name}.md`),
      );
      await tidy(workbench);
      return time;
    };
    const graph = async (name: string): Promise<number> => {
      await workbench.openFile(`PLAN_${name}.md`);
      await workbench.codeLens('Show graph').first().waitFor();
      const time = await timeTo(items, () => workbench.runCommand('Plans: Show Graph'));
      await tidy(workbench);
      return time;
    };
    const other = 'a new file, in the Explorer';
    const second = { kind: 'at-most', amount: 1_000 } as const;
    return {
      contenders: [
        { name: 'a change on disk, in the tree', measure: tree },
        { name: 'from a file to its lenses, 1,000', measure: () => lens('LARGE') },
        { name: 'from a file to its lenses, 5,000', measure: () => lens('HUGE') },
        { name: 'from a command to the graph, 1,000', measure: () => graph('LARGE') },
        { name: 'from a command to the graph, 5,000', measure: () => graph('HUGE') },
        { name: other, measure: explorer },
      ],
      comparisons: [
        { ours: 'a change on disk, in the tree', other, target: second },
        { ours: 'from a file to its lenses, 1,000', other, target: undefined },
        { ours: 'from a file to its lenses, 5,000', other, target: undefined },
        { ours: 'from a command to the graph, 1,000', other, target: undefined },
        { ours: 'from a command to the graph, 5,000', other, target: undefined },
      ],
      check: async () => {
        await workbench.openFile('PLAN_LARGE.md');
        await workbench.codeLens('Show graph').first().waitFor();
        await workbench.runCommand('Plans: Show Graph');
        await items.first().waitFor();
        assert.equal(await items.count(), 1000);
        await tidy(workbench);
      },
      tearDown: () => browser.close(),
    };
  },
};
