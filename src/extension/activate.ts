import { commands, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import type { AnalysedPlan } from '../engine/model/analysis';
import { commands as ids } from '../language/commands';
import { UserError } from '../shared/userError';
import { createAnswerUi } from './answer/answerUi';
import { saveAnswer } from './answer/saveAnswer';
import type { Api } from './api';
import { registerCommands } from './commands/register';
import { createApplyBatch } from './creation/apply';
import { editorUi } from './creation/editorUi';
import { type CreationDeps, createDocuments } from './creation/flow';
import { reportInterrupted } from './creation/interrupted';
import { templatesFor } from './creation/templates';
import { findLastBatch, undoFound } from './creation/undo';
import { UndoOffer } from './creation/undoOffer';
import { createDependencies } from './dependency/dependencies';
import { EngineHost } from './engineHost';
import { createDrawers } from './graph/export/drawers';
import { exportInto } from './graph/export/exportFlow';
import { createLayouts } from './graph/layout/layouts';
import { registerGraph } from './graph/panel/graphPanel';
import { createLogger } from './logger';
import type { Platform } from './platform';
import { editorProposalUi } from './proposal/editorUi';
import { generateParallel, type ProposalDeps } from './proposal/flow';
import { editorModels } from './proposal/models';
import { createWriteParallel } from './proposal/write';
import { registerProposed } from './proposed';
import { giveFeedback, type ReviewDeps } from './review/reviewFlow';
import { editorReviewUi } from './review/reviewUi';
import { Selection } from './selection';
import { registerStatusBar } from './statusBar';
import { FinishedPlans } from './tree/finishedPlans';
import { TreeGrouping } from './tree/grouping';
import { registerTree } from './tree/register';

let stop: (() => Promise<void>) | undefined;

/** Resolves when the language server and the engine are gone. */
export const deactivate = async (): Promise<void> => stop?.();

/** Registers every view and command; nothing of the engine is loaded before this has returned. */
export const activateWith = (extension: ExtensionContext, platform: Platform): Api => {
  const { subscriptions } = extension;
  const log = window.createOutputChannel('Parallel Plans', { log: true });
  const logger = createLogger(log);
  const host = new EngineHost(
    () =>
      platform.startRuntime({
        logger,
        log,
        roots: (workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString()),
        rulesUrl: Uri.joinPath(extension.extensionUri, 'docs', 'rules.md').toString(),
        state: extension.workspaceState,
      }),
    logger,
  );
  const undoOffer = new UndoOffer();
  const creation: CreationDeps = {
    templatesFor,
    engine: () => host.engine(),
    apply: createApplyBatch(async () => (await host.runtime()).placeFor),
    logger,
    undo: async (batch) => void (await commands.executeCommand('parallelPlans.undoLastBatch', batch)),
    made: (batch) => undoOffer.make(batch),
  };
  const proposal: ProposalDeps = {
    engine: creation.engine,
    models: editorModels,
    write: createWriteParallel(creation.apply),
    logger,
  };
  const review: ReviewDeps = {
    ...creation,
    reviewer: () => workspace.getConfiguration('parallelPlans').get('review.reviewer', ''),
    now: () => new Date(),
  };
  const answerUi = createAnswerUi();
  const selection = new Selection((error) => logger.error('A view could not follow the selection', error));
  const finishedPlans = new FinishedPlans(extension.workspaceState);
  const grouping = new TreeGrouping();
  const view = registerTree(host, selection, finishedPlans, grouping, logger);
  const layouts = createLayouts(platform.startLayout);
  const dependencies = createDependencies(creation.engine);
  const drawers = createDrawers(extension.extensionUri, platform.fontsFor, layouts);
  const graph = registerGraph({
    extensionUri: extension.extensionUri,
    engine: () => host.engine(),
    openAchievement: async (plan, id) => void (await commands.executeCommand(ids.openAchievement, plan, id)),
    layouts,
    selection,
    dependencies,
    logger,
  });
  subscriptions.push(
    log,
    host,
    selection,
    undoOffer,
    finishedPlans,
    grouping,
    view,
    layouts,
    graph,
    answerUi,
    registerProposed(),
    registerStatusBar(host),
    registerCommands({
      extension,
      host,
      log,
      logger,
      creation,
      ui: editorUi,
      undoOffer,
      review,
      reviewUi: editorReviewUi,
      proposal,
      proposalUi: editorProposalUi,
      answerUi,
      dependencies,
      drawers,
      finishedPlans,
      grouping,
      showGraph: async (plan, tab) => graph.show(plan, tab),
      showWorkspaceGraph: () => graph.showWorkspace(),
      activeGraph: () => graph.active(),
      selectedInTree: () => (selection.from === 'tree' ? selection.current?.planUri : undefined),
    }),
  );
  stop = () => host.stop();
  setTimeout(() => {
    host
      .runtime()
      .then(({ placeFor }) =>
        reportInterrupted(placeFor, {
          undo: creation.undo,
          create: (task) => createDocuments(creation, editorUi, task),
        }),
      )
      .catch((error: unknown) => logger.error('The plans could not be read', error));
  });
  return {
    snapshot: () => host.current(),
    engine: () => host.engine(),
    connected: async () => (await host.runtime()).connected,
    tree: view.tree,
    create: (task, ui) => createDocuments(creation, ui, task),
    review: async (uri, wanted, kind, ui) => {
      const plan = (await host.current()).planOf(uri);
      const achievements = wanted.flatMap((id) => plan?.byId.get(id) ?? []);
      return plan && giveFeedback(review, ui, { plan, achievements, kind });
    },
    generateParallel: (plan, ui, models) =>
      generateParallel(models ? { ...proposal, models } : proposal, ui, plan),
    saveAnswer: async (plan, answer, ui) => saveAnswer(await host.engine(), ui, plan, answer),
    exportGraph: (plan, ui) => exportInto(async () => (await host.current()).planOf(plan), ui, drawers),
    changeDependencies: async (plan, change) => dependencies.change(await planAt(host, plan), change),
    takeBackDependencies: async (plan) => dependencies.takeBack(await planAt(host, plan)),
    undoLastBatch: async () => {
      const { engine, placeFor } = await host.runtime();
      const found = await findLastBatch(placeFor);
      return found && undoFound(engine, found);
    },
  };
};

const planAt = async (host: EngineHost, uri: string): Promise<AnalysedPlan> => {
  const plan = (await host.current()).planOf(uri);
  if (!plan) throw new UserError(l10n.t('There is no plan at {0} any more.', uri));
  return plan;
};
