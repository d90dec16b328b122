import { fail, ok, type Result } from '../../shared/result';
import { NothingToDo, UserError } from '../../shared/userError';
import type { CreationKind } from '../create/batch';
import { missingDocuments } from '../create/count';
import { select } from '../create/selection';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { isOver } from '../model/status';
import { claimWords } from '../state/words';
import { claimToSettle, nextSteps } from '../workflow/next';
import { planStateOf } from '../workflow/planState';
import { stepOf } from '../workflow/step';
import type { PromptKind, PromptRequest } from './prompt';
import { applies, mostUrgentFor, suggestedKind } from './suggest';

/** What a prompt is about. */
export interface Scope {
  readonly kind: PromptKind;
  readonly achievements: readonly AnalysedAchievement[];
}

type Found = Result<Scope, UserError>;

/** Decides what a request is about; fails for what the plan does not have, and where there is nothing to ask. */
export const scopeOf = (plan: AnalysedPlan, request: PromptRequest): Found => {
  if (plan.achievements.length === 0 && request.kind !== 'plan' && request.kind !== 'add-achievement')
    return fail(new NothingToDo(`${plan.name} defines no achievements, so there is nothing to ask.`));
  const chosen = chosenIn(plan, request);
  if (!chosen.ok) return chosen;
  return request.kind === 'next'
    ? nextScope(plan, chosen.value)
    : scopeOfKind(plan, request.kind, chosen.value, request.parallelism);
};

/** Undefined where the request chooses none. */
const chosenIn = (
  plan: AnalysedPlan,
  { selection }: PromptRequest,
): Result<readonly AnalysedAchievement[] | undefined, UserError> => {
  if (!selection || selection.by === 'next') return ok(undefined);
  const selected = select(plan, selection, () => true);
  return selected.ok ? ok(selected.value.achievements) : selected;
};

const nextScope = (plan: AnalysedPlan, chosen: Scope['achievements'] | undefined): Found => {
  const [first] = (chosen ?? nextSteps(plan).map(({ achievement }) => achievement)).filter(
    (each) => suggestedKind(plan, each) !== undefined,
  );
  const kind = first && suggestedKind(plan, first);
  if (first && kind !== undefined) return ok({ kind, achievements: [first] });
  if (chosen) return fail(new NothingToDo(chosen.map((each) => overText(plan, each)).join(' ')));
  const claim = claimToSettle(plan);
  if (claim) return fail(new NothingToDo(`${claimWords(claim)}: approve what is done first.`));
  return fail(
    new NothingToDo(
      planStateOf(plan).isComplete
        ? `Everything in ${plan.name} is done.`
        : `Nothing in ${plan.name} can be done now: everything waits for something else.`,
    ),
  );
};

const overText = (plan: AnalysedPlan, achievement: AnalysedAchievement): string =>
  `Nothing is left to do for ${achievement.id}: ${stepOf(plan, achievement).why}.`;

const BATCHES: Partial<Readonly<Record<PromptKind, CreationKind>>> = {
  subplans: 'subplan',
  executions: 'execution',
};

const scopeOfKind = (
  plan: AnalysedPlan,
  kind: PromptKind,
  chosen: Scope['achievements'] | undefined,
  parallelism: PromptRequest['parallelism'],
): Found => {
  if (plan.kind === 'prp-batch' && !['continue', 'verify', 'resume'].includes(kind))
    return fail(
      new UserError(
        `A PRP batch has no documents besides its PRP files: there is no ${kind} prompt for ${plan.name}.`,
      ),
    );
  if (kind === 'discovery') return ok({ kind, achievements: chosen ?? toDiscover(plan, parallelism) });
  if (kind === 'pause' || kind === 'resume') return ok({ kind, achievements: chosen ?? underWay(plan) });
  if (WHOLE_PLAN.has(kind))
    return chosen
      ? fail(new UserError(`A ${kind} prompt is about the whole plan: choose no achievements.`))
      : ok({ kind, achievements: [] });
  if (chosen) return checked(plan, kind, chosen);
  const batch = BATCHES[kind];
  const achievements = batch
    ? nextBatch(plan, batch)
    : OF_ALL.has(kind)
      ? plan.achievements.filter((each) => applies(kind, plan, each))
      : [mostUrgentFor(kind, plan)].filter((each) => each !== undefined);
  if (achievements.length > 0) return checked(plan, kind, achievements);
  return fail(new NothingToDo(`There is nothing in ${plan.name} now that a ${kind} prompt could be about.`));
};

/** What is over has no parts left to do at the same time, but others depend on it. */
const toDiscover = (plan: AnalysedPlan, parallelism: PromptRequest['parallelism']): Scope['achievements'] => {
  const open = plan.achievements.filter(({ status }) => !isOver(status));
  return parallelism === 1 && open.length > 0 ? open : plan.achievements;
};

/** Achievements somebody has EXECUTION_TASKs open for. */
const underWay = (plan: AnalysedPlan): Scope['achievements'] =>
  plan.achievements.filter((each) => stepOf(plan, each).state === 'active_execution');

const nextBatch = (plan: AnalysedPlan, kind: CreationKind): Scope['achievements'] => {
  const missing = new Set(missingDocuments(plan, kind));
  const selected = select(plan, { by: 'next' }, ({ id }) => missing.has(id));
  return selected.ok ? selected.value.achievements.filter(({ id }) => missing.has(id)) : [];
};

/** About the plan, and no achievement of it. */
const WHOLE_PLAN: ReadonlySet<PromptKind> = new Set([
  'plan',
  'add-achievement',
  'mid-plan-review',
  'complete',
]);

/** About every achievement they apply to. */
const OF_ALL: ReadonlySet<PromptKind> = new Set(['fill', 'reviews']);

const WHY_NOT: Partial<Readonly<Record<PromptKind, string>>> = {
  subplan: 'has a SUBPLAN with nothing left to fill in',
  subplans: 'has a SUBPLAN with nothing left to fill in',
  execution: 'has no SUBPLAN, or has an EXECUTION_TASK already: ask for next-execution then',
  executions: 'has no SUBPLAN, or has an EXECUTION_TASK already: ask for next-execution then',
  'next-execution': 'has no EXECUTION_TASK yet: ask for execution',
  continue: 'has no EXECUTION_TASK that is not finished',
  synthesize: 'has no EXECUTION_TASK, or no SUBPLAN',
  fill: 'has no SUBPLAN with places to fill in',
  review: 'has no EXECUTION_TASK to review',
  reviews: 'has no work that waits for a review',
  fix: 'has no FIX file that says what to fix',
  verify: 'has no documents to verify',
};

const checked = (plan: AnalysedPlan, kind: PromptKind, achievements: Scope['achievements']): Found => {
  const fitting = achievements.filter((each) => applies(kind, plan, each));
  const others = achievements.filter((each) => !applies(kind, plan, each));
  if (fitting.length > 0 && (kind in BATCHES || others.length === 0))
    return ok({ kind, achievements: fitting });
  return fail(
    new NothingToDo(
      others.map(({ id }) => `${id} ${WHY_NOT[kind] ?? 'is not what this prompt is for'}.`).join(' '),
    ),
  );
};
