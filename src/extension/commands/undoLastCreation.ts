import { l10n, window } from 'vscode';
import { listed } from '../../language/words';
import { undoLastCreation as undo } from '../creation/undo';
import type { Command } from './context';

/** Removes what the last creation made and nobody edited since, and says what was kept. */
export const undoLastCreation: Command = async ({ creation, host }) => {
  if (creation.memory.last().length === 0) {
    void window.showInformationMessage(l10n.t('There is no creation to undo.'));
    return;
  }
  const { removed, kept, failed } = await undo(creation.memory);
  const engine = await host.engine();
  await engine.refresh();
  const parts = [
    removed.length > 0 ? l10n.t('Removed {0}.', listed(removed)) : l10n.t('Nothing was removed.'),
    ...(kept.length > 0 ? [l10n.t('Kept, because edited since: {0}.', listed(kept))] : []),
    ...(failed.length > 0 ? [l10n.t('Could not be removed: {0}.', listed(failed))] : []),
  ];
  const show = failed.length > 0 ? window.showErrorMessage : window.showInformationMessage;
  void show(parts.join(' '));
};
