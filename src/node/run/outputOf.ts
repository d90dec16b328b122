import { spawn } from 'node:child_process';

/** What a program of the system prints; empty where it cannot be run. Its messages are in English. */
export const outputOf = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(program, [...args], {
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve(''));
    child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
