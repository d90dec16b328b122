import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GeneratedAchievement, type GeneratedPlan, generatePlan, parallelText } from './plans';

export const PLANS = 1_000;
/** With PLAN, parallel.json, a SUBPLAN and an EXECUTION_TASK each, and 5 approvals: 30 files. */
const NOTES = 3;
export const APPROVED = 5;
export const ACHIEVEMENTS = 10;

const digits = (id: string): string => id.replaceAll('.', '');

const STEPS = Array.from({ length: 30 }, (_, at) => `- [ ] Step ${at + 1}: read the folder, then the list\n`);

/** About 2 kB, with the marks people put before headings. */
const subplanText = ({ id, title }: GeneratedAchievement, plan: string): string =>
  `# SUBPLAN: ${title}\n\n**Mother Plan**: PLAN_${plan}.md\n**Achievement**: ${id}\n**Status**: In Progress\n\n` +
  `## 🎯 Objective\n\n${title}\n\n## 📝 Approach\n\n${STEPS.join('')}\n## ✅ Expected Results\n\n- ${title}\n`;

const executionText = ({ id, title }: GeneratedAchievement, plan: string): string =>
  `# EXECUTION_TASK: ${title}\n\n**Mother Plan**: PLAN_${plan}.md\n**Achievement**: ${id}\n\n` +
  `## 🔄 Iteration Log\n\n_None yet_\n\n## 📚 Learning Summary\n\n${STEPS.join('')}`;

const writePlan = (folder: string, plan: GeneratedPlan): void => {
  const { name, achievements } = plan;
  const place = (...path: string[]): string => join(folder, ...path);
  for (const each of ['subplans', join('execution', 'feedbacks'), 'docs'])
    mkdirSync(place(each), { recursive: true });
  writeFileSync(place(`PLAN_${name}.md`), plan.text);
  const approved = new Set(achievements.slice(0, APPROVED).map(({ id }) => id));
  const statusOf = (id: string): string => (approved.has(id) ? 'complete' : 'execution_created');
  writeFileSync(place('parallel.json'), parallelText(plan, new Map(), statusOf));
  for (let note = 0; note < NOTES; note++) writeFileSync(place('docs', `note-${note}.md`), '# Note\n');
  for (const each of achievements) {
    const suffix = `${name}_${digits(each.id)}`;
    writeFileSync(place('subplans', `SUBPLAN_${suffix}.md`), subplanText(each, name));
    writeFileSync(place('execution', `EXECUTION_TASK_${suffix}_01.md`), executionText(each, name));
    if (!approved.has(each.id)) continue;
    const review = `# APPROVED\n\n**Achievement**: ${each.id}\n**Status**: APPROVED\n`;
    writeFileSync(place('execution', 'feedbacks', `APPROVED_${digits(each.id)}.md`), review);
  }
};

/** Writes 1,000 plans of 10 achievements below `root`: 30,000 files. */
export const writeManyPlans = (root: string): void => {
  for (let number = 0; number < PLANS; number++) {
    const shape = { seed: number, priorities: 2, perPriority: ACHIEVEMENTS / 2, body: 'prose' } as const;
    const plan = generatePlan({ name: `MANY-${number}`, ...shape });
    writePlan(join(root, 'plans', plan.name), plan);
  }
};
