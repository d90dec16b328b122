import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok, type Result } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';
import { findProgram } from './findProgram';
import { identityFrom, isSameProcess, type ProcessIdentity } from './identity';
import { findProcess } from './processTable';

/** A command to start. All paths are absolute, and the folders of files exist. */
export interface ProcessToStart {
  /** Program and arguments; no shell ever reads them. */
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The whole environment; see `builtEnvironment`. */
  readonly env: Readonly<Record<string, string>>;
  /** File that it reads as standard input; nothing unless given. */
  readonly stdin?: string;
  /** Files that its output is added to; both may be the same. */
  readonly stdout: string;
  readonly stderr: string;
  /** File in which its exit code will be, also when this process is gone by then; an older one is removed. */
  readonly result: string;
  /** Marks it and all that it starts, for `endProcesses`; see {@link TAG}. No other process ever had it. */
  readonly tag: string;
}

/** The variable of the environment that holds the tag. */
export const TAG = 'PLAN_PROCESS';

/** How a process ended. Undefined: nobody knows, for what would have written it down was killed as well. */
export interface ProcessEnd {
  /** 128 and more for a signal, as a shell counts them. */
  readonly code: number | undefined;
}

export interface RunningProcess {
  /** The leader of its session and group. */
  readonly identity: ProcessIdentity;
  /** Never rejects. */
  readonly ended: Promise<ProcessEnd>;
}

/**
 * Starts a command in a session and group of its own. Neither the end of this process nor that of its terminal ends it
 * or loses anything: output goes to files, and a shell of a megabyte waits for the exit code. Fails where the command
 * cannot be started, with the program that is missing.
 */
export const startProcess = async (start: ProcessToStart): Promise<Result<RunningProcess, UserError>> => {
  const [name = ''] = start.argv;
  if (!existsSync(start.cwd)) return fail(new UserError(`there is no folder ${start.cwd} to run ${name} in`));
  const program = findProgram(name, start.env, start.cwd);
  if (program === undefined) return fail(new UserError(`there is no program ${name || 'without a name'}`));
  const files: number[] = [];
  try {
    rmSync(start.result, { force: true });
    files.push(openSync(start.stdin ?? NOTHING, 'r'));
    files.push(openSync(start.stdout, 'a', 0o600), openSync(start.stderr, 'a', 0o600));
    return await spawnLeader(start, [program, ...start.argv.slice(1)], files);
  } catch (error) {
    return fail(new UserError(`${name} cannot be started: ${messageOf(error)}`, { cause: error }));
  } finally {
    for (const file of files) closeSync(file);
  }
};

/**
 * A process that another runner had started and that goes on (see `stateOf`).
 *
 * @param result the file that it was started with
 */
export const adoptProcess = (identity: ProcessIdentity, result: string, everyMs = 500): RunningProcess => {
  const waitForEnd = async (): Promise<ProcessEnd> => {
    while (await isSameProcess(identity)) await pause(everyMs);
    return readEnd(result);
  };
  return { identity, ended: waitForEnd() };
};

/** What the file says that a process was started with as `result`. */
export const readEnd = (result: string): ProcessEnd => {
  try {
    const { code } = JSON.parse(readFileSync(result, 'utf8')) as { code?: unknown };
    return { code: typeof code === 'number' ? code : undefined };
  } catch {
    // it did not get so far
    return { code: undefined };
  }
};

const IS_WINDOWS = process.platform === 'win32';
const NOTHING = IS_WINDOWS ? '\\\\.\\NUL' : '/dev/null';

/**
 * Waits for the command and writes its exit code, whole or not at all. A signal to the whole group does not end it
 * before that: what it traps, the command does not.
 */
const KEEPER = `trap : TERM INT HUP QUIT
result=$1
shift
"$@"
printf '{"code":%d}\\n' "$?" > "$result.part" && mv -f "$result.part" "$result"`;

const spawnLeader = (
  { cwd, env, result, tag }: ProcessToStart,
  command: readonly string[],
  stdio: number[],
): Promise<Result<RunningProcess, UserError>> =>
  new Promise((resolve) => {
    const [program = '', ...args] = IS_WINDOWS
      ? command
      : ['/bin/sh', '-c', KEEPER, 'sh', result, ...command];
    const child = spawn(program, args, {
      cwd,
      env: { ...env, [TAG]: tag },
      stdio,
      detached: true,
      windowsHide: true,
    });
    child.on('error', (error) =>
      resolve(fail(new UserError(`${command[0]} cannot be started: ${error.message}`))),
    );
    const { pid } = child;
    if (pid === undefined) return;
    const ended = new Promise<ProcessEnd>((end) => {
      child.on('exit', (code) => {
        // never run: there is no such shell
        if (IS_WINDOWS && code !== null) writeEnd(result, code);
        end(readEnd(result));
      });
    });
    // it may have ended, but its number is its own until this process hears of that
    void findProcess(pid)
      .then((found) => identityFrom(found ?? { pid, start: '' }))
      .then((identity) => resolve(ok({ identity, ended })));
  });

const writeEnd = (result: string, code: number): void => {
  writeFileSync(`${result}.part`, `${JSON.stringify({ code })}\n`);
  renameSync(`${result}.part`, result);
};
