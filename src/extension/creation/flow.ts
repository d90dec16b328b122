import type {
  BatchHead,
  CreationBatch,
  CreationKind,
  CreationSelection,
  NewFile,
} from '../../engine/create/batch';
import type { FailedFile } from '../../engine/create/runBatch';
import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import { printable } from '../../engine/words/printable';
import { counted } from '../../shared/counted';
import { listed } from '../../shared/listed';
import { UserError } from '../../shared/userError';
import type { ApplyBatch } from './apply';
import { candidatesOf, choicesOf } from './choices';
import {
  type DocumentOfPlan,
  documentWord,
  failureLines,
  nothingToCreate,
  proposalOf,
  subject,
} from './summary';
import type { CreationUi } from './ui';

export interface CreationDeps {
  /** URI of the folder with templates for a plan, if it is in the workspace. */
  readonly templatesFor: (plan: string) => string | undefined;
  readonly engine: () => Promise<Engine>;
  readonly apply: ApplyBatch;
  readonly logger: Logger;
  /** Takes a batch back; without a name the last one. */
  readonly undo: (batch?: string) => Promise<void>;
  /** A batch came to something: it can be taken back from now on. */
  readonly made: (batch: MadeBatch) => void;
}

/** What a person created, to be taken back. */
export interface MadeBatch {
  /** Names it in the journal. */
  readonly name: string;
  /** `2 SUBPLANs` */
  readonly what: string;
  readonly planName: string;
  /** URIs of the files. */
  readonly files: readonly string[];
}

export interface CreationTask {
  readonly plan: string;
  readonly kind: CreationKind;
  /** Undefined: ask. */
  readonly selection?: CreationSelection | undefined;
  /** The next execution of what is selected, also where there are some. */
  readonly another?: boolean | undefined;
  /** {@link Proposal.isFromView} */
  readonly isFromView?: boolean;
}

/** What the flow came to: files made, or undefined when the person turned away or nothing was to do. */
export type Created = readonly NewFile[] | undefined;

/** Asks what to create, shows what that means, and creates it when the person says so. */
export const createDocuments = async (
  deps: CreationDeps,
  ui: CreationUi,
  task: CreationTask,
): Promise<Created> => {
  const engine = await deps.engine();
  const selection = task.selection ?? (await askSelection(deps, engine, ui, task));
  if (selection === 'nothing') return undefined;
  if (!selection) return turnedAway(ui, task.kind);
  const batch = await prepare(deps, engine, task, selection);
  if (batch.missingSubplans.length > 0) {
    return (await createMissingSubplans(deps, ui, batch, task.isFromView ?? false))
      ? createDocuments(deps, ui, { ...task, selection })
      : undefined;
  }
  if (batch.files.length === 0) {
    ui.inform(nothingToCreate(batch));
    return undefined;
  }
  const answer = await ui.confirm(proposalOf(batch, task.isFromView));
  if (answer !== true) turnedAway(ui, task.kind);
  if (typeof answer === 'object') await ui.fill(answer.uri);
  if (answer !== true) return undefined;
  return createBatch(deps, ui, batch);
};

const turnedAway = (ui: CreationUi, kind: CreationKind): undefined => {
  ui.cancelled(`Cancelled: no ${documentWord(kind)} was created.`);
  return undefined;
};

const prepare = async (
  { templatesFor }: CreationDeps,
  engine: Engine,
  { plan, kind, another }: CreationTask,
  selection: CreationSelection,
): Promise<CreationBatch> => {
  const result = await engine.prepareCreation({
    plan,
    kind,
    selection,
    another,
    templates: templatesFor(plan),
  });
  if (!result.ok) throw result.error;
  return result.value;
};

/** `nothing`: there is nothing to select, which was said; undefined: the person turned away. */
const askSelection = async (
  deps: CreationDeps,
  engine: Engine,
  ui: CreationUi,
  task: CreationTask,
): Promise<CreationSelection | 'nothing' | undefined> => {
  const plan = engine.snapshot.planOf(task.plan);
  if (!plan) throw new UserError('This plan no longer exists.');
  const choices = choicesOf(plan, task.kind);
  if (choices.length === 0) {
    ui.inform(nothingToCreate(await prepare(deps, engine, task, { by: 'all' })));
    return 'nothing';
  }
  const title = subject(task.kind, plan.name);
  const choice = await ui.choose(title, choices);
  if (choice !== 'choose') return choice;
  const ids = await ui.tick(title, candidatesOf(plan, task.kind));
  return ids && ids.length > 0 ? { by: 'achievements', ids } : undefined;
};

/** True when every missing SUBPLAN is there now, so that the EXECUTION batch can go on. */
const createMissingSubplans = async (
  deps: CreationDeps,
  ui: CreationUi,
  { plan, planName, missingSubplans }: CreationBatch,
  isFromView: boolean,
): Promise<boolean> => {
  const message = `EXECUTIONs need their SUBPLANs first: ${counted(missingSubplans.length, 'SUBPLAN')} missing in ${printable(planName)}.`;
  if (!(await ui.offerSubplans(message, `Missing: ${listed(missingSubplans)}`))) {
    turnedAway(ui, 'execution');
    return false;
  }
  const selection: CreationSelection = { by: 'achievements', ids: missingSubplans };
  const created = await createDocuments(deps, ui, { plan, kind: 'subplan', selection, isFromView });
  return created?.length === missingSubplans.length;
};

/** A batch that was agreed to. */
interface Agreed extends BatchHead {
  readonly kind: DocumentOfPlan;
  readonly files: readonly NewFile[];
}

/** Creates the files of a batch and says so; asks again for those that fail. */
export const createBatch = async (deps: CreationDeps, ui: CreationUi, batch: Agreed): Promise<Created> => {
  const name = crypto.randomUUID();
  const created: NewFile[] = [];
  let files = batch.files;
  let failed: readonly FailedFile[];
  do {
    const outcome = await deps.apply({ batch, files, name }, ui);
    created.push(...outcome.created);
    failed = outcome.failed;
    files = failed.map(({ file }) => file);
    for (const { file, reason } of failed) deps.logger.warn(`${file.uri} was not created: ${reason}`);
    if (outcome.journalProblem !== undefined) {
      deps.logger.warn(
        `This batch cannot be undone, because its journal could not be written: ${outcome.journalProblem}`,
      );
    }
    if (outcome.created.length > 0) await (await deps.engine()).refresh();
  } while (failed.length > 0 && (await askRetry(ui, batch, failed)));
  if (created.length > 0) announce(deps, ui, { ...batch, name }, created);
  return created;
};

const askRetry = (ui: CreationUi, { kind }: Agreed, failed: readonly FailedFile[]): Promise<boolean> =>
  ui.retry(`${counted(failed.length, documentWord(kind))} could not be created.`, failureLines(failed));

const announce = (
  deps: CreationDeps,
  ui: CreationUi,
  { files, kind, planName, name }: Agreed & { readonly name: string },
  created: readonly NewFile[],
): void => {
  const count = counted(created.length, documentWord(kind));
  const message = `Created ${count}${created.length < files.length ? ` of ${files.length}` : ''} for ${printable(planName)}.`;
  deps.logger.info(message);
  deps.made({ name, what: count, planName: printable(planName), files: created.map(({ uri }) => uri) });
  ui.created(message, (what) => {
    const first = created[0];
    const done = what === 'undo' || !first ? deps.undo(name) : ui.open(first.uri);
    done.catch((error: unknown) => deps.logger.error(`The new documents: ${what} failed`, error));
  });
};
