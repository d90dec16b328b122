import type { CreationBatch, CreationKind, CreationSelection, NewFile } from '../../engine/create/batch';
import type { FailedFile } from '../../engine/create/runBatch';
import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import { counted, listed, plainText } from '../../language/words';
import { UserError } from '../../shared/userError';
import type { ApplyBatch } from './apply';
import { candidatesOf, choicesOf } from './choices';
import { details, documentWord, dryRunText, failureLines, nothingToCreate, question } from './summary';
import type { CreationUi } from './ui';

export interface CreationDeps {
  /** URI of the folder with templates for a plan, if it is in the workspace. */
  readonly templatesFor: (plan: string) => string | undefined;
  readonly engine: () => Promise<Engine>;
  readonly apply: ApplyBatch;
  readonly logger: Logger;
  readonly undo: () => Promise<void>;
}

export interface CreationTask {
  readonly plan: string;
  readonly kind: CreationKind;
  /** Undefined: ask. */
  readonly selection?: CreationSelection | undefined;
  /** The next execution of what is selected, also where there are some. */
  readonly another?: boolean | undefined;
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
  if (!selection) return undefined;
  const batch = await prepare(deps, engine, task, selection);
  if (batch.missingSubplans.length > 0) {
    return (await createMissingSubplans(deps, ui, batch))
      ? createDocuments(deps, ui, { ...task, selection })
      : undefined;
  }
  if (batch.files.length === 0) {
    ui.inform(nothingToCreate(batch));
    return undefined;
  }
  const answer = await ui.confirm(question(batch), details(batch), batch.files.length);
  if (answer === 'no') return undefined;
  if (answer === 'dry-run') {
    await ui.showText(dryRunText(batch));
    return undefined;
  }
  if (answer === 'preview' && !(await ui.preview(question(batch), batch.files))) return undefined;
  return createBatch(deps, ui, batch);
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

const askSelection = async (
  deps: CreationDeps,
  engine: Engine,
  ui: CreationUi,
  task: CreationTask,
): Promise<CreationSelection | undefined> => {
  const plan = engine.snapshot.planOf(task.plan);
  if (!plan) throw new UserError('This plan is not there any more.');
  const choices = choicesOf(plan, task.kind);
  if (choices.length === 0) {
    ui.inform(nothingToCreate(await prepare(deps, engine, task, { by: 'all' })));
    return undefined;
  }
  const choice = await ui.choose(choices);
  if (choice !== 'choose') return choice;
  const ids = await ui.tick(candidatesOf(plan, task.kind));
  return ids && ids.length > 0 ? { by: 'achievements', ids } : undefined;
};

/** True when every missing SUBPLAN is there now, so that the EXECUTION batch can go on. */
const createMissingSubplans = async (
  deps: CreationDeps,
  ui: CreationUi,
  { plan, planName, missingSubplans }: CreationBatch,
): Promise<boolean> => {
  const message = `EXECUTIONs need their SUBPLANs first: ${counted(missingSubplans.length, 'SUBPLAN')} missing in ${plainText(planName)}.`;
  if (!(await ui.offerSubplans(message, `Missing: ${listed(missingSubplans)}`))) return false;
  const selection: CreationSelection = { by: 'achievements', ids: missingSubplans };
  const created = await createDocuments(deps, ui, { plan, kind: 'subplan', selection });
  return created?.length === missingSubplans.length;
};

const createBatch = async (deps: CreationDeps, ui: CreationUi, batch: CreationBatch): Promise<Created> => {
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
        `This batch cannot be undone, its journal could not be written: ${outcome.journalProblem}`,
      );
    }
    if (outcome.created.length > 0) await (await deps.engine()).refresh();
  } while (failed.length > 0 && (await askRetry(ui, batch, failed)));
  if (created.length > 0) announce(deps, ui, batch, created);
  return created;
};

const askRetry = (ui: CreationUi, { kind }: CreationBatch, failed: readonly FailedFile[]): Promise<boolean> =>
  ui.retry(`${counted(failed.length, documentWord(kind))} could not be created.`, failureLines(failed));

const announce = (
  deps: CreationDeps,
  ui: CreationUi,
  { files, kind, planName }: CreationBatch,
  created: readonly NewFile[],
): void => {
  const count = counted(created.length, documentWord(kind));
  const message = `Created ${count}${created.length < files.length ? ` of ${files.length}` : ''} for ${plainText(planName)}.`;
  deps.logger.info(message);
  ui.created(message, (what) => {
    const first = created[0];
    const done = what === 'undo' || !first ? deps.undo() : ui.open(first.uri);
    done.catch((error: unknown) => deps.logger.error(`The new documents: ${what} failed`, error));
  });
};
