import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LIMIT_MS = 30_000;

/** Asks until there is an answer. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
): Promise<T> => {
  for (const end = performance.now() + LIMIT_MS; performance.now() < end; await pause(20)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
  }
  throw new Error(`${what} did not come`);
};

/** A temporary folder. */
export const makeFolder = (): { readonly path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'parallel-plans-run-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
};
