import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import { DisposableStore } from '../shared/dispose';
import { registerAnswers } from './answer/register';
import type { Api } from './api';
import { commandRegistry } from './commands/commandRegistry';
import { createTargets } from './commands/targets';
import { registerCreation } from './creation/register';
import { registerDashboard } from './dashboard/register';
import { createDependencies } from './dependency/dependencies';
import { registerDependencies } from './dependency/register';
import { registerProposed } from './edit/proposed';
import { EngineHost } from './engineHost';
import { apiOf } from './extensionApi';
import { registerGraphs } from './graph/register';
import { createLogger } from './logger';
import { registerNavigation } from './navigation/register';
import type { Platform } from './platform';
import { registerPrompts } from './prompt/register';
import { registerProposals } from './proposal/register';
import { registerReviews } from './review/register';
import { createLiveSwitch } from './run/live/liveRuns';
import { registerRuns } from './run/register';
import { Selection } from './selection';
import { registerTree } from './tree/register';
import { registerValidation } from './validate/register';
import { registerWhatNow } from './whatNow/register';

let stop: (() => Promise<void>) | undefined;

/** Resolves when the language server and the engine are gone. */
export const deactivate = async (): Promise<void> => stop?.();

/** Registers every view and command; nothing of the engine is loaded before this has returned. */
export const activateWith = (extension: ExtensionContext, platform: Platform): Api => {
  const { extensionUri, workspaceState: state } = extension;
  const store = new DisposableStore();
  const log = store.add(window.createOutputChannel('Parallel Plans', { log: true }));
  const logger = createLogger(log);
  const roots = () => (workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  const rulesUrl = Uri.joinPath(extensionUri, 'docs', 'rules.md').toString();
  const host = store.add(
    new EngineHost(() => platform.startRuntime({ logger, log, roots: roots(), rulesUrl, state }), logger),
  );
  const selection = store.add(
    new Selection((error) => logger.error('A view could not follow the selection', error)),
  );
  const live = store.add(createLiveSwitch((error) => logger.error('A view could not follow a run', error)));
  const register = commandRegistry(log, logger);
  const targets = createTargets({
    current: () => host.current(),
    activeGraph: () => graphs.active(),
    selectedInTree: () => (selection.from === 'tree' ? selection.current?.planUri : undefined),
  });
  const dependencies = createDependencies(() => host.engine());

  const { tree } = store.add(registerTree({ host, selection, register, state, live, logger }));
  const needs = { extensionUri, host, targets, register, platform, dependencies, selection, live, logger };
  const graphs = store.add(registerGraphs(needs));
  const creation = store.add(registerCreation(host, targets, register, logger));
  const reviews = store.add(registerReviews(host, targets, register, creation, logger));
  const proposals = store.add(registerProposals(host, targets, register, creation.apply, logger));
  const answers = store.add(registerAnswers(host, targets, register));
  store.add(registerProposed());
  store.add(registerDependencies(host, targets, register, dependencies));
  store.add(registerNavigation(host, targets, register));
  store.add(registerPrompts(host, targets, register));
  store.add(registerWhatNow(host, targets, register, live));
  store.add(registerValidation(host, register));
  store.add(registerDashboard(host, register, extensionUri, logger));
  const version = String(extension.extension.packageJSON.version);
  const runs = store.add(registerRuns({ host, targets, register, platform, live, state, version, logger }));
  store.add(
    register({
      refresh: async () => void (await (await host.engine()).reload()),
      showOutput: async () => log.show(),
    }),
  );

  extension.subscriptions.push(store);
  stop = () => host.stop();
  setTimeout(() => {
    creation
      .reportInterrupted()
      .catch((error: unknown) => logger.error('The plans could not be read', error));
  });
  return apiOf({ host, tree, graphs, creation, reviews, proposals, answers, dependencies, runs });
};
