import { join, relative } from 'node:path';

/** Where something of the repository is, for people. */
export const shownPath = (path: string): string => {
  const shown = relative('.', path);
  return shown === '' ? '.' : shown.startsWith(join('..', '..', '..')) ? path : shown;
};
