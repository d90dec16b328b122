import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import { nameOf, parentUri } from '../../engine/model/uri';
import { claimsIndependence } from '../../engine/propose/independence';
import type { ParallelDraft } from '../../engine/propose/prepare';
import { isTaken, type Proposal, type ProposedEdge, tooManyWords } from '../../engine/propose/proposal';
import { printable } from '../../engine/words/printable';
import { counted } from '../../shared/counted';
import { listed } from '../../shared/listed';
import { orThrow } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';
import type { ChatModel } from './models';
import type { ProposalUi, ReviewAnswer } from './ui';

export interface ProposalDeps {
  readonly engine: () => Promise<Engine>;
  readonly models: () => Promise<readonly ChatModel[]>;
  /** Writes the file; false where there was nothing to write. */
  readonly write: WriteParallel;
  readonly logger: Logger;
}

export type WriteParallel = (
  draft: ParallelDraft,
  edges: readonly ProposedEdge[],
  ui: ProposalUi,
) => Promise<boolean>;

/** One state of the review. */
interface Look {
  readonly draft: ParallelDraft;
  readonly proposal: Proposal;
  readonly byPriority: boolean;
  /** The last answer of a model, with its name. */
  readonly answered: { readonly answer: string; readonly model: string } | undefined;
  /** What the person has ticked so far; undefined at first. */
  readonly ticked: readonly ProposedEdge[] | undefined;
  /** What was there to be ticked. */
  readonly seen: readonly ProposedEdge[];
}

/**
 * Proposes the dependencies of a plan, lets the person go through them, and writes parallel.json: a new one, or what is
 * missing in the present one. The URI of the file, or undefined when nothing was written.
 */
export const generateParallel = async (
  deps: ProposalDeps,
  ui: ProposalUi,
  plan: string,
): Promise<string | undefined> => {
  const models = await deps.models();
  let look = await firstLook(deps, plan);
  for (;;) {
    const answer = await review(ui, look, models);
    if (!answer) return undefined;
    if (answer.next === 'write' && claimsIndependence(look.draft, answer.ticked)) {
      ui.inform(NOTHING_KNOWN);
      return undefined;
    }
    if (answer.next === 'write') {
      if (await confirmAndWrite(deps, ui, look.draft, answer.ticked)) return look.draft.uri;
      return undefined;
    }
    look =
      answer.next === 'add-priorities'
        ? await withPriorities(deps, ui, look, answer)
        : await withModel(deps, ui, { ...look, ticked: answer.ticked }, models);
  }
};

const NOTHING_KNOWN =
  'Nothing was written, because a parallel.json without dependencies would make every achievement count as ready. State the dependencies you know in Dependencies fields of the PLAN, or let each priority wait for the previous one.';

const prepare = async (deps: ProposalDeps, plan: string, byPriority: boolean): Promise<ParallelDraft> => {
  const prepared = await (await deps.engine()).prepareParallel({ plan, byPriority });
  if (!prepared.ok) throw prepared.error;
  return prepared.value;
};

const firstLook = async (deps: ProposalDeps, plan: string): Promise<Look> => {
  const draft = await prepare(deps, plan, false);
  const { proposal } = draft;
  return { draft, proposal, byPriority: false, answered: undefined, ticked: undefined, seen: [] };
};

const review = (
  ui: ProposalUi,
  { draft, proposal, byPriority, ticked, seen }: Look,
  models: readonly ChatModel[],
): Promise<ReviewAnswer | undefined> => {
  const chosen = new Set(ticked?.map(keyOf));
  const known = new Set(seen.map(keyOf));
  const isTicked = (edge: ProposedEdge): boolean =>
    known.has(keyOf(edge)) ? chosen.has(keyOf(edge)) : isTaken(edge, 'likely');
  const name = printable(draft.plan.name);
  return ui.review({
    title:
      draft.before === undefined
        ? `Dependencies of ${name}`
        : `Dependencies to add to ${nameOf(draft.uri)} of ${name}`,
    edges: proposal.edges,
    conflicts: proposal.conflicts,
    taken: new Set(proposal.edges.filter(isTicked)),
    canAskPriorities: !byPriority,
    canAskModel: models.length > 0,
  });
};

