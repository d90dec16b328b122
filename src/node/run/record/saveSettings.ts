import { randomUUID } from 'node:crypto';
import { writeWhole } from '../writeWhole';
import type { RunFolder } from './runFolder';
import type { RunSettings } from './settings';

/** Writes how a run is asked for into its record, with a mark of its own for the processes that follow from it. */
export const saveSettings = (folder: RunFolder, settings: Omit<RunSettings, 'mark'>): Promise<void> =>
  writeWhole(folder.settings, `${JSON.stringify({ ...settings, mark: randomUUID() }, undefined, 2)}\n`);
