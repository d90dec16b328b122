import { spawn } from 'node:child_process';
import { messageOf } from '../../shared/userError';
import { gitEnvironment } from './gitEnvironment';

export interface GitOptions {
  /** Folder to run in. */
  readonly cwd: string;
  /** Given to its standard input. */
  readonly input?: string;
  /** Gets the output piece by piece; false is enough of it. */
  readonly onText: (text: string) => boolean;
  readonly timeoutMs: number;
}

/** How a run of git ended: by itself, because enough was read or it took too long, or not at all. */
export type GitEnd =
  | { readonly kind: 'exit'; readonly code: number; readonly error: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'missing'; readonly error: string };

/** Settings of a repository that would run programs, switched off: looking at a folder must not execute it. */
const SAFE = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'log.showSignature=false',
];
const LONGEST_ERROR = 2_000;

/** Runs git by its arguments, without a shell. Never rejects. */
export const runGit = (args: readonly string[], options: GitOptions): Promise<GitEnd> =>
  new Promise((resolve) => {
    const child = spawn('git', ['--no-pager', ...SAFE, ...args], {
      cwd: options.cwd,
      // what it prints is read
      env: { ...gitEnvironment(process.env), LC_ALL: 'C' },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let error = '';
    let isStopped = false;
    const stop = (): void => {
      isStopped = true;
      child.kill();
    };
    const timer = setTimeout(stop, options.timeoutMs);
    const end = (how: GitEnd): void => {
      clearTimeout(timer);
      resolve(how);
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (!isStopped && !options.onText(text)) stop();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (error.length < LONGEST_ERROR) error += text;
    });
    // git may end before it has read everything
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    child.on('error', (failure) => end({ kind: 'missing', error: messageOf(failure) }));
    child.on('close', (code) =>
      end(isStopped ? { kind: 'stopped' } : { kind: 'exit', code: code ?? 1, error: error.trim() }),
    );
  });
