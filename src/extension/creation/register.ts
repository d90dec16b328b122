import { commands as editor } from 'vscode';
import type { Logger } from '../../engine/files';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import type { RegisterCommands } from '../commands/commandRegistry';
import type { Targets } from '../commands/targets';
import type { EngineHost } from '../engineHost';
import { type ApplyBatch, createApplyBatch } from './apply';
import { createTemplates } from './createTemplates';
import { batchCreate, createFor } from './creationCommands';
import { editorUi } from './editorUi';
import { type Created, type CreationDeps, type CreationTask, createDocuments } from './flow';
import { reportInterrupted } from './interrupted';
import { createNewPlan, type NewPlanTask, type NewPlanUi } from './newPlan';
import { editorPlanUi, newPlan } from './newPlanCommand';
import { templatesFor } from './templates';
import type { CreationUi } from './ui';
import { findLastBatch, type UndoneNames, undoFound } from './undo';
import { undoLastBatch } from './undoCommand';
import { UndoOffer } from './undoOffer';

export interface Creation extends Disposable {
  /** Asks what has to be asked and creates documents. */
  create(task: CreationTask, ui?: CreationUi): Promise<Created>;
  /** Asks what has to be asked and creates a PLAN. */
  createPlan(task: NewPlanTask, ui?: NewPlanUi): Promise<Created>;
  /** Creates the files of a batch, whatever they are. */
  readonly apply: ApplyBatch;
  /** Takes a batch back and says what became of it; without a name the last one. */
  undo(batch?: string): Promise<void>;
  /** Takes the last batch back without a word; undefined when there is none. */
  undoLast(): Promise<UndoneNames | undefined>;
  /** Tells of a batch that a crash cut off. */
  reportInterrupted(): Promise<void>;
}

/** New documents: one, several at once, from which templates, and the way back. */
export const registerCreation = (
  host: EngineHost,
  targets: Targets,
  register: RegisterCommands,
  logger: Logger,
): Creation => {
  const store = new DisposableStore();
  const undoOffer = store.add(new UndoOffer());
  const placeFor = async () => (await host.runtime()).placeFor;
  const apply = createApplyBatch(placeFor);
  const undo: Creation['undo'] = async (batch) =>
    void (await editor.executeCommand('parallelPlans.undoLastBatch', batch));
  const deps: CreationDeps = {
    templatesFor,
    engine: () => host.engine(),
    apply,
    logger,
    undo,
    made: (batch) => undoOffer.make(batch),
  };
  const create: Creation['create'] = (task, ui = editorUi) => createDocuments(deps, ui, task);
  const createPlan: Creation['createPlan'] = (task, ui = editorPlanUi) => createNewPlan(deps, ui, task);
  store.add(
    register({
      newPlan: newPlan(createPlan),
      createSubplan: createFor(targets, create, 'subplan'),
      createExecution: createFor(targets, create, 'execution'),
      createNextExecution: createFor(targets, create, 'execution', true),
      batchCreateSubplans: batchCreate(targets, create, 'subplan'),
      batchCreateExecutions: batchCreate(targets, create, 'execution'),
      createTemplates: createTemplates(host, apply, editorUi),
      undoLastBatch: undoLastBatch(host, undoOffer),
    }),
  );
  return {
    create,
    createPlan,
    apply,
    undo,
    undoLast: async () => {
      const found = await findLastBatch(await placeFor());
      return found && undoFound(await host.engine(), found);
    },
    reportInterrupted: async () => reportInterrupted(await placeFor(), { undo, create }),
    dispose: () => store.dispose(),
  };
};
