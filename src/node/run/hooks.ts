import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HookEvent } from '../../engine/run/config/config';
import type { TimedEvent } from '../../engine/run/event';
import { isFailure, isRecordedState } from '../../engine/run/itemState';
import { builtEnvironment } from './environment';
import type { RunFolder } from './record/runFolder';
import type { RunSettings } from './record/settings';
import { runStep } from './runStep';

const LIMIT_MS = 60_000;

/** Tells the hooks of a configuration what happens; a hook that fails is noted and changes nothing. */
export interface Hooks {
  tell(event: TimedEvent): void;
  /** Resolves when all have ended. */
  settled(): Promise<void>;
}

export const createHooks = (
  folder: RunFolder,
  settings: RunSettings,
  note: (text: string) => void,
): Hooks => {
  const running = new Set<Promise<void>>();
  const log = join(folder.path, 'hooks.log');
  const run = async (name: HookEvent, event: TimedEvent): Promise<void> => {
    const command = settings.hooks[name];
    if (!command) return;
    const stdin = join(folder.path, `hook-${randomUUID()}.json`);
    await writeFile(stdin, `${JSON.stringify({ ...event, run: folder.run })}\n`);
    const done = await runStep({
      command,
      cwd: settings.home,
      env: builtEnvironment({ PLAN_RUN: folder.run }),
      log,
      stdin,
      tag: `${settings.mark}:hook:${randomUUID()}`,
      timeoutMs: LIMIT_MS,
      signal: new AbortController().signal,
    });
    await rm(stdin, { force: true });
    if (!done.ok) note(`The hook ${name} could not be run: ${done.error.message}.`);
    else if (done.value.exit !== 0) note(`The hook ${name} failed; ${log} says why.`);
  };
  return {
    tell: (event) => {
      const name = hookFor(event);
      if (name === undefined) return;
      const done: Promise<void> = run(name, event)
        .catch((error: unknown) => note(`The hook ${name} could not be run: ${String(error)}`))
        .finally(() => running.delete(done));
      running.add(done);
    },
    settled: async () => {
      await Promise.all(running);
    },
  };
};

const hookFor = (event: TimedEvent): HookEvent | undefined => {
  const name = event.event;
  if (name === 'finished' || name === 'landed' || name === 'waiting') return name;
  // it is written down twice, first without its process
  if (name === 'running') return event.process === undefined ? undefined : 'started';
  return isRecordedState(name) && isFailure(name) ? 'failed' : undefined;
};
