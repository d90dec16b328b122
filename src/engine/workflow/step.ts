import { hasSection } from '../document/work/workOutline';
import type { EvidenceFacts } from '../facts/workFacts';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { WorkDocument } from '../model/plan';
import { nameOf } from '../model/uri';
import { isToFill, toFillSentence } from '../words/toFill';

/** Where an achievement stands on its way, decided from files alone. */
export type WorkflowState =
  | 'no_subplan'
  | 'subplan_no_execution'
  | 'active_execution'
  | 'create_next_execution'
  | 'subplan_all_executed'
  | 'needs_fix'
  | 'subplan_complete'
  | 'skipped';

/** What takes an achievement on from its state. */
export type WorkflowAction =
  | 'create_subplan'
  /** Its SUBPLAN has places that are filled in before work starts. */
  | 'fill_subplan'
  | 'create_execution'
  /** A PRP says itself what to do: there are no further documents. */
  | 'execute'
  | 'continue_execution'
  | 'create_next_execution'
  | 'synthesize'
  | 'review'
  | 'address_fixes'
  | 'next_achievement';

/** The one answer to "where does it stand, and what comes next". */
export interface WorkflowStep {
  readonly state: WorkflowState;
  readonly action: WorkflowAction;
  /** URIs of the files that decide; empty where it is the lack of files that does. */
  readonly proof: readonly string[];
  /** Why, without a full stop: "EXECUTION_TASK_SHOP_11_01.md is not finished". */
  readonly why: string;
  /** EXECUTION_TASKs in force that are not finished, by URI. */
  readonly unfinished: readonly string[];
  readonly executions: { readonly finished: number; readonly total: number };
}

/** Whether an EXECUTION_TASK says that it is done: a claim. */
export const claimsDone = ({ facts }: WorkDocument): boolean => facts.claim?.last === 'complete';

/**
 * Whether an EXECUTION_TASK says that it is done and shows work, as far as anybody can tell. A header alone is set in a
 * moment, and proves nothing.
 */
export const isFinished = (document: WorkDocument): boolean =>
  claimsDone(document) && (document.facts.showsWork || document.facts.outline.isUncertain);

/** How far the EXECUTION_TASKs of an achievement are. */
interface Executions {
  readonly unfinished: readonly string[];
  /** Those of the unfinished that say they are done, without any work in them. */
  readonly claimed: readonly string[];
  readonly finished: readonly string[];
  /** Those there are, or more where the SUBPLAN's table or parallel.json names more. */
  readonly total: number;
}

/**
 * Where an achievement stands. Total: every achievement has exactly one answer. Feedback decides before everything
 * else, then EXECUTION_TASKs, then the SUBPLAN. An EXECUTION_TASK is finished when its last `**Status**` says so and it
 * shows work: that is still a claim, which is why a review follows and never the next achievement.
 */
export const stepOf = (plan: AnalysedPlan, achievement: AnalysedAchievement): WorkflowStep => {
  const executions = executionsOf(plan, achievement);
  const step = (
    state: WorkflowState,
    action: WorkflowAction,
    why: string,
    proof: readonly (string | undefined)[],
  ): WorkflowStep => ({
    state,
    action,
    why,
    proof: proof.filter((uri) => uri !== undefined),
    unfinished: executions.unfinished,
    executions: { finished: executions.finished.length, total: executions.total },
  });
  const { status, subplan, approved, fix, skipped, evidence } = achievement;
  const proven = evidence[0]?.uri;
  if (achievement.prp) {
    const { why, out } = achievement.prp;
    if (out !== undefined) return step('skipped', 'next_achievement', why, [achievement.uri]);
    return status === 'complete'
      ? step(
          'subplan_complete',
          'next_achievement',
          why,
          evidence.map(({ uri }) => uri),
        )
      : step('subplan_no_execution', 'execute', why, [achievement.uri]);
  }
  switch (status) {
    case 'complete':
      return step('subplan_complete', 'next_achievement', `${namesOf([approved ?? proven])} approves it`, [
        approved ?? proven,
      ]);
    case 'failed':
      return step('needs_fix', 'address_fixes', `${namesOf([fix])} says what to fix`, [fix]);
    case 'skipped':
      return step('skipped', 'next_achievement', `${namesOf([skipped])} skips it`, [skipped]);
    case 'in_progress':
    case 'execution_created':
      return withExecutions(step, executions, synthesisIsMissing(plan, achievement), subplan);
    case 'subplan_created': {
      const toFill = subplanToFill(plan, achievement);
      return toFill
        ? step('subplan_no_execution', 'fill_subplan', `${namesOf([subplan])} ${toFillSentence(toFill)}`, [
            subplan,
          ])
        : step('subplan_no_execution', 'create_execution', `${namesOf([subplan])} has no EXECUTION_TASK`, [
            subplan,
          ]);
    }
    case 'not_started':
      return step('no_subplan', 'create_subplan', 'it has no SUBPLAN', []);
  }
};

