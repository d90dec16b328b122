import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The files under a folder whose names end so, sorted, as paths that start with the folder. */
export const filesUnder = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.join(folder, name));
