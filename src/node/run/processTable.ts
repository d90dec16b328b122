import { readdirSync, readFileSync } from 'node:fs';
import { outputOf } from './outputOf';

/** A process of this machine. */
export interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  /** Its process group; 0 where the system has none. */
  readonly group: number;
  /** Its session; 0 where the system does not say. */
  readonly session: number;
  /** When it started, in the system's own terms: with the number it is the same process and no later one. */
  readonly start: string;
  /** Ended, but nobody asked for its exit code yet. */
  readonly isZombie: boolean;
}

/** All processes; those that end meanwhile may be missing. */
export const listProcesses = async (): Promise<readonly ProcessFacts[]> => {
  if (process.platform === 'linux') return pidsInProc().flatMap((pid) => readProc(pid) ?? []);
  // what follows was never run
  return process.platform === 'win32'
    ? processesOfWindows(await outputOf('powershell', ['-NoProfile', '-Command', WINDOWS_LIST]))
    : processesOfPs(await outputOf('ps', ['-axo', 'pid=,ppid=,pgid=,stat=,lstart=']));
};

/** One process; undefined where there is none of that number. */
export const findProcess = async (pid: number): Promise<ProcessFacts | undefined> =>
  process.platform === 'linux' ? readProc(pid) : (await listProcesses()).find((each) => each.pid === pid);

/**
 * The numbers of the processes whose environment has a variable of exactly that value. A process that was started with
 * another environment is not found, nor one of another user, nor any on Windows.
 */
export const pidsWith = async (name: string, value: string): Promise<ReadonlySet<number>> => {
  const entry = `${name}=${value}`;
  if (process.platform === 'linux') return new Set(pidsInProc().filter((pid) => environmentHas(pid, entry)));
  if (process.platform === 'win32') return new Set();
  // never run: prints the environment behind the command
  const lines = (await outputOf('ps', ['-axEwwo', 'pid=,command='])).split('\n');
  return new Set(
    lines.filter((line) => `${line} `.includes(` ${entry} `)).map((line) => Number.parseInt(line, 10)),
  );
};

/** The processes whose environment has a variable that begins so: their numbers with the value. As {@link pidsWith}. */
export const valuesOf = async (name: string, beginning: string): Promise<ReadonlyMap<number, string>> => {
  if (process.platform === 'win32') return new Map();
  const entry = `${name}=${beginning}`;
  const found = (environment: string, separator: string): string | undefined =>
    environment
      .split(separator)
      .find((each) => each.startsWith(entry))
      ?.slice(name.length + 1);
  if (process.platform === 'linux') {
    return new Map(
      pidsInProc().flatMap((pid): readonly (readonly [number, string])[] => {
        const value = found(readOrEmpty(`/proc/${pid}/environ`), '\0');
        return value === undefined ? [] : [[pid, value]];
      }),
    );
  }
  // never run
  const lines = (await outputOf('ps', ['-axEwwo', 'pid=,command='])).split('\n');
  return new Map(
    lines.flatMap((line): readonly (readonly [number, string])[] => {
      const value = found(line, ' ');
      return value === undefined ? [] : [[Number.parseInt(line, 10), value]];
    }),
  );
};

/** The command line of a process, for a person; empty where it cannot be read. */
export const commandLineOf = async (pid: number): Promise<string> => {
  if (process.platform !== 'linux')
    return (await outputOf('ps', ['-o', 'command=', '-p', String(pid)])).trim();
  return readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
};

const pidsInProc = (): readonly number[] =>
  readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));

const environmentHas = (pid: number, entry: string): boolean =>
  `\0${readOrEmpty(`/proc/${pid}/environ`)}\0`.includes(`\0${entry}\0`);

/** `/proc` itself, but for a system whose `/proc` says nothing. */
export const readProc = (pid: number): ProcessFacts | undefined =>
  factsOfStat(readOrEmpty(`/proc/${pid}/stat`));

/** Reads `/proc/<pid>/stat`, where the name of the program may hold anything. */
export const factsOfStat = (stat: string): ProcessFacts | undefined => {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const start = fields[START - 3];
  if (start === undefined) return undefined;
  return {
    pid: Number.parseInt(stat, 10),
    parent: Number(fields[1]),
    group: Number(fields[2]),
    session: Number(fields[3]),
    start,
    isZombie: fields[0] === 'Z' || fields[0] === 'X',
  };
};

/** The number of the field of the time of start, counted from 1; the third is the first behind the name. */
const START = 22;

/** Reads what `ps` prints for macOS and other systems. */
export const processesOfPs = (text: string): readonly ProcessFacts[] =>
  text.split('\n').flatMap((line) => {
    const [pid, parent, group, state, ...start] = line.trim().split(/\s+/);
    if (start.length === 0) return [];
    return {
      pid: Number(pid),
      parent: Number(parent),
      group: Number(group),
      session: 0,
      start: start.join(' '),
      isZombie: state?.startsWith('Z') ?? false,
    };
  });

const WINDOWS_LIST =
  'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId) $($_.CreationDate.ToFileTimeUtc())" }';

const processesOfWindows = (text: string): readonly ProcessFacts[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [pid, parent, start] = line.split(' ');
    if (start === undefined) return [];
    return { pid: Number(pid), parent: Number(parent), group: 0, session: 0, start, isZombie: false };
  });

const readOrEmpty = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // the process has ended, or is another user's
    return '';
  }
};
