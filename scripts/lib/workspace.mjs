import { cp } from 'node:fs/promises';
import path from 'node:path';

/** Copies a folder so that tests may write into it; gives the copy's path inside `folder`. */
export async function copyWorkspace(original, folder) {
  const copy = path.join(folder, path.basename(original));
  await cp(original, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}
