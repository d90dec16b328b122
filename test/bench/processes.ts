import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Rows about the built product say this instead of measuring something else. */
export const requireBuilt = (...files: readonly string[]): void => {
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`not built: ${missing.join(', ')} is missing`);
};

export interface Folder {
  readonly path: string;
  write(name: string, text: string): string;
  remove(): void;
}

export const temporaryFolder = (): Folder => {
  const path = mkdtempSync(join(tmpdir(), 'parallel-plans-bench-'));
  return {
    path,
    write: (name, text) => {
      const file = join(path, name);
      writeFileSync(file, text);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
};

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What the process wrote to its file descriptor 3. */
  readonly report: string;
}

const collect = (stream: unknown, add: (text: string) => void): void => {
  const readable = stream as NodeJS.ReadableStream;
  readable.setEncoding('utf8');
  readable.on('data', add);
};

/** Runs Node and waits for its end. */
export const runNode = (args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    const texts = { stdout: '', stderr: '', report: '' };
    collect(child.stdio[1], (text) => {
      texts.stdout += text;
    });
    collect(child.stdio[2], (text) => {
      texts.stderr += text;
    });
    collect(child.stdio[3], (text) => {
      texts.report += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...texts }));
  });

/** Runs a bundle of test/bench/children with a garbage collector it may call; resolves with what it reports. */
export const runChild = async <T>(name: string, args: readonly string[]): Promise<T> => {
  const { code, report, stderr } = await runNode(['--expose-gc', `out/bench/children/${name}.mjs`, ...args]);
  if (code !== 0 || report === '') throw new Error(`${name} failed: ${stderr.slice(0, 2000)}`);
  return JSON.parse(report) as T;
};

/** Loaded before everything else in a measured process: reports its CPU time, start-up included, when it ends. */
export const CPU_REPORT = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeSync(3, String((user + system) / 1000));
});
`;

/** CPU milliseconds of a whole Node process that was given {@link CPU_REPORT} in the file `preload`. */
export const cpuOfNode = async (preload: string, args: readonly string[]): Promise<number> => {
  const { report, stderr } = await runNode(['--require', preload, ...args]);
  const milliseconds = Number.parseFloat(report);
  if (Number.isNaN(milliseconds)) throw new Error(`The process said no CPU time. ${stderr}`);
  return milliseconds;
};
