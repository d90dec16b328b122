import type { SubExecution } from '../../src/engine/document/parallelFile';
import type { Readiness, Status } from '../../src/engine/model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../../src/engine/model/analysis';
import { planTime } from '../../src/engine/progress/planTime';
import { stateOfPlan } from '../../src/engine/state/stateOfPlan';
import { uriOf } from './memoryFiles';

/** What a test says about an achievement; the rest is as in a plan where nothing has happened. */
export interface AchievementSketch {
  readonly id: string;
  readonly title?: string;
  readonly priority?: string;
  readonly level?: number;
  readonly levelReason?: AnalysedAchievement['levelReason'];
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

/** A plan `PLAN_X.md` in `/w/X` as the engine would hand it out; levels and dependents follow from the sketch. */
export const analysedPlan = ({ achievements: sketches, ...rest }: PlanSketch): AnalysedPlan => {
  const folder = uriOf('/w/X');
  const achievements = sketches.map((sketch) => achievementOf(sketch, sketches, folder));
  const numbers = [...new Set(achievements.flatMap(({ level }) => level ?? []))].sort((a, b) => a - b);
  const complete = achievements.filter(({ status }) => status === 'complete');
  const byId = new Map(achievements.map((each) => [each.id, each]));
  const dependencySource = rest.dependencySource ?? (numbers.length > 0 ? 'parallel.json' : 'none');
  const plan = {
    kind: 'plan' as const,
    name: 'X',
    uri: `${folder}/PLAN_X.md`,
    folders: {
      root: folder,
      subplans: `${folder}/subplans`,
      executions: `${folder}/execution`,
      feedbacks: `${folder}/execution/feedbacks`,
    },
    achievements,
    byId,
    levels: numbers.map((level) => ({
      level,
      achievements: achievements.filter((each) => each.level === level).map(({ id }) => id),
      complete: complete.filter((each) => each.level === level).length,
    })),
    cycles: [],
    cycleBreaks: () => [],
    redundant: () => [],
    network: () => undefined,
    time: () => planTime({ byId }, dependencySource !== 'none'),
    priority: undefined,
    legacyClaim: () => undefined,
    coverage: () => ({ stated: byId.size, of: byId.size }),
    isOrderKnown: () => dependencySource !== 'none',
    dependencySource,
    parallel: undefined,
    facts: undefined,
    unnumbered: [],
    strays: [],
    work: new Map(),
    progress: { complete: complete.length, total: achievements.length },
    ...rest,
  };
  return { ...stateOfPlan(plan), ...plan };
};

const achievementOf = (
  sketch: AchievementSketch,
  all: readonly AchievementSketch[],
  folder: string,
): AnalysedAchievement => {
  const statusOf = (id: string) => all.find((each) => each.id === id)?.status;
  const needs = sketch.needs ?? [];
  const status = sketch.status ?? 'not_started';
  const blockedBy = needs.filter((id) => statusOf(id) !== 'complete');
  return {
    id: sketch.id,
    title: sketch.title ?? `Title ${sketch.id}`,
    uri: `${folder}/PLAN_X.md`,
    definition: NOWHERE,
    idSpan: NOWHERE,
    body: NOWHERE,
    line: all.indexOf(sketch) + 1,
    priority: sketch.priority,
    fields: [],
    unreadDependencies: [],
    dependencyNotes: [],
    dependencies: needs.map((id) => ({
      id,
      said: [{ by: 'dependencies', uri: `${folder}/parallel.json`, span: NOWHERE }],
    })),
    effort: sketch.hours && { min: sketch.hours[0], max: sketch.hours[1] },
    actual:
      sketch.took === undefined
        ? undefined
        : { min: sketch.took, max: sketch.took, saidIn: [`${folder}/PLAN_X.md`] },
    status,
    evidence: [],
    subplan: sketch.subplan && `${folder}/subplans/${sketch.subplan}`,
    attempts: [],
    executions: (sketch.executions ?? []).map((name) => `${folder}/execution/${name}`),
    approved: sketch.approved && `${folder}/execution/feedbacks/${sketch.approved}`,
    fix: undefined,
    skipped: sketch.skipped && `${folder}/execution/${sketch.skipped}`,
    claimedStatus: undefined,
    subExecutions: sketch.parts ?? [],
    level: sketch.level,
    levelReason: sketch.levelReason ?? (sketch.level === undefined ? 'no-dependencies' : undefined),
    readiness: readinessOf(sketch, status, blockedBy),
    isCovered: sketch.level !== undefined || sketch.levelReason !== undefined,
    ready: !['complete', 'failed', 'skipped'].includes(status) && blockedBy.length === 0,
    blockedBy,
    dependents: all.filter((each) => each.needs?.includes(sketch.id)).map(({ id }) => id),
  };
};

const readinessOf = (
  { level, levelReason }: AchievementSketch,
  status: Status,
  blockedBy: readonly string[],
): Readiness => {
  if (['complete', 'failed', 'skipped'].includes(status)) return 'over';
  if (levelReason === 'in-cycle' || levelReason === 'behind-cycle') return levelReason;
  if (level === undefined) return 'unknown';
  return blockedBy.length > 0 ? 'blocked' : 'ready';
};
