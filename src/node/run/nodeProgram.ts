import { lazy } from '../../shared/lazy';
import { findProgram } from './findProgram';
import { outputOf } from './outputOf';

/** What programs of this product are started with. */
export interface NodeProgram {
  readonly path: string;
  /** What its environment needs. */
  readonly env: Readonly<Record<string, string>>;
}

/** What `engines.node` of package.json says. */
const LEAST = [20, 19] as const;

/**
 * This process's own Node. In an editor, which holds one inside of itself, one that is installed comes first: a runner
 * that is the editor's program would be in the way when the editor is updated.
 */
export const nodeProgram: () => Promise<NodeProgram> = lazy(async () => {
  if (process.versions.electron === undefined) return { path: process.execPath, env: {} };
  const found = findProgram('node', process.env, '.');
  return found !== undefined && isNewEnough(await outputOf(found, ['--version']))
    ? { path: found, env: {} }
    : { path: process.execPath, env: { ELECTRON_RUN_AS_NODE: '1' } };
});

/** Reads what `node --version` prints. */
export const isNewEnough = (version: string): boolean => {
  const [major, minor] = (/^v(\d+)\.(\d+)\./.exec(version) ?? []).slice(1).map(Number);
  if (major === undefined || minor === undefined) return false;
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
};
