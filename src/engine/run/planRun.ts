import { firstOf } from '../../shared/listed';
import type { Dependency } from '../model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { isOver } from '../model/status';
import { waitLabel } from '../model/wait';
import { durationsOf } from '../schedule/durations';
import { stateWords } from '../words/status';
import { filesOf } from './declaredFiles';
import type { RunItem } from './item';
import { refusalsOf } from './refusals';

/** What is known before a run of a plan. */
export interface RunRequest {
  readonly chosen: ReadonlySet<AchievementId>;
  /** What is done is done again. */
  readonly redo: boolean;
  /** Items that the integration branch holds already, with the commit that completed them. */
  readonly landed: ReadonlyMap<AchievementId, string>;
  readonly jobs: number;
}

/** An item that needs no work, with what proves it: URIs of documents, or `commit:<hash>`. */
export interface DoneItem {
  readonly id: AchievementId;
  readonly evidence: readonly string[];
}

export interface PlannedRun {
  /** Everything chosen, what is done included, in plan order. */
  readonly items: readonly RunItem[];
  readonly done: readonly DoneItem[];
  /** What a person should know, one sentence each. */
  readonly notes: readonly string[];
  /** Why it cannot be run, one sentence each; empty when it can. */
  readonly refusals: readonly string[];
}

/**
 * What a run of a plan would be about. A dependency counts as met where the plan's files prove it or the integration
 * branch holds it; what is skipped or out is neither done nor run. Linear in achievements and dependencies.
 */
export const planRun = (plan: AnalysedPlan, request: RunRequest): PlannedRun => {
  const { chosen, redo, landed } = request;
  const evidenceOf = (each: AnalysedAchievement): readonly string[] | undefined => {
    const commit = landed.get(each.id);
    if (commit !== undefined) return [`commit:${commit}`];
    return each.status === 'complete' ? each.evidence.map(({ uri }) => uri) : undefined;
  };
  const asked = plan.achievements.filter(({ id }) => chosen.has(id));
  const out = asked.filter((each) => each.status === 'skipped' && !landed.has(each.id));
  const members = asked.filter((each) => !out.includes(each));
  const inRun = new Set(members.map(({ id }) => id));
  const isMet = (dependency: Dependency): boolean => {
    const other = plan.byId.get(dependency.id);
    return other ? evidenceOf(other) !== undefined : dependency.elsewhere?.status === 'complete';
  };
  const done = redo
    ? []
    : members.flatMap((each): readonly DoneItem[] => {
        const evidence = evidenceOf(each);
        return evidence ? [{ id: each.id, evidence }] : [];
      });
  const isDone = new Set(done.map(({ id }) => id));
  const inTurn = inPlanOrder(plan, members, isDone, request);
  const seconds = durationsOf(members).likely;
  const items = members.map((each, at): RunItem => {
    const hard = isDone.has(each.id) ? [] : each.dependencies.filter(({ soft }) => soft !== true);
    return {
      id: each.id,
      title: each.title,
      level: each.level ?? 0,
      after: [...hard.map(({ id }) => id).filter((id) => inRun.has(id)), ...(inTurn.get(each.id) ?? [])],
      soft: each.dependencies.filter(({ id, soft }) => soft === true && inRun.has(id)).map(({ id }) => id),
      missing: [
        ...hard.filter((each) => !inRun.has(each.id) && !isMet(each)).map(({ id }) => id),
        ...(isDone.has(each.id) ? [] : plan.waitsFor.filter(({ own }) => own === each.id).map(waitLabel)),
      ],
      files: filesOf(plan, each),
      seconds: seconds[at] as number,
    };
  });
  const open = members.filter(({ id }) => !isDone.has(id));
  return {
    items,
    done,
    notes: [
      ...out.map((each) => `${each.id} is left out: it is ${stateWords(each)}.`),
      ...cycleNotes(plan),
      ...notesOf(items, plan),
    ],
    refusals: refusalsOf(plan, { open, items, jobs: request.jobs }),
  };
};

/** Where nobody stated what depends on what, one after the other is the only order that is surely right. */
const inPlanOrder = (
  plan: AnalysedPlan,
  members: readonly AnalysedAchievement[],
  isDone: ReadonlySet<AchievementId>,
  { jobs }: RunRequest,
): ReadonlyMap<AchievementId, readonly AchievementId[]> => {
  if (plan.isOrderKnown() || jobs > 1) return new Map();
  const open = members.filter(({ id }) => !isDone.has(id));
  return new Map(
    open.flatMap(({ id, dependencies }, at): readonly (readonly [string, readonly string[]])[] => {
      const before = open[at - 1]?.id;
      const isSaid = before === undefined || dependencies.some((each) => each.id === before);
      return isSaid ? [] : [[id, [before]]];
    }),
  );
};

/** A cycle of which a part is done holds nobody up, but what it says cannot be true. */
const cycleNotes = ({ cycles, byId, name }: AnalysedPlan): readonly string[] =>
  cycles
    .filter((cycle) => cycle.some((id) => isOver(byId.get(id)?.status ?? 'not_started')))
    .map(
      (cycle) =>
        `${name} has a cycle through finished work: ${firstOf(cycle).first.join(' → ')}. The run does not wait for it.`,
    );

const notesOf = (items: readonly RunItem[], plan: AnalysedPlan): readonly string[] =>
  items.flatMap(({ id, missing, soft }) => [
    ...(missing.length > 0
      ? [`${id} is blocked: ${missing.join(', ')} is neither done nor part of this run.`]
      : []),
    ...(soft.length > 0
      ? [`${plan.name} says that ${id} should come after ${soft.join(', ')}. The run does not wait for that.`]
      : []),
  ]);
