import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commands, Uri, workspace } from 'vscode';
import type { ItemRecord } from '../../../engine/run/state';
import { printable } from '../../../engine/words/printable';
import { type ChangedFile, changedFiles, textIn } from '../../../node/git/changedFiles';
import { commitOf } from '../../../node/git/commits';
import { snapshotOf } from '../../../node/git/snapshot';
import type { Disposable } from '../../../shared/dispose';
import { orThrow } from '../../../shared/result';
import { NothingToDo } from '../../../shared/userError';
import type { ItemNow, Run } from '../runs';

const SCHEME = 'parallel-plans-git';

/** Shows what an item has changed so far since it began, file by file; what was taken back is not in it. */
export const showItemChanges = async ({ top, name }: Run, { id, record }: ItemNow): Promise<void> => {
  const { base } = record;
  const commit = base === undefined ? undefined : await resultOf(top, record);
  if (base === undefined || commit === undefined) {
    throw new NothingToDo(`No changes of ${id} are kept.`);
  }
  const files = await filesOf(top, record, base, commit);
  if (files.length === 0) throw new NothingToDo(`${id} has no changes yet.`);
  const title = printable(`${id} of ${name}`);
  await commands.executeCommand(
    'vscode.changes',
    title,
    files.map((file) => resourceOf(top, base, commit, file)),
  );
};

/** What its executor did comes before what was made ready for it. */
const filesOf = async (
  top: string,
  { from }: ItemRecord,
  base: string,
  commit: string,
): Promise<readonly ChangedFile[]> => {
  const all = orThrow(await changedFiles(top, base, commit));
  if (from === undefined) return all;
  const done = new Set(orThrow(await changedFiles(top, from, commit)).map(({ path }) => path));
  return [...all.filter(({ path }) => done.has(path)), ...all.filter(({ path }) => !done.has(path))];
};

/** What was committed of it, else what is in its worktree now, else what was kept of that. */
const resultOf = async (top: string, { head, worktree, pinned }: ItemRecord): Promise<string | undefined> => {
  if (head !== undefined) return head;
  if (worktree !== undefined && existsSync(worktree)) {
    return orThrow(await snapshotOf(worktree, 'Shown in an editor')).commit;
  }
  return pinned === undefined ? undefined : orThrow(await commitOf(top, pinned));
};

const resourceOf = (top: string, base: string, commit: string, { path, kind }: ChangedFile) => {
  const at = (where: string): Uri =>
    Uri.from({ scheme: SCHEME, path: `/${path}`, query: JSON.stringify({ top, commit: where, path }) });
  return [
    Uri.file(join(top, path)),
    kind === 'added' ? undefined : at(base),
    kind === 'removed' ? undefined : at(commit),
  ];
};

/** Serves files as they are in commits; nobody can write into them. */
export const serveCommits = (): Disposable =>
  workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ query }) => {
      const { top, commit, path } = JSON.parse(query) as Readonly<Record<'top' | 'commit' | 'path', string>>;
      return (await textIn(top, commit, path)) ?? '';
    },
  });