type MakeStep = (
  state: WorkflowState,
  action: WorkflowAction,
  why: string,
  proof: readonly (string | undefined)[],
) => WorkflowStep;

const withExecutions = (
  step: MakeStep,
  { unfinished, claimed, finished, total }: Executions,
  lacksSynthesis: boolean,
  subplan: string | undefined,
): WorkflowStep => {
  if (unfinished.length > 0) {
    const why = [
      ...notFinished(unfinished.filter((uri) => !claimed.includes(uri))),
      ...claimedOnly(claimed),
    ].join('; ');
    return step('active_execution', 'continue_execution', why, unfinished);
  }
  if (finished.length < total) {
    const why = `${finished.length} of ${total} EXECUTION_TASKs are finished, and no other has been created`;
    return step('create_next_execution', 'create_next_execution', why, [subplan, ...finished]);
  }
  return lacksSynthesis
    ? step(
        'subplan_all_executed',
        'synthesize',
        `all ${total} EXECUTION_TASKs are finished, but nothing brings them together`,
        finished,
      )
    : step(
        'subplan_all_executed',
        'review',
        `${namesOf(finished)} ${total === 1 ? 'is' : 'are'} finished, but not reviewed`,
        finished,
      );
};

const notFinished = (uris: readonly string[]): readonly string[] =>
  uris.length === 0 ? [] : [`${namesOf(uris)} ${uris.length === 1 ? 'is' : 'are'} not finished`];

const claimedOnly = (uris: readonly string[]): readonly string[] => {
  if (uris.length === 0) return [];
  const [says, it, shows] = uris.length === 1 ? ['says', 'it is', 'shows'] : ['say', 'they are', 'show'];
  return [`${namesOf(uris)} ${says} that ${it} complete, but ${shows} no work`];
};

const MOST_NAMED = 3;

const namesOf = (uris: readonly (string | undefined)[]): string => {
  const names = uris.flatMap((uri) => (uri === undefined ? [] : [nameOf(uri)]));
  const shown = names.slice(0, MOST_NAMED).join(', ');
  return names.length > MOST_NAMED ? `${shown} and ${names.length - MOST_NAMED} more` : shown;
};

/** The documents of an achievement that are at some URIs, with what they say. */
export const documentsAt = (
  { work }: AnalysedPlan,
  { id }: AnalysedAchievement,
  uris: readonly string[],
): readonly WorkDocument[] => (work.get(id) ?? []).filter(({ file }) => uris.includes(file.uri));

const executionsOf = (plan: AnalysedPlan, achievement: AnalysedAchievement): Executions => {
  const documents = documentsAt(plan, achievement, achievement.executions);
  const current = documents.filter(({ standing }) => standing === undefined);
  const inForce = current.filter(({ file }) => file.reads.suffix === undefined);
  const counted = inForce.length > 0 ? inForce : current;
  const uris = (some: readonly WorkDocument[]) => some.map(({ file }) => file.uri);
  return {
    unfinished: uris(counted.filter((each) => !isFinished(each))),
    claimed: uris(counted.filter((each) => claimsDone(each) && !isFinished(each))),
    finished: uris(counted.filter(isFinished)),
    total: Math.max(counted.length, plannedFor(plan, achievement)),
  };
};

/** The SUBPLAN in force, where something of it is to be filled in before work starts; undefined where nothing is. */
export const subplanToFill = (
  plan: AnalysedPlan,
  achievement: AnalysedAchievement,
): EvidenceFacts | undefined => {
  const { subplan } = achievement;
  const [document] = subplan === undefined ? [] : documentsAt(plan, achievement, [subplan]);
  return document && isToFill(document.facts) ? document.facts : undefined;
};

/** Executions that the SUBPLAN in force or parallel.json plans, whichever names more. */
const plannedFor = (plan: AnalysedPlan, achievement: AnalysedAchievement): number => {
  const { subplan, subExecutions } = achievement;
  const [document] = subplan === undefined ? [] : documentsAt(plan, achievement, [subplan]);
  return Math.max(document?.facts.progress.planned ?? 0, subExecutions.length);
};

/** Several executions, and a SUBPLAN that does not bring their results together. */
const synthesisIsMissing = (plan: AnalysedPlan, achievement: AnalysedAchievement): boolean => {
  const inForce = achievement.attempts.filter((each) => each.inForce);
  if (inForce.length < 2 || achievement.subplan === undefined) return false;
  const [subplan] = documentsAt(plan, achievement, [achievement.subplan]);
  return subplan !== undefined && !hasSection(subplan.facts.outline, 'written');
};