const keyOf = ({ dependent, dependency }: ProposedEdge): string => `${dependent}>${dependency}`;

const withPriorities = async (
  deps: ProposalDeps,
  ui: ProposalUi,
  look: Look,
  { ticked }: ReviewAnswer,
): Promise<Look> => {
  const draft = await prepare(deps, look.draft.plan.uri, true);
  for (const each of draft.proposal.tooMany) ui.inform(`${printable(tooManyWords(each))}.`);
  const { answered } = look;
  const again = answered && draft.withAnswer(answered.answer, answered.model);
  const proposal = again?.ok ? again.value.proposal : draft.proposal;
  return { ...look, draft, proposal, byPriority: true, ticked, seen: look.proposal.edges };
};

const withModel = async (
  deps: ProposalDeps,
  ui: ProposalUi,
  look: Look,
  models: readonly ChatModel[],
): Promise<Look> => {
  const same = { ...look, seen: look.proposal.edges };
  const names = models.map(({ name }) => name);
  const name = names.length > 1 ? await ui.chooseModel(names) : names[0];
  const model = models.find((each) => each.name === name);
  if (!model) return same;
  try {
    const text = await promptFor(deps, look.draft, model);
    const answer = await ui.asking(model.name, (signal) => model.ask(text, signal));
    if (answer === undefined) return same;
    const answered = look.draft.withAnswer(answer, model.name);
    if (!answered.ok) throw answered.error;
    const { proposal, unknown } = answered.value;
    if (unknown > 0) {
      ui.inform(
        `${printable(model.name)} named achievements that ${printable(look.draft.plan.name)} does not have: ${counted(unknown, 'statement')} left out.`,
      );
    }
    return { ...same, proposal, answered: { answer, model: model.name } };
  } catch (error) {
    deps.logger.warn(`${model.name} could not be asked: ${messageOf(error)}`);
    ui.failed(printable(messageOf(error)));
    return same;
  }
};

/** Of what a model takes in, so much is left for its own framing. */
const SHARE = 0.8;
const MOST_TOKENS = 32_000;

const promptFor = async (
  deps: ProposalDeps,
  { plan }: ParallelDraft,
  { maxTokens }: ChatModel,
): Promise<string> => {
  const prompt = await (await deps.engine()).preparePrompt({
    plan: plan.uri,
    kind: 'discovery',
    parallelism: 3,
    selection: { by: 'all' },
    maxTokens: Math.min(MOST_TOKENS, Math.floor(maxTokens * SHARE)),
    base: parentUri(plan.uri),
  });
  if (!prompt.ok) throw prompt.error;
  return prompt.value.text;
};

const confirmAndWrite = async (
  deps: ProposalDeps,
  ui: ProposalUi,
  draft: ParallelDraft,
  edges: readonly ProposedEdge[],
): Promise<boolean> => {
  const { before, uri, plan, proposal } = draft;
  const file = nameOf(uri);
  if (before !== undefined && orThrow(draft.editsFor(before, edges)).length === 0) {
    ui.inform(`${file} already says all of this.`);
    return false;
  }
  const name = printable(plan.name);
  const question = before === undefined ? `Create ${file} for ${name}?` : `Change ${file} of ${name}?`;
  const answer = await ui.confirm(
    question,
    detailsOf(proposal.achievements.length, edges),
    before === undefined ? 'Create' : 'Change',
  );
  if (answer === 'no') return false;
  if (answer === 'preview' && !(await ui.preview(question, uri, before, orThrow(draft.textWith(edges)))))
    return false;
  const isWritten = await deps.write(draft, edges, ui);
  if (!isWritten) return false;
  await (await deps.engine()).refresh();
  await ui.open(uri);
  return true;
};

const detailsOf = (achievements: number, edges: readonly ProposedEdge[]): string => {
  const named = edges.map(({ dependent, dependency }) => `${dependent} on ${dependency}`);
  const dependencies = counted(edges.length, 'dependency', 'dependencies');
  return `${counted(achievements, 'achievement')}, ${dependencies}${named.length > 0 ? `: ${listed(named)}` : ''}.`;
};

/** Says what kept a file from being written. */
export const notWritten = (name: string, reason: string): UserError =>
  new UserError(`${printable(name)} was not written: ${printable(reason)}.`);
