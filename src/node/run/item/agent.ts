import { closeSync, openSync, readSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ending, OutputReader } from '../../../engine/run/executor/ending';
import type { Executor } from '../../../engine/run/executor/executor';
import { outputReader } from '../../../engine/run/executor/outputReaders';
import { lastActivity } from '../activity';
import { createAwakeClock } from '../awake';
import { boundLog } from '../boundLog';
import { endProcesses, membersOf } from '../endProcesses';
import { sizeOf } from '../fileEnd';
import { type ProcessEnd, type RunningProcess, TAG } from '../startProcess';

/** An executor at work. */
export interface Agent {
  readonly process: RunningProcess;
  readonly tag: string;
  readonly executor: Executor;
  /** What it prints, from its beginning. */
  readonly log: string;
  readonly heartbeatFile: string;
  readonly worktree: string;
  readonly signal: AbortSignal;
}

export interface AgentEnd {
  /** `ended`: by itself, or after it had said that it is done. */
  readonly how: 'ended' | 'timed-out' | 'stalled' | 'unwanted';
  readonly ending: Ending;
  /** What nothing could end, as command lines. */
  readonly survivors: readonly string[];
}

const POLL_MS = 200;
/** Between two looks at the files of a worktree. */
const LOOK_MS = 15_000;
/** After its last event an executor has nothing to do any more. */
const GRACE_AFTER_END_MS = 30_000;
const GRACE_MS = 5_000;
const MINUTE_MS = 60_000;

/**
 * Watches an executor to its end, which comes by itself, after its last event, after too long a time, after too long
 * a silence, or when nobody wants it any more. Nothing of its processes is left afterwards but what is answered. Sleep
 * of the computer is neither time nor silence.
 */
export const watchAgent = async (agent: Agent): Promise<AgentEnd> => {
  const { executor, process: running } = agent;
  const reader = outputReader(executor.result);
  const output = followLines(agent.log, reader);
  const how = await untilOver(agent, reader, output);
  const tree = { leader: running.identity, mark: { name: TAG, value: agent.tag } };
  const end = await isOver(running);
  const isGone = end !== undefined && (await membersOf(tree)).length === 0;
  const { survivors } = isGone ? { survivors: [] } : await endProcesses(tree, { graceMs: GRACE_MS });
  output.read(true);
  return {
    how,
    // one that had to be ended has no exit code of its own
    ending: reader.end(end?.code ?? null),
    survivors: survivors.map(({ pid, command }) => `${pid} ${command}`),
  };
};

/** The end of a process, or undefined while it goes on. */
const isOver = async ({ ended }: RunningProcess): Promise<ProcessEnd | undefined> =>
  Promise.race([ended, pause(0, undefined)]);

const untilOver = async (agent: Agent, reader: OutputReader, output: Lines): Promise<AgentEnd['how']> => {
  const { process: running, executor, signal } = agent;
  const clock = createAwakeClock(10 * POLL_MS);
  const silence = createSilence(agent);
  let saidEnd: number | undefined;
  for (;;) {
    const isEnded = await Promise.race([running.ended.then(() => true), pause(POLL_MS, false)]);
    const now = clock.elapsed();
    const isHeard = output.read(isEnded);
    if (isEnded) return 'ended';
    if (signal.aborted) return 'unwanted';
    if (reader.sawEnd()) saidEnd ??= now;
    if (saidEnd !== undefined && now - saidEnd >= GRACE_AFTER_END_MS) return 'ended';
    if (now >= executor.timeoutMinutes * MINUTE_MS) return 'timed-out';
    if (await silence.isTooLong(now, isHeard)) return 'stalled';
  }
};

/** Knows for how long an executor gave no sign of life: no output, no heartbeat, no file that it changed. */
const createSilence = ({ executor, heartbeatFile, worktree }: Agent) => {
  const idleMs = executor.idleMinutes * MINUTE_MS;
  const lookMs = Math.min(LOOK_MS, idleMs / 4);
  let lastSign = 0;
  let lastLook = 0;
  let lastTrace = Date.now();
  return {
    isTooLong: async (now: number, isHeard: boolean): Promise<boolean> => {
      if (isHeard) lastSign = now;
      if (now - lastLook < lookMs) return false;
      lastLook = now;
      const trace = (await lastActivity({ files: [heartbeatFile], worktree })) ?? 0;
      if (trace > lastTrace) {
        lastTrace = trace;
        lastSign = now;
      }
      return now - lastSign >= idleMs;
    },
  };
};

interface Lines {
  /** Reads what is new; true where there was anything. The last line counts at the end only if it is not finished. */
  read(isEnd: boolean): boolean;
}

const CHUNK = 1 << 16;
/** Longer lines are cut: no event that is of interest is so long. */
const LONGEST_LINE = 4_000_000;

/** Reads a file that grows, line by line. */
const followLines = (path: string, reader: OutputReader): Lines => {
  let offset = 0;
  const decoder = new TextDecoder();
  let rest = '';
  const take = (text: string): void => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    for (const line of lines) reader.line(line.replace(/\r$/, ''));
  };
  return {
    read: (isEnd) => {
      const before = offset;
      const size = sizeOf(path);
      if (size > offset) {
        const file = openSync(path, 'r');
        const buffer = Buffer.alloc(CHUNK);
        try {
          for (let read = -1; read !== 0; ) {
            read = readSync(file, buffer, 0, CHUNK, offset);
            offset += read;
            take(decoder.decode(buffer.subarray(0, read), { stream: true }));
          }
        } finally {
          closeSync(file);
        }
      }
      offset = boundLog(path) ?? offset;
      if (isEnd && rest !== '') {
        reader.line(rest);
        rest = '';
      }
      return offset !== before;
    },
  };
};
