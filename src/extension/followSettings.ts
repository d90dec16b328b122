import { Disposable, workspace } from 'vscode';
import { useFurtherWords } from '../engine/document/words/furtherWords';
import type { Engine } from '../engine/engine';
import type { Logger } from '../engine/files';

/** Whether vendored folders, linked worktrees and PRPs that git ignores are read too. */
export const includesIgnored = (): boolean =>
  workspace.getConfiguration('parallelPlans').get('includeIgnored', false);

/** Reads documents with the labels of the setting from now on. */
export const useLabels = (logger: Logger): void => {
  const unknown = useFurtherWords(workspace.getConfiguration('parallelPlans').get('labels'));
  if (unknown.length > 0)
    logger.warn(`The setting parallelPlans.labels gives no known meaning to ${unknown.join(', ')}.`);
};

/** Reads everything again when a setting or the trust in the workspace changes what is there to be read. */
export const followSettings = (engine: Engine, logger: Logger): Disposable => {
  const reload = (): void => {
    engine.reload().catch((error: unknown) => logger.error('The plans could not be read again', error));
  };
  return Disposable.from(
    workspace.onDidChangeConfiguration((event) => {
      const areLabels = event.affectsConfiguration('parallelPlans.labels');
      if (areLabels) useLabels(logger);
      if (areLabels || event.affectsConfiguration('parallelPlans.includeIgnored')) reload();
    }),
    workspace.onDidGrantWorkspaceTrust(reload),
  );
};
