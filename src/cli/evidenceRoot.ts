import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** How far above a plan its SUBPLANs are looked for. */
const HIGHEST = 4;
/** Folders plans share: what holds one of them holds evidence for the plans below it. */
const SHARED_FOLDERS = ['subplans', 'execution', 'executions'];

/**
 * The folder to read so that everything about the plans in `folder` is known: itself, or the highest folder
 * above it, a few steps at most, that holds shared `subplans/` or `execution/` folders.
 */
export const evidenceRoot = (folder: string): string => {
  let root = folder;
  let above = dirname(folder);
  const home = homedir();
  for (let step = 0; step < HIGHEST && above !== dirname(above) && above !== home; step++) {
    if (SHARED_FOLDERS.some((name) => existsSync(join(above, name)))) root = above;
    above = dirname(above);
  }
  return root;
};
