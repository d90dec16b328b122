import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { printableLine } from '../../engine/words/printable';
import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { nodeProgram } from './nodeProgram';
import { withoutEditor } from './startDetached';

/** Runs a short command of the command line to its end; what it printed, or what it said went wrong. */
export const callCommandLine = async (
  cwd: string,
  args: readonly string[],
): Promise<Result<string, UserError>> => {
  const { path, env } = await nodeProgram();
  return new Promise((resolve) => {
    const child = spawn(path, [join(__dirname, 'cli.js'), ...args], {
      cwd,
      env: { ...withoutEditor(process.env), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (error) => resolve(fail(new UserError(`Cannot run ${path}: ${error.message}`))));
    child.on('close', (code) => {
      if (code === 0) resolve(ok(Buffer.concat(out).toString('utf8')));
      else resolve(fail(new UserError(wordsIn(Buffer.concat(err).toString('utf8')))));
    });
  });
};

/** The first line of an error, without what marks it as one. */
const wordsIn = (text: string): string => {
  const [line = ''] = text.trim().split('\n');
  return printableLine(line.replace(/^error: /, '')) || 'It failed without a message.';
};
