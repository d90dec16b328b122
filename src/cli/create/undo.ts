import type { JournalBatch } from '../../engine/create/journal';
import type { Undone } from '../../engine/create/undoBatch';
import { printable, printableLine } from '../../engine/words/printable';
import { counted } from '../../shared/counted';
import { toJson } from '../../shared/toJson';
import { NothingToDo, UserError } from '../../shared/userError';
import { painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { type MakingWorkspace, pathIn } from '../workspace/workspace';

export interface UndoOptions {
  readonly dryRun: boolean;
  /** Remove without asking. */
  readonly yes: boolean;
  readonly format: 'text' | 'json';
}

/** The stable machine format of `undo`; with `--dry-run` `removed` lists what may be removed. */
interface UndoJson {
  readonly removed: readonly string[];
  readonly kept: readonly string[];
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * `undo`: takes the last batch back, file by file, unless edited since. Exit code 1 when there is none, when the
 * person says no, or when a file could not be removed.
 */
export const undo = async (
  terminal: Terminal,
  workspace: MakingWorkspace,
  { dryRun, yes, format }: UndoOptions,
): Promise<number> => {
  const batch = await workspace.lastBatch();
  if (!batch) throw new NothingToDo('There is no batch to undo here.');
  const isJson = format === 'json';
  const tell = (text: string): void => (isJson ? undefined : terminal.out(text));
  const path = (uri: string): string => printableLine(pathIn(workspace, uri));
  tell([headline(batch), ...batch.files.map(({ uri }) => `  ${path(uri)}`)].join('\n'));
  if (dryRun) {
    tell('Dry run: nothing was removed.');
    if (isJson)
      terminal.out(toJson({ removed: batch.files.map(({ uri }) => path(uri)), kept: [], failed: [] }));
    return 0;
  }
  if (!(await mayRemove(terminal, batch, yes))) {
    tell('Nothing was removed.');
    if (isJson) terminal.out(toJson({ removed: [], kept: [], failed: [] }));
    return 1;
  }
  const undone = jsonOf(await workspace.undo(batch), path);
  if (isJson) terminal.out(toJson(undone));
  else terminal.out(resultText(undone, painter(terminal)));
  return undone.failed.length > 0 ? 1 : 0;
};

const headline = ({ planName, files, at }: JournalBatch): string =>
  `The last batch of ${printable(planName)}, ${printable(at)}: ${counted(files.length, 'file')}.`;

const mayRemove = async (terminal: Terminal, { files }: JournalBatch, yes: boolean): Promise<boolean> => {
  if (yes) return true;
  if (!terminal.interactive) {
    throw new UserError(
      'Cannot ask for confirmation, because this is not a terminal. Add --yes to remove the files, or --dry-run to only look.',
    );
  }
  return terminal.confirm(`Remove ${files.length === 1 ? 'it' : 'them'}, unless edited since?`);
};

const jsonOf = ({ removed, kept, failed }: Undone, path: (uri: string) => string): UndoJson => ({
  removed: removed.map(({ uri }) => path(uri)),
  kept: kept.map(({ uri }) => path(uri)),
  failed: failed.map(({ file, reason }) => ({ path: path(file.uri), reason })),
});

const resultText = ({ removed, kept, failed }: UndoJson, paint: ReturnType<typeof painter>): string =>
  [
    ...removed.map((each) => `Removed ${each}`),
    ...kept.map((each) => paint('yellow', `Kept ${each}: edited since`)),
    ...failed.map(({ path, reason }) => paint('red', `Not removed: ${path}: ${printable(reason)}`)),
    `${removed.length} removed, ${kept.length} kept.`,
  ].join('\n');
