import assert from 'node:assert/strict';
import { generatePlan, parallelText } from './plans';
import type { Job } from './support';
import { openTyping, type TypingFigures } from './typing';

const PLAN = '/w/PLAN_TYPING.md';
const PARALLEL = '/w/parallel.json';
const KEYS = 'what a person types in a title';
/** Milliseconds between two keys of somebody who types quickly. */
const GAP = 60;

const digits = (id: string): string => id.replaceAll('.', '');

/** A PLAN of 90 kB with 64 achievements, its parallel.json and the two documents of each of them. */
const workspace = () => {
  const made = generatePlan({ name: 'TYPING', seed: 11, priorities: 8, perPriority: 8, body: 'prose' });
  const files: Record<string, string> = { [PLAN]: made.text, [PARALLEL]: parallelText(made) };
  for (const { id, title } of made.achievements) {
    const head = `${title}\n\n**Mother Plan**: PLAN_TYPING.md\n**Achievement**: ${id}\n`;
    files[`/w/subplans/SUBPLAN_TYPING_${digits(id)}.md`] = `# SUBPLAN: ${head}\n## Objective\n\n${title}\n`;
    files[`/w/execution/EXECUTION_TASK_TYPING_${digits(id)}_01.md`] =
      `# EXECUTION_TASK: ${head}\n- [x] One\n`;
  }
  return { files, made };
};

export const job: Job = {
  row: '11',
  name: 'typing in a PLAN of 90 kB with 64 achievements and 128 documents',
  rounds: 5,
  prepare: async () => {
    const { files, made } = workspace();
    const middle = made.achievements[32];
    if (!middle) throw new Error('The plan has no middle');
    const { type, stop } = await openTyping(files, PLAN, PARALLEL);
    const figure = (name: 'diagnostics' | 'lenses' | 'longestStretch', gap: number) => async () =>
      (await type(middle.title, KEYS, gap))[name];
    const other = 'lenses, without a pause';
    const quick = { kind: 'at-most', amount: 100 } as const;
    return {
      contenders: [
        { name: 'diagnostics after a key', measure: figure('diagnostics', GAP) },
        { name: 'lenses after a key', measure: figure('lenses', GAP) },
        { name: 'longest stretch without a turn', measure: figure('longestStretch', GAP) },
        { name: 'diagnostics, without a pause', measure: figure('diagnostics', 0) },
        { name: other, measure: figure('lenses', 0) },
        { name: 'longest stretch, without a pause', measure: figure('longestStretch', 0) },
      ],
      comparisons: [
        { ours: 'diagnostics after a key', other, target: quick },
        { ours: 'lenses after a key', other, target: quick },
        { ours: 'longest stretch without a turn', other, target: { kind: 'at-most', amount: 20 } },
        { ours: 'diagnostics, without a pause', other, target: quick },
        { ours: other, other: 'diagnostics after a key', target: quick },
        { ours: 'longest stretch, without a pause', other, target: undefined },
      ],
      check: async () => {
        assert.ok(made.text.length > 90_000, `${made.text.length}`);
        for (const gap of [GAP, 0]) {
          const { message, lensTitles }: TypingFigures = await type(middle.title, KEYS, gap);
          assert.match(message, new RegExp(KEYS), 'the title that was typed');
          assert.ok(lensTitles > 64);
        }
      },
      tearDown: stop,
    };
  },
};
