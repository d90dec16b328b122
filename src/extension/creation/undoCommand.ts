import { window } from 'vscode';
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
        name === undefined ? 'There is no batch to undo.' : 'This was already undone.',
      );
      return;
    }
    const { removed, kept, failed } = await undoFound(engine, found);
    if (failed.length === 0) undoOffer.withdraw(found.batch.batch);
    await engine.refresh();
    const parts = [
      removed.length > 0
        ? `Removed ${listed(removed)} from ${printable(found.batch.planName)}.`
        : 'Nothing was removed.',
      ...(kept.length > 0 ? [`Kept, because edited since: ${listed(kept)}.`] : []),
      ...(failed.length > 0 ? [`Could not be removed: ${listed(failed)}.`] : []),
    ];
    const show = failed.length > 0 ? window.showErrorMessage : window.showInformationMessage;
    void show(parts.join(' '));
  };
