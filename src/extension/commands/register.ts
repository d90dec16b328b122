import { l10n, commands as registry, window } from 'vscode';
import { RefusedEdit } from '../../engine/edit/guard/refused';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import { messageOf, UserError } from '../../shared/userError';
import { fromGraphMenu } from '../graph/panel/menuTarget';
import { addDependency } from './addDependency';
import { approve } from './approve';
import { batchCreateExecutions } from './batchCreateExecutions';
import { batchCreateSubplans } from './batchCreateSubplans';
import type { Command, CommandContext } from './context';
import { copyId } from './copyId';
import { copyNextPrompt } from './copyNextPrompt';
import { copyPrompt } from './copyPrompt';
import { createExecution } from './createExecution';
import { createNextExecution } from './createNextExecution';
import { createSubplan } from './createSubplan';
import { createTemplates } from './createTemplates';
import { exportGraph } from './exportGraph';
import { hideFinishedPlans, showFinishedPlans } from './finishedPlans';
import { generateParallel } from './generateParallel';
import { groupPlans } from './groupPlans';
import { nextPlaceholder } from './nextPlaceholder';
import { openAchievement } from './openAchievement';
import { openBrokenFile } from './openBrokenFile';
import { openFile } from './openFile';
import { openPlan } from './openPlan';
import { refresh } from './refresh';
import { removeDependency } from './removeDependency';
import { reopen } from './reopen';
import { requestFixes } from './requestFixes';
import { saveParallel } from './saveParallel';
import { showGraph } from './showGraph';
import { showOutput } from './showOutput';
import { showTimeline } from './showTimeline';
import { showWorkspaceGraph } from './showWorkspaceGraph';
import { skip } from './skip';
import { sortParallel } from './sortParallel';
import { undoLastBatch } from './undoLastBatch';
import { whatNow } from './whatNow';

const all: Readonly<Record<string, Command>> = {
  addDependency,
  batchCreateExecutions,
  batchCreateSubplans,
  copyId,
  copyNextPrompt,
  copyPrompt,
  createExecution,
  createNextExecution,
  createSubplan,
  exportGraph,
  generateParallel,
  groupPlans,
  hideFinishedPlans,
  createTemplates,
  nextPlaceholder,
  openAchievement,
  openBrokenFile,
  openFile,
  openPlan,
  refresh,
  removeDependency,
  showFinishedPlans,
  showGraph,
  showOutput,
  showTimeline,
  showWorkspaceGraph,
  approve,
  reopen,
  requestFixes,
  saveParallel,
  skip,
  whatNow,
  sortParallel,
  undoLastBatch,
};

/** Registers every command as `parallelPlans.<name>`; a failure becomes a message and, if a bug, a log entry. */
export const registerCommands = (context: CommandContext): Disposable => {
  const store = new DisposableStore();
  for (const [name, command] of Object.entries(all)) {
    store.add(
      registry.registerCommand(`parallelPlans.${name}`, async (...args: readonly unknown[]) => {
        try {
          await command(context, ...fromGraphMenu(args));
        } catch (error) {
          await report(context, name, error);
        }
      }),
    );
  }
  return store;
};

const report = async ({ log, logger }: CommandContext, name: string, error: unknown): Promise<void> => {
  if (error instanceof UserError) {
    if (error instanceof RefusedEdit) logger.warn(`parallelPlans.${name}: ${error.message}`);
    void window.showErrorMessage(error.message);
    return;
  }
  logger.error(`parallelPlans.${name} failed`, error);
  const show = l10n.t('Show output');
  const answer = await window.showErrorMessage(l10n.t('Plans: {0}', messageOf(error)), show);
  if (answer === show) log.show();
};
