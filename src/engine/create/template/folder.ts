import { childUri } from '../../model/uri';

/** Where a workspace folder keeps its own templates, unless it says otherwise. */
export const TEMPLATES_FOLDER = '.parallel-plans/templates';

/** URI of what lies below a folder, given as a path with `/`. */
export const below = (folder: string, path: string): string =>
  path.split('/').filter(Boolean).reduce(childUri, folder);
