import { Uri, WorkspaceEdit } from 'vscode';
import { nameOf } from '../../engine/model/uri';
import { reopenRenames } from '../../engine/review/reopen';
import { printable } from '../../engine/words/printable';
import { listed } from '../../shared/listed';
import { UserError } from '../../shared/userError';
import type { Command } from '../commands/commandRegistry';
import type { Targets } from '../commands/targets';
import { applyEdit } from '../edit/applyChanges';
import type { EngineHost } from '../engineHost';
import type { ReviewUi } from './reviewUi';

/** Takes a decision back: feedback is renamed, never deleted. Arguments: plan URI and id, or a tree node. */
export const reopen =
  (host: EngineHost, targets: Targets, ui: Pick<ReviewUi, 'confirm'>): Command =>
  async (argument, id) => {
    const { achievement } = await targets.achievementFor(argument, id);
    const engine = await host.engine();
    const renames = await reopenRenames(achievement, async (uri) => (await engine.read(uri)) !== undefined);
    if (renames.length === 0) {
      throw new UserError(`There is no decision about ${printable(achievement.id)}.`);
    }
    const files = listed(renames.map(({ from }) => nameOf(from)));
    const names = listed(renames.map(({ to }) => nameOf(to)));
    const isWanted = await ui.confirm(
      `Reopen ${printable(`${achievement.id} ${achievement.title}`)}?`,
      renames.length === 1
        ? `${files} was renamed to ${names} and no longer counts.`
        : `${files} were renamed to ${names} and no longer count.`,
      'Reopen',
    );
    if (!isWanted) return;
    const edit = new WorkspaceEdit();
    for (const { from, to } of renames) edit.renameFile(Uri.parse(from), Uri.parse(to), { overwrite: false });
    await applyEdit(edit);
    await engine.refresh();
  };
