import assert from 'node:assert/strict';
import type { SubExecution } from '../../src/engine/facts/parallelFacts';
import { analysePlan } from '../../src/engine/graph/analyse';
import type { Achievement, Status } from '../../src/engine/model/achievement';
import type { AnalysedPlan } from '../../src/engine/model/analysis';
import type { Plan } from '../../src/engine/model/plan';
import { uriOf } from './memoryFiles';

/** What a test says about an achievement; the rest is as in a plan where nothing has happened. */
export interface AchievementSketch {
  readonly id: string;
  readonly title?: string;
  readonly priority?: string;
  readonly needs?: readonly string[];
  readonly status?: Status;
  /** Its estimate. */
  readonly hours?: readonly [min: number, max: number];
  readonly took?: number;
  /** Base names of its documents. */
  readonly subplan?: string;
  readonly executions?: readonly string[];
  readonly approved?: string;
  readonly skipped?: string;
  readonly parts?: readonly SubExecution[];
}

export interface PlanSketch extends Partial<Omit<AnalysedPlan, 'achievements'>> {
  readonly achievements: readonly AchievementSketch[];
}

const NOWHERE = { start: 0, end: 0 };

/**
 * A plan `PLAN_X.md` in `/w/X`, analysed as the engine does. Dependencies are stated in parallel.json where the sketch
 * says `needs` of any achievement.
 */
export const analysedPlan = ({ achievements: sketches, ...rest }: PlanSketch): AnalysedPlan => {
  const folder = uriOf('/w/X');
  const plan: Plan = {
    kind: 'plan',
    name: 'X',
    uri: `${folder}/PLAN_X.md`,
    folders: {
      root: folder,
      subplans: `${folder}/subplans`,
      executions: `${folder}/execution`,
      feedbacks: `${folder}/execution/feedbacks`,
    },
    achievements: sketches.map((sketch, at) => achievementOf(sketch, at, folder)),
    dependencySource: sketches.some(({ needs }) => needs) ? 'parallel.json' : 'none',
    parallel: undefined,
    facts: undefined,
    unnumbered: [],
    strays: [],
    work: new Map(),
  };
  return analysed({ ...plan, ...rest, achievements: plan.achievements }, rest);
};

/** The plan with something else about its achievements, analysed anew. */
export const changed = (
  plan: AnalysedPlan,
  change: (achievement: Achievement, at: number) => Partial<Achievement>,
): AnalysedPlan => {
  const [source, rest] = sources.get(plan.achievements) ?? assert.fail('not from analysedPlan');
  const achievements = source.achievements.map((each, at) => ({ ...each, ...change(each, at) }));
  return analysed({ ...source, achievements }, rest);
};

type Rest = Omit<PlanSketch, 'achievements'>;

/** What plans were made of, by their achievements: those of an analysis cannot be copied. */
const sources = new WeakMap<AnalysedPlan['achievements'], readonly [Plan, Rest]>();

const analysed = (plan: Plan, rest: Rest): AnalysedPlan => {
  const made = { ...analysePlan(plan), ...rest };
  sources.set(made.achievements, [plan, rest]);
  return made;
};

const achievementOf = (sketch: AchievementSketch, at: number, folder: string): Achievement => ({
  id: sketch.id,
  title: sketch.title ?? `Title ${sketch.id}`,
  uri: `${folder}/PLAN_X.md`,
  definition: NOWHERE,
  idSpan: NOWHERE,
  body: NOWHERE,
  line: at + 1,
  priority: sketch.priority,
  fields: [],
  unreadDependencies: [],
  dependencyNotes: [],
  dependencies: (sketch.needs ?? []).map((id) => ({
    id,
    said: [{ by: 'dependencies', uri: `${folder}/parallel.json`, span: NOWHERE }],
  })),
  effort: sketch.hours && { min: sketch.hours[0], max: sketch.hours[1] },
  actual:
    sketch.took === undefined
      ? undefined
      : { min: sketch.took, max: sketch.took, saidIn: [`${folder}/PLAN_X.md`] },
  status: sketch.status ?? 'not_started',
  evidence: [],
  subplan: sketch.subplan && `${folder}/subplans/${sketch.subplan}`,
  attempts: [],
  executions: (sketch.executions ?? []).map((name) => `${folder}/execution/${name}`),
  approved: sketch.approved && `${folder}/execution/feedbacks/${sketch.approved}`,
  fix: undefined,
  skipped: sketch.skipped && `${folder}/execution/${sketch.skipped}`,
  claimedStatus: undefined,
  subExecutions: sketch.parts ?? [],
});
