import { ok, type Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import { git, gitText } from './command';
import { HASH } from './mergeTrees';

/** A file that differs between two commits. */
export interface ChangedFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly kind: 'added' | 'changed' | 'removed';
}

const KINDS: Readonly<Record<string, ChangedFile['kind']>> = { A: 'added', D: 'removed' };

/** The files that differ between two commits or trees, in their order; what was renamed is removed and added. */
export const changedFiles = async (
  top: string,
  from: string,
  to: string,
): Promise<Result<readonly ChangedFile[], UserError>> => {
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--name-status', '--end-of-options', from, to];
  const said = await gitText(args, { cwd: top });
  return said.ok ? ok(filesIn(said.value)) : said;
};

/** The files of a worktree, uncommitted or not, that differ from a commit; nothing is written, into no repository. */
export const changedInWorktree = async (
  worktree: string,
  from: string,
): Promise<Result<readonly ChangedFile[], UserError>> => {
  const known = await gitText(['diff', '-z', '--no-renames', '--no-ext-diff', '--name-status', from, '--'], {
    cwd: worktree,
  });
  if (!known.ok) return known;
  const others = await gitText(['ls-files', '--others', '--exclude-standard', '-z'], { cwd: worktree });
  if (!others.ok) return others;
  const added = others.value.split('\0').filter((path) => path !== '');
  return ok([...filesIn(known.value), ...added.map((path): ChangedFile => ({ path, kind: 'added' }))]);
};

/** Reads what `--name-status -z` prints. */
const filesIn = (text: string): readonly ChangedFile[] => {
  const fields = text.split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    files.push({ path: fields[at + 1] ?? '', kind: KINDS[fields[at] ?? ''] ?? 'changed' });
  }
  return files;
};

/** The text of a file in a commit; undefined where it has none of that path. Bytes that are no UTF-8 are replaced. */
export const textIn = async (top: string, commit: string, path: string): Promise<string | undefined> => {
  if (!HASH.test(commit)) return undefined;
  const said = await git(['cat-file', 'blob', `${commit}:${path}`], { cwd: top });
  return said.ok && said.value.code === 0 ? said.value.out : undefined;
};
