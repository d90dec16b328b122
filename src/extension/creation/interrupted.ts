import { window } from 'vscode';
import type { CreationKind, DocumentKind } from '../../engine/create/batch';
import { settleBatch } from '../../engine/create/undoBatch';
import type { AchievementId } from '../../engine/model/ids';
import { printable } from '../../engine/words/printable';
import { counted } from '../../shared/counted';
import type { PlaceFor } from './batchPlace';
import type { CreationTask } from './flow';
import { findLastBatch } from './undo';

/** A batch that began within this time may still be running, in another window or on the command line. */
const MAY_RUN_MS = 60_000;

interface Continuations {
  undo(): Promise<void>;
  create(task: CreationTask): Promise<unknown>;
}

/** Tells of a batch that a crash cut off, once, and offers to take it back or to create the rest. */
export const reportInterrupted = async (placeFor: PlaceFor, go: Continuations): Promise<void> => {
  const found = await findLastBatch(placeFor);
  if (!found || found.batch.isFinished || Date.now() - Date.parse(found.batch.at) < MAY_RUN_MS) return;
  const { batch, place } = found;
  const made = new Set((await settleBatch(place, batch)).map(({ uri }) => uri));
  const rest = batch.files.filter(({ uri }) => !made.has(uri)).map(({ id }): AchievementId => id);
  const undo = 'Undo';
  const create = 'Create the rest';
  const answer = await window.showWarningMessage(
    `Creating documents for ${printable(batch.planName)} was interrupted: ${made.size} of ${counted(batch.files.length, 'file')} made.`,
    ...(made.size > 0 ? [undo] : []),
    ...(rest.length > 0 && isCreation(batch.kind) ? [create] : []),
  );
  if (answer === undo) await go.undo();
  if (answer === create && isCreation(batch.kind)) {
    await go.create({ plan: batch.plan, kind: batch.kind, selection: { by: 'achievements', ids: rest } });
  }
};

/** What a reviewer said is said again by the reviewer, not from the journal. */
const isCreation = (kind: DocumentKind): kind is CreationKind => kind === 'subplan' || kind === 'execution';
