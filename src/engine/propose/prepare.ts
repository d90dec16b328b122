import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { readParallel } from '../document/parallelFile';
import { readPlan } from '../document/plan';
import type { DocumentText } from '../mention/mentions';
import type { AchievementId } from '../model/achievement';
import type { AnalysedPlan } from '../model/analysis';
import { PARALLEL_NAMES } from '../model/fileName';
import { childUri, nameOf, parentUri } from '../model/uri';
import type { Edge } from '../rule/edge';
import { applyEdits } from '../rule/edit/applyEdits';
import type { TextEdit } from '../rule/finding';
import { readAnswer } from './answer';
import { entriesOf, newParallelText, updateEdits } from './parallelText';
import type { Candidate, Proposal } from './proposal';
import { proposeDependencies } from './propose';

export interface ParallelRequest {
  /** {@link AnalysedPlan.uri} */
  readonly plan: string;
  /** Let achievements of which nothing says what they need wait for the priority before. */
  readonly byPriority: boolean;
}

/** What preparing needs of the files: text as it is now, unsaved where it is open. */
export interface ParallelFiles {
  read(uri: string): Promise<string | undefined>;
  exists(uri: string): Promise<boolean>;
}

/** A parallel.json to be, or to be brought up to date. */
export interface ParallelDraft {
  readonly plan: AnalysedPlan;
  /** The PLAN's text that was read. */
  readonly planText: string;
  readonly proposal: Proposal;
  /** Where parallel.json is, or will be. */
  readonly uri: string;
  /** Its present text; undefined where there is none yet. */
  readonly before: string | undefined;
  /** Its text with these dependencies. */
  textWith(edges: readonly Edge[]): string;
  /** What lets a present text of the file say them too, be it a newer one. */
  editsFor(text: string, edges: readonly Edge[]): readonly TextEdit[];
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
      new UserError(`${plan.name} needs no parallel.json: PRP files state their dependencies themselves.`),
    );
  }
  const planText = await files.read(plan.uri);
  if (planText === undefined) return fail(new UserError('That plan is gone: refresh and try again.'));
  const target = await targetOf(plan, files);
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
  const editsFor = (text: string, edges: readonly Edge[]): readonly TextEdit[] =>
    updateEdits(text, entries(edges));
  return ok({
    plan,
    planText,
    proposal,
    uri,
    before,
    editsFor,
    textWith: (edges) =>
      before === undefined
        ? newParallelText(plan.name, entries(edges), planText)
        : applyEdits(before, editsFor(before, edges)),
    withAnswer: (answer, model) => {
      const definitions = firstDefinitions(planText);
      const read = readAnswer(answer, model, { uri: plan.uri, definitions });
      if (!read.ok) return read;
      return ok({ proposal: propose(read.value.said), unknown: read.value.unknown });
    },
  });
};

const firstDefinitions = (planText: string) => {
  const seen = new Set<AchievementId>();
  return readPlan(planText).achievements.filter(({ id }) => !seen.has(id) && seen.add(id));
};

type Target = Pick<ParallelDraft, 'uri' | 'before'>;

/** The parallel.json of the plan, else the first name that no other plan of the folder has taken. */
const targetOf = async (plan: AnalysedPlan, files: ParallelFiles): Promise<Result<Target, UserError>> => {
  if (plan.parallel) {
    const { uri } = plan.parallel;
    const before = await files.read(uri);
    if (before === undefined) return fail(new UserError(`${nameOf(uri)} is gone: refresh and try again.`));
    const { problems, dialect } = readParallel(before);
    if (problems.some(({ kind }) => kind === 'malformed')) {
      return fail(new UserError(`${nameOf(uri)} has a syntax error: mend it first.`));
    }
    return dialect === 'unknown'
      ? fail(new UserError(`${nameOf(uri)} has no list of achievements: give it one, or remove the file.`))
      : ok({ uri, before });
  }
  for (const name of PARALLEL_NAMES) {
    const uri = childUri(parentUri(plan.uri), name);
    if (!(await files.exists(uri))) return ok({ uri, before: undefined });
    // only what is another plan's is passed over: anything else may be this plan's, not yet read or not readable
    const owner = readParallel((await files.read(uri)) ?? '').planName?.value;
    if (owner === undefined || owner === plan.name) {
      return fail(new UserError(`${name} is there and cannot be read: mend or remove it, or try again.`));
    }
  }
  return fail(
    new UserError(`The folder of ${plan.name} has a parallel.json of other plans under every name.`),
  );
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
