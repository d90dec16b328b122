import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';

/** Whoever commits the examples needs a name, which a new machine does not have; nothing of theirs is signed or hooked. */
const AS_EXAMPLES = [
  ...['-c', 'user.name=Parallel Plans', '-c', 'user.email=examples@localhost'],
  ...['-c', 'commit.gpgsign=false', '-c', 'core.hooksPath=.git/no-hooks', '-c', 'init.defaultBranch=main'],
];

/**
 * Makes a folder a repository with all of its files in one commit, so that no .gitignore above hides anything of it,
 * and Source Control shows what was changed since. Without git it stays a plain folder.
 */
async function commitAll(folder) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  for (const args of [['init'], ['add', '--all', '--force'], ['commit', '--message', 'Examples']]) {
    const result = await run('git', [...AS_EXAMPLES, ...args], { cwd: folder, env }).catch((error) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (result === undefined) return;
    if (result.code !== 0)
      throw new Problem(`git ${args[0]} failed in ${folder}:\n${result.output.trimEnd()}`);
  }
}

/**
 * Copies the examples for somebody to try things out, unless there is a copy: what they did there is kept.
 * @param {{ from: string, to: string, fresh: boolean }} options `fresh`: a copy that is there is replaced
 * @returns {Promise<boolean>} whether it is a new copy
 */
export async function examplesCopy({ from, to, fresh }) {
  if (existsSync(to) && !fresh) return false;
  // put together under another name, so that a copy that was broken off is never taken for one
  const partial = `${to}.partial`;
  await rm(partial, { recursive: true, force: true });
  await cp(from, partial, { recursive: true, verbatimSymlinks: true });
  await commitAll(partial);
  await rm(to, { recursive: true, force: true });
  await rename(partial, to);
  return true;
}
