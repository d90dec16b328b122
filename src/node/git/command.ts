import { spawn } from 'node:child_process';
import { fail, ok, type Result } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';
import { gitEnvironment } from './gitEnvironment';

/** Variables for git, by name. */
export type GitVariables = Readonly<Record<string, string>>;

export interface GitCall {
  /** Folder to run in; it must exist. */
  readonly cwd: string;
  /** Given to its standard input; nothing unless given. */
  readonly input?: string;
  /** Added to the environment. */
  readonly env?: GitVariables;
  /** After that git and what it started are ended. */
  readonly timeoutMs?: number;
}

/** What a git that ran to its end said. */
export interface GitOutput {
  /** Its exit code; each command of git says what it means. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Most commands take milliseconds; a worktree of a large repository, or a hook that runs tests, takes minutes. */
const TIMEOUT_MS = 15 * 60_000;
const LONGEST_ERROR = 4_000;

/**
 * Runs git by its arguments, without a shell, on a repository where it may change something; `runGit` is for looking
 * at repositories that nobody trusts. Hooks run. Fails only where git cannot be started or took too long: what an exit
 * code means is for the caller.
 */
export const git = (args: readonly string[], call: GitCall): Promise<Result<GitOutput, UserError>> =>
  new Promise((resolve) => {
    const child = spawn('git', ['--no-pager', ...SETTINGS, ...args], {
      cwd: call.cwd,
      env: { ...gitEnvironment(process.env), ...call.env },
      stdio: ['pipe', 'pipe', 'pipe'],
      // a group of its own, so that its hooks end with it, and Ctrl+C does not stop it halfway
      detached: IS_POSIX,
      windowsHide: true,
    });
    const [out, err] = [child.stdout, child.stderr].map((stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      return () => Buffer.concat(chunks).toString('utf8');
    }) as [() => string, () => string];
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      if (IS_POSIX && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    }, call.timeoutMs ?? TIMEOUT_MS);
    // git may end before it has read everything
    child.stdin.on('error', () => undefined);
    child.stdin.end(call.input ?? '');
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve(fail(new UserError(`git cannot be run in ${call.cwd}: ${messageOf(error)}`)));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (isLate) resolve(fail(new UserError(`${nameOf(args)} took too long and was stopped`)));
      else resolve(ok({ code: code ?? 1, out: out(), err: err().slice(0, LONGEST_ERROR).trim() }));
    });
  });

/** The output of a git that has to exit with 0, without the line break at its end. */
export const gitText = async (args: readonly string[], call: GitCall): Promise<Result<string, UserError>> => {
  const done = await git(args, call);
  if (!done.ok) return done;
  return done.value.code === 0 ? ok(done.value.out.replace(/\n$/, '')) : fail(refused(args, done.value));
};

/** What a git that exited with another code than was hoped for says to a person. */
export const refused = (args: readonly string[], { code, out, err }: GitOutput): UserError =>
  new UserError(`${nameOf(args)} failed (exit code ${code}): ${err || out.trim() || 'it printed nothing'}`);

const IS_POSIX = process.platform !== 'win32';

/**
 * No daemon that watches files, which would outlive the worktree; no collecting of garbage while others work; no
 * tracking, which writes to the configuration that all worktrees share; no second index file.
 */
const SETTINGS = [
  'core.fsmonitor=false',
  'core.splitIndex=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'branch.autoSetupMerge=false',
  'advice.addEmbeddedRepo=false',
].flatMap((setting) => ['-c', setting]);

/** `git worktree add` of all its arguments. */
const nameOf = (args: readonly string[]): string =>
  [
    'git',
    ...args.filter((argument) => /^[a-z][a-z-]+$/.test(argument)).slice(0, args[0] === 'worktree' ? 2 : 1),
  ].join(' ');
