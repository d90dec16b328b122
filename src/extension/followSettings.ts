import { Disposable, workspace } from 'vscode';
import type { Engine } from '../engine/engine';
import type { Logger } from '../engine/files';

/** Whether vendored folders, linked worktrees and PRPs that git ignores are read too. */
export const includesIgnored = (): boolean =>
  workspace.getConfiguration('parallelPlans').get('includeIgnored', false);

/** Reads everything again when a setting or the trust in the workspace changes what is there to be read. */
export const followSettings = (engine: Engine, logger: Logger): Disposable => {
  const reload = (): void => {
    engine.reload().catch((error: unknown) => logger.error('The plans could not be read again', error));
  };
  return Disposable.from(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('parallelPlans.includeIgnored')) reload();
    }),
    workspace.onDidGrantWorkspaceTrust(reload),
  );
};
