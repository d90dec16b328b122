import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { engineOf } from '../../engine/run/engines/engines';
import { printableLine } from '../../engine/words/printable';
import { inTheWay, prepareExport, stateOfFile } from '../../node/run/prepare/exportRun';
import { writeOutput } from '../../node/writeOutput';
import { orThrow } from '../../shared/result';
import { toJson } from '../../shared/toJson';
import { UserError } from '../../shared/userError';
import type { TextFormat } from '../terminal/commandParts';
import type { Terminal } from '../terminal/terminal';
import { onlyPlan } from '../workspace/onlyPlan';
import type { MakingWorkspace } from '../workspace/workspace';
import { CANNOT_RUN } from './options';
import { shownPath } from './shownPath';

/** How `export` was asked for. */
export interface ExportOptions {
  readonly engine: string;
  readonly output?: string;
  readonly jobs?: number;
  readonly executor?: string;
  /** Files that are there and differ are written anew. */
  readonly force: boolean;
  /** Nothing is written. */
  readonly check: boolean;
  readonly format: TextFormat;
}

/** `export`: writes the files that run a plan on an engine, or says whether they are as the plan is now. */
export const exportRun = async (
  terminal: Terminal,
  workspace: MakingWorkspace,
  { engine: id, force, check, format, jobs, executor, output }: ExportOptions,
): Promise<number> => {
  const engine = engineOf(id);
  if (!engine) throw new UserError(`There is no engine ${id}.`);
  const { files, refusals, notes } = orThrow(
    prepareExport(onlyPlan(workspace), engine, { jobs, executor, output }),
  );
  for (const refusal of refusals) terminal.err(`error: ${refusal}`);
  if (refusals.length > 0) return CANNOT_RUN;
  for (const note of notes) terminal.err(`note: ${note}`);
  const found = files.map((file) => ({ ...file, state: stateOfFile(file) }));
  const foreign = check ? undefined : inTheWay(files);
  if (foreign !== undefined) throw new UserError(foreign);
  const other = found.filter(({ state }) => state === 'different');
  if (!check && !force && other.length > 0) {
    const names = other.map(({ path }) => shownPath(path)).join(', ');
    throw new UserError(`${names} differs from what would be written. Add --force to overwrite it.`);
  }
  const stale = found.filter(({ state }) => state !== 'same');
  if (!check) for (const file of stale) await write(file);
  const wordsOf = (state: (typeof found)[number]['state']): string => {
    if (state === 'same') return 'up to date';
    return check ? (state === 'missing' ? 'missing' : 'stale') : 'written';
  };
  if (format === 'json') {
    terminal.out(
      toJson({ engine: id, files: found.map(({ path, state }) => ({ path, state: wordsOf(state) })) }),
    );
  } else {
    for (const { path, state } of found) {
      terminal.out(printableLine(`${shownPath(path)}: ${wordsOf(state)}`));
    }
  }
  return check && stale.length > 0 ? 1 : 0;
};

const write = async ({ path, text }: { readonly path: string; readonly text: string }): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  orThrow(await writeOutput(path, text, { force: true }));
};
