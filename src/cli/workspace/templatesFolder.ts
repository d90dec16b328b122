import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { TEMPLATES_FOLDER } from '../../engine/create/template/folder';

/**
 * The folder with templates for what lies in `folder`: the nearest at or above it, inside its repository where it is
 * in one, and never that of the home folder or above. Undefined where there is none.
 */
export const templatesFolder = (folder: string): string | undefined => {
  const home = homedir();
  for (let at = folder; at !== home && at !== dirname(at); at = dirname(at)) {
    const templates = join(at, TEMPLATES_FOLDER);
    if (existsSync(templates)) return templates;
    if (existsSync(join(at, '.git'))) return undefined;
  }
  return undefined;
};
