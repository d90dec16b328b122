import { resolve } from 'node:path';
import type { RunHead } from '../../../engine/run/event';
import { uriOfPath } from '../../diskFiles';

/** Where the plan of a run is: its PLAN file, or the folder of its batch of PRPs with the name of that. */
export const planPathOf = (
  top: string,
  { path, kind }: Pick<RunHead, 'path' | 'kind'>,
): { readonly path: string; readonly batch: string | undefined } => {
  const at = kind === 'prp-batch' ? path.lastIndexOf('#') : -1;
  return at < 0
    ? { path: resolve(top, path), batch: undefined }
    : { path: resolve(top, path.slice(0, at)), batch: path.slice(at + 1) };
};

/** The plan of a run as the engine names it. */
export const planUriOf = (top: string, head: Pick<RunHead, 'path' | 'kind'>): string => {
  const { path, batch } = planPathOf(top, head);
  return batch === undefined ? uriOfPath(path) : `${uriOfPath(path)}#${batch}`;
};
