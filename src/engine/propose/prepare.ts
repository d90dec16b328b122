import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { readParallel } from '../document/parallel/parallelFile';
import { applyEdits } from '../edit/applyEdits';
import { guarded } from '../edit/guard/guard';
import type { RefusedEdit } from '../edit/guard/refused';
import type { TextEdit } from '../edit/textEdit';
import type { DocumentText } from '../mention/mentions';
import type { AnalysedPlan } from '../model/analysis';
import type { Edge } from '../model/edge';
import type { AchievementId } from '../model/ids';
import { readAnswer } from './answer';
import {
  firstDefinitions,
  type ParallelFiles,
  type ParallelTarget,
  parallelTargetOf,
} from './parallelTarget';
import { entriesOf, newParallelText, updateAsked, updateEdits } from './parallelText';
import type { Candidate, Proposal } from './proposal';
import { proposeDependencies } from './propose';

export interface ParallelRequest {
  /** {@link AnalysedPlan.uri} */
  readonly plan: string;
  /** Let achievements of which nothing says what they need wait for the priority before. */
  readonly byPriority: boolean;
}

/** A parallel.json to be, or to be brought up to date. */
export interface ParallelDraft extends ParallelTarget {
  readonly plan: AnalysedPlan;
  /** The PLAN's text that was read. */
  readonly planText: string;
  readonly proposal: Proposal;
  /** Its text with these dependencies. */
  textWith(edges: readonly Edge[]): Result<string, RefusedEdit>;
  /** What lets a present text of the file say them too, be it a newer one. */
  editsFor(text: string, edges: readonly Edge[]): Result<readonly TextEdit[], RefusedEdit>;
  /** The proposal with what a language model answered, and how many of its dependencies nobody knows an end of. */
  withAnswer(answer: string, model: string): Result<AnsweredProposal, UserError>;
}

export interface AnsweredProposal {
  readonly proposal: Proposal;
  readonly unknown: number;
}

/** Works out what a parallel.json for a plan would say, without writing anything. */
export const prepareParallel = async (
  plan: AnalysedPlan,
  files: ParallelFiles,
  { byPriority }: ParallelRequest,
): Promise<Result<ParallelDraft, UserError>> => {
  if (plan.kind === 'prp-batch') {
    return fail(
      new UserError(`${plan.name} needs no parallel.json, because PRP files state their own dependencies.`),
    );
  }
  const planText = await files.read(plan.uri);
  if (planText === undefined) return fail(new UserError('That plan is gone: refresh and try again.'));
  const target = await parallelTargetOf(plan, files);
  if (!target.ok) return target;
  const { uri, before } = target.value;
  // what parallel.json says now may be newer than the plan
  const parallel = before === undefined ? undefined : { uri, facts: readParallel(before) };
  const subplans = await readSubplans(plan, files);
  const propose = (said: readonly Candidate[]): Proposal =>
    proposeDependencies({ ...plan, parallel }, planText, { byPriority, subplans, said });
  const proposal = propose([]);
  if (proposal.achievements.length === 0) {
    return fail(new UserError(`${plan.name} defines no achievements yet.`));
  }
  const entries = (edges: readonly Edge[]) => entriesOf(firstDefinitions(planText), edges);
  const editsFor: ParallelDraft['editsFor'] = (text, edges) =>
    guarded(text, updateAsked(entries(edges)), updateEdits(text, entries(edges)));
  return ok({
    plan,
    planText,
    proposal,
    uri,
    before,
    editsFor,
    textWith: (edges) => {
      if (before === undefined) return ok(newParallelText(plan.name, entries(edges), planText));
      const edits = editsFor(before, edges);
      return edits.ok ? ok(applyEdits(before, edits.value)) : edits;
    },
    withAnswer: (answer, model) => {
      const definitions = firstDefinitions(planText);
      const read = readAnswer(answer, model, { uri: plan.uri, definitions });
      if (!read.ok) return read;
      return ok({ proposal: propose(read.value.said), unknown: read.value.unknown });
    },
  });
};

const readSubplans = async (
  { achievements }: AnalysedPlan,
  files: ParallelFiles,
): Promise<ReadonlyMap<AchievementId, DocumentText>> => {
  const found = new Map<AchievementId, DocumentText>();
  for (const { id, subplan } of achievements) {
    const text = subplan === undefined ? undefined : await files.read(subplan);
    if (subplan !== undefined && text !== undefined) found.set(id, { uri: subplan, text });
  }
  return found;
};
