import { l10n, window } from 'vscode';
import { printable } from '../../engine/words/printable';
import { listed } from '../../shared/listed';
import type { Command } from '../commands/commandRegistry';
import type { EngineHost } from '../engineHost';
import { findLastBatch, undoFound } from './undo';
import type { UndoOffer } from './undoOffer';

/**
 * Removes what the last batch made and nobody edited since, and says what was kept. Argument: the name of the batch
 * that is meant, for what offers to take back one of its own.
 */
export const undoLastBatch =
  (host: EngineHost, undoOffer: Pick<UndoOffer, 'withdraw'>): Command =>
  async (argument) => {
    const { engine, placeFor } = await host.runtime();
    const name = typeof argument === 'string' ? argument : undefined;
    const found = await findLastBatch(placeFor, name);
    if (!found) {
      undoOffer.withdraw(name);
      void window.showInformationMessage(
        name === undefined ? l10n.t('There is no batch to undo.') : l10n.t('This was already undone.'),
      );
      return;
    }
    const { removed, kept, failed } = await undoFound(engine, found);
    if (failed.length === 0) undoOffer.withdraw(found.batch.batch);
    await engine.refresh();
    const parts = [
      removed.length > 0
        ? l10n.t('Removed {0} from {1}.', listed(removed), printable(found.batch.planName))
        : l10n.t('Nothing was removed.'),
      ...(kept.length > 0 ? [l10n.t('Kept, because edited since: {0}.', listed(kept))] : []),
      ...(failed.length > 0 ? [l10n.t('Could not be removed: {0}.', listed(failed))] : []),
    ];
    const show = failed.length > 0 ? window.showErrorMessage : window.showInformationMessage;
    void show(parts.join(' '));
  };
