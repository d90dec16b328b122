import assert from 'node:assert/strict';
import { namesOf } from '../../src/engine/create/naming';
import type { Status } from '../../src/engine/model/achievement';
import type { AnalysedPlan } from '../../src/engine/model/analysis';
import { workKindOf } from '../../src/engine/model/fileName';
import { parallelDocument, planDocument, type WrittenAchievement } from './documents.mjs';
import { headed } from './engineOver';
import { uriOf } from './memoryFiles';
import { snapshotOf } from './snapshotOf';

/** What documents say about an achievement; the rest is as in a plan where nothing has happened. */
export interface AchievementSketch {
  readonly id: string;
  readonly title?: string;
  readonly priority?: string | undefined;
  /** Ids it depends on: left out, no document says. */
  readonly needs?: readonly string[] | undefined;
  /** Written as the one document that proves it. */
  readonly status?: Status | undefined;
  /** Base names of further documents: SUBPLANs, EXECUTION_TASKs, feedback. */
  readonly documents?: readonly string[];
  /** Its estimate. */
  readonly hours?: readonly [min: number, max: number] | undefined;
  readonly took?: number;
  readonly executor?: string | undefined;
}

export interface PlanSketch {
  /** `X` where left out. */
  readonly name?: string;
  /** The folder of the PLAN; `/w/<name>` where left out. */
  readonly folder?: string;
  readonly achievements: readonly AchievementSketch[];
  /** Which document says what achievements need; parallel.json where left out. */
  readonly statedIn?: 'parallel.json' | 'PLAN';
  /** Markdown between the title and the achievements. */
  readonly text?: string;
}

/** The plan that the engine makes of a sketch, written as the documents of a person's plan. */
export const analysedPlan = (sketch: PlanSketch): AnalysedPlan => {
  const files = documentsOf(sketch);
  const [plan, ...others] = snapshotOf(files).plans;
  assert.ok(plan && others.length === 0, `one plan of ${Object.keys(files).join(', ')}`);
  sketches.set(plan, sketch);
  return plan;
};

/**
 * The plan of a parallel.json without a PLAN. There ids, titles and the name may be any text (a
 * dependency may not); nothing proves a status.
 */
export const loneParallel = ({ name = 'X', achievements }: PlanSketch): AnalysedPlan => {
  const path = '/w/X/parallel.json';
  const text = parallelDocument(
    name,
    achievements.map(({ id, title, needs = [] }) => [id, { title, dependencies: needs }]),
  );
  return snapshotOf({ [path]: text }).planOf(uriOf(path)) ?? assert.fail('no plan');
};

/** The batch of these PRPs, each of them a file below `/w/PRPs`; complete ones lie in `executed`. */
export const prpBatch = (achievements: readonly AchievementSketch[]): AnalysedPlan => {
  const files = achievements.map(({ id, title = `Title ${id}`, needs = [], hours, status }) => {
    const fields = [
      `prp_id: ${id}`,
      `title: ${title}`,
      `dependencies: [${needs.join(', ')}]`,
      ...(hours ? [`estimated_hours: ${hours[0]}`] : []),
    ];
    const folder = status === 'complete' ? '/w/PRPs/executed' : '/w/PRPs';
    return [`${folder}/${id}-work.md`, `---\n${fields.join('\n')}\n---\n\n# ${title}\n`] as const;
  });
  return snapshotOf(Object.fromEntries(files)).plans[0] ?? assert.fail('no batch');
};

/** What plans were made of. */
const sketches = new WeakMap<AnalysedPlan, PlanSketch>();

/** The plan written with something else, and read anew. */
export const rewritten = (
  plan: AnalysedPlan,
  change: (sketch: PlanSketch) => Partial<PlanSketch>,
): AnalysedPlan => {
  const sketch = sketches.get(plan) ?? assert.fail('not from analysedPlan');
  return analysedPlan({ ...sketch, ...change(sketch) });
};

/** The plan written with something else about its achievements, and read anew. */
export const changed = (
  plan: AnalysedPlan,
  change: (achievement: AchievementSketch, at: number) => Partial<AchievementSketch>,
): AnalysedPlan =>
  rewritten(plan, ({ achievements }) => ({
    achievements: achievements.map((each, at) => ({ ...each, ...change(each, at) })),
  }));

/** The documents of a sketched plan, by their paths. */
export const documentsOf = (sketch: PlanSketch): Readonly<Record<string, string>> => {
  const { name = 'X', folder = `/w/${name}`, achievements, statedIn = 'parallel.json', text } = sketch;
  const isInPlan = statedIn === 'PLAN';
  const files: Record<string, string> = {
    [`${folder}/PLAN_${name}.md`]: planDocument(
      name,
      achievements.map((each) => [each.id, partOf(each, isInPlan)]),
      { above: text },
    ),
  };
  if (!isInPlan && achievements.some(({ needs }) => needs)) {
    files[`${folder}/parallel.json`] = parallelDocument(
      name,
      achievements.map(({ id, needs }) => [id, needs ? { dependencies: needs } : {}]),
    );
  }
  const prove = proofsFor({ name, achievements });
  for (const each of achievements) {
    for (const document of each.documents ?? []) files[placeOf(folder, document)] = headed(each.id);
    const proof = prove(each);
    if (proof) files[placeOf(folder, proof.name)] = proof.text;
  }
  return files;
};

const partOf = (
  { title, priority, needs, hours, took, executor }: AchievementSketch,
  isStated: boolean,
): WrittenAchievement => ({
  ...(title === undefined ? {} : { title }),
  priority,
  lines: [
    ...(hours ? [`- **Effort**: ${estimateOf(hours)}`] : []),
    ...(took === undefined ? [] : [`- **Actual**: ${took} hours`]),
    ...(executor === undefined ? [] : [`- **Executor**: ${executor}`]),
    ...(isStated && needs ? [`- **Dependencies**: ${needs.join(', ') || 'None'}`] : []),
  ],
});

/** In hours, or in minutes where hours have no short figure: `20 minutes`. */
const estimateOf = (hours: readonly [number, number]): string => {
  const isShort = hours.every((each) => Number.isInteger(each * 100));
  const figures = new Set(isShort ? hours : hours.map((each) => Math.round(each * 60)));
  return `${[...figures].join('-')} ${isShort ? 'hours' : 'minutes'}`;
};

interface Proof {
  readonly name: string;
  readonly text: string;
}

/** The document that proves the status of an achievement, named as the product would. */
const proofsFor = (plan: { readonly name: string; readonly achievements: readonly AchievementSketch[] }) => {
  const names = namesOf(plan);
  return ({ id, status = 'not_started' }: AchievementSketch): Proof | undefined => {
    switch (status) {
      case 'not_started':
        return undefined;
      case 'subplan_created':
        return { name: names.subplan(id), text: headed(id) };
      case 'execution_created':
        return { name: names.execution(id, 1), text: headed(id) };
      case 'in_progress':
        return { name: names.execution(id, 1), text: `${headed(id)}\n- [x] The first step\n` };
      case 'complete':
        return { name: names.feedback('approved', id), text: '' };
      case 'failed':
        return { name: names.feedback('fix', id), text: '' };
      case 'skipped':
        return { name: names.feedback('skipped', id), text: '' };
    }
  };
};

const FOLDERS = { subplan: 'subplans', execution: 'execution' } as const;

const placeOf = (folder: string, document: string): string => {
  const kind = workKindOf(document);
  return `${folder}/${kind ? FOLDERS[kind] : 'execution/feedbacks'}/${document}`;
};
