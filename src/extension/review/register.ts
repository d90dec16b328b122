import { workspace } from 'vscode';
import type { Logger } from '../../engine/files';
import type { Disposable } from '../../shared/dispose';
import type { RegisterCommands } from '../commands/commandRegistry';
import type { Targets } from '../commands/targets';
import type { Creation } from '../creation/register';
import type { EngineHost } from '../engineHost';
import { reopen } from './reopen';
import { reviewCommand } from './reviewCommand';
import { giveFeedback, type ReviewDeps, type ReviewTask } from './reviewFlow';
import { editorReviewUi, type ReviewUi } from './reviewUi';

export interface Reviews extends Disposable {
  /** Asks what has to be asked and writes the feedback; the names of the files it made. */
  give(task: ReviewTask, ui?: ReviewUi): Promise<readonly string[] | undefined>;
}

/** Feedback about work: approved, to be fixed, skipped, and taken back. */
export const registerReviews = (
  host: EngineHost,
  targets: Targets,
  register: RegisterCommands,
  { apply, undo }: Pick<Creation, 'apply' | 'undo'>,
  logger: Logger,
): Reviews => {
  const deps: ReviewDeps = {
    engine: () => host.engine(),
    apply,
    undo,
    logger,
    reviewer: () => workspace.getConfiguration('parallelPlans').get('review.reviewer', ''),
    now: () => new Date(),
  };
  const give: Reviews['give'] = (task, ui = editorReviewUi) => giveFeedback(deps, ui, task);
  const commands = register({
    approve: reviewCommand(targets, give, 'approved'),
    requestFixes: reviewCommand(targets, give, 'fix'),
    skip: reviewCommand(targets, give, 'skipped'),
    reopen: reopen(host, targets, editorReviewUi),
  });
  return { give, dispose: () => commands.dispose() };
};
