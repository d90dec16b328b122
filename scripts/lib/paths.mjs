import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute and without a trailing separator. */
export const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** An absolute path inside the project. */
export const inRoot = (...parts) => path.join(ROOT, ...parts);

/** Editors and their data, downloaded on demand; git-ignored. */
export const CACHE = inRoot('.vscode-test');

/** Where each suite leaves its totals for `npm test` to add up. */
export const RESULTS = inRoot('out', 'results');
