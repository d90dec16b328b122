import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, Uri, workspace } from 'vscode';
import type { ItemRecord } from '../../../engine/run/state';
import { printable } from '../../../engine/words/printable';
import { type ChangedFile, changedFiles, changedInWorktree, textIn } from '../../../node/git/changedFiles';
import { commitOf } from '../../../node/git/commits';
import type { Disposable } from '../../../shared/dispose';
import { orThrow } from '../../../shared/result';
import { NothingToDo } from '../../../shared/userError';
import type { ItemNow, Run } from '../runs';

const SCHEME = 'parallel-plans-git';

/** Where the present state of an item is: in a commit, or in a worktree of which nothing is committed yet. */
type Place = { readonly commit: string } | { readonly worktree: string };

/** Shows what an item has changed so far since it began, file by file; what was taken back is not in it. */
export const showItemChanges = async ({ top, name }: Run, { id, record }: ItemNow): Promise<void> => {
  const { base } = record;
  const now = base === undefined ? undefined : await placeOf(top, record);
  if (base === undefined || now === undefined) throw new NothingToDo(`No changes of ${id} are kept.`);
  const files = await filesOf(top, record, base, now);
  if (files.length === 0) throw new NothingToDo(`${id} has no changes yet.`);
  const title = printable(`${id} of ${name}`);
  await commands.executeCommand(
    'vscode.changes',
    title,
    files.map((file) => resourceOf(top, base, now, file)),
  );
};

/** What its executor did comes before what was made ready for it. */
const filesOf = async (
  top: string,
  { from }: ItemRecord,
  base: string,
  now: Place,
): Promise<readonly ChangedFile[]> => {
  const since = async (commit: string): Promise<readonly ChangedFile[]> =>
    orThrow(
      'commit' in now
        ? await changedFiles(top, commit, now.commit)
        : await changedInWorktree(now.worktree, commit),
    );
  const all = await since(base);
  if (from === undefined) return all;
  const done = new Set((await since(from)).map(({ path }) => path));
  return [...all.filter(({ path }) => done.has(path)), ...all.filter(({ path }) => !done.has(path))];
};

/** What was committed of it, else what is in its worktree now, else what was kept of that. */
const placeOf = async (top: string, { head, worktree, pinned }: ItemRecord): Promise<Place | undefined> => {
  if (head !== undefined) return { commit: head };
  if (worktree !== undefined && existsSync(worktree)) return { worktree };
  const commit = pinned === undefined ? undefined : orThrow(await commitOf(top, pinned));
  return commit === undefined ? undefined : { commit };
};

const resourceOf = (top: string, base: string, now: Place, { path, kind }: ChangedFile) => {
  const at = (where: Place): Uri =>
    Uri.from({ scheme: SCHEME, path: `/${path}`, query: JSON.stringify({ top, ...where, path }) });
  return [
    Uri.file(join(top, path)),
    kind === 'added' ? undefined : at({ commit: base }),
    kind === 'removed' ? undefined : at(now),
  ];
};

/** Serves files as they are in commits and worktrees; nobody can write into them. */
export const serveCommits = (): Disposable =>
  workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ query }) => {
      const { top, path, ...where } = JSON.parse(query) as Place & Readonly<Record<'top' | 'path', string>>;
      if ('commit' in where) return (await textIn(top, where.commit, path)) ?? '';
      return readFile(join(where.worktree, path), 'utf8').catch(() => '');
    },
  });
