import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from '../../engine/run/item';
import { fail, ok, type Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import { createAwakeClock } from './awake';
import { boundLog } from './boundLog';
import { endProcesses, membersOf } from './endProcesses';
import { sizeOf, tailOf } from './fileEnd';
import { startProcess, TAG } from './startProcess';

/** A set-up command, gate or hook. */
export interface Step {
  readonly command: Command;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What it prints is added to that file. */
  readonly log: string;
  /** Read as its standard input. */
  readonly stdin?: string;
  /** Unlike that of every other process that runs at the same time. */
  readonly tag: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface StepEnd {
  /** Null where it was ended, or nobody knows. */
  readonly exit: number | null;
  readonly seconds: number;
  /** The end of what it printed. */
  readonly output: string;
  /** It took too long, or nobody wanted it any more. */
  readonly stopped: 'late' | 'unwanted' | undefined;
}

const GRACE_MS = 2_000;
const POLL_MS = 1_000;

/** Runs a command to its end, with everything it starts. Fails where it cannot be started. */
export const runStep = async (step: Step): Promise<Result<StepEnd, UserError>> => {
  let before = sizeOf(step.log);
  const result = `${step.log}.${randomUUID()}.end`;
  const clock = createAwakeClock(2 * POLL_MS);
  const started = await startProcess({
    argv: step.command,
    cwd: step.cwd,
    env: step.env,
    ...(step.stdin !== undefined && { stdin: step.stdin }),
    stdout: step.log,
    stderr: step.log,
    result,
    tag: step.tag,
  });
  if (!started.ok) return fail(started.error);
  const { identity, ended } = started.value;
  let stopped: StepEnd['stopped'];
  let code: number | undefined | 'running' = 'running';
  while (code === 'running' && stopped === undefined) {
    code = await Promise.race([ended.then((end) => end.code), aWhile(step.signal)]);
    const cut = boundLog(step.log);
    if (cut !== undefined) before = Math.min(before, cut);
    if (step.signal.aborted) stopped = 'unwanted';
    else if (clock.elapsed() > step.timeoutMs) stopped = 'late';
  }
  const tree = { leader: identity, mark: { name: TAG, value: step.tag } };
  // what it left running would hold ports and files
  if (code === 'running' || (await membersOf(tree)).length > 0)
    await endProcesses(tree, { graceMs: GRACE_MS });
  await rm(result, { force: true });
  return ok({
    exit: typeof code === 'number' ? code : null,
    seconds: Math.round(clock.elapsed() / 100) / 10,
    output: tailOf(step.log, before),
    stopped: code === 'running' ? stopped : undefined,
  });
};

/** Until a moment has passed, or nobody wants to wait any longer. */
const aWhile = async (signal: AbortSignal): Promise<'running'> => {
  try {
    await pause(POLL_MS, undefined, { signal });
  } catch {
    // nobody wants to wait
  }
  return 'running';
};
