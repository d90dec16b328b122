import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';

/** How far above a plan its SUBPLANs are looked for. */
const HIGHEST = 4;
/** Folders plans share: what holds one of them holds evidence for the plans below it. */
const SHARED_FOLDERS: ReadonlySet<string> = new Set(['subplans', 'execution', 'executions']);

/** Folders above that hold PRPs: a batch is all that is below one of them. */
const PRPS = /^prps$/i;

/**
 * The folder to read so that everything about the plans in `folder` is known: itself, or the highest folder
 * above it, a few steps at most, that holds shared `subplans/` or `execution/` folders or the PRPs folder it is in.
 */
export const evidenceRoot = (folder: string): string => {
  let root = folder;
  let below = folder;
  let above = dirname(folder);
  const home = homedir();
  for (let step = 0; step < HIGHEST && above !== dirname(above) && above !== home; step++) {
    if (PRPS.test(basename(below))) root = above;
    below = above;
    if (namesIn(above).some((name) => SHARED_FOLDERS.has(name.toLowerCase()))) root = above;
    above = dirname(above);
  }
  return root;
};

/** Nothing where nobody may look. */
const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
