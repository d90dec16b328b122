import { setTimeout as pause } from 'node:timers/promises';
import { isFailure } from '../../../engine/run/itemState';
import { callCommandLine } from '../../../node/run/callCommandLine';
import { runnerOf } from '../../../node/run/record/openRun';
import { runFolder } from '../../../node/run/record/runFolder';
import { commandsOf, trustTextOf } from '../../../node/run/record/settings';
import { isTrusted, trust, trustHash } from '../../../node/run/record/trusted';
import { tellWish, type Wish } from '../../../node/run/record/wishes';
import { readSettings } from '../../../node/run/runner';
import { startRunner } from '../../../node/run/startRunner';
import { orThrow } from '../../../shared/result';
import { NothingToDo, UserError } from '../../../shared/userError';
import type { Run } from '../runs';
import type { RunsModel } from './runsModel';

/** Asks whether commands that a record wants to have run may be run; they are given as they are written. */
export type MayRun = (run: Run, commands: readonly (readonly string[])[]) => Promise<boolean>;

/** What a person says of a result. */
export interface Review {
  readonly kind: 'approve' | 'fix';
  /** Of a fix: what is wrong. */
  readonly reason?: string;
  readonly reviewer: string;
}

/** What is done with runs. Everything throws a `UserError` where it cannot be done. */
export interface Steering {
  /** Ends a run, or one item of it, with all that it started; also one whose runner is gone. */
  stop(run: Run, item?: string): Promise<void>;
  /** Tries again what failed: all of it, or one item. */
  retry(run: Run, item?: string): Promise<void>;
  /** Goes on with a run that nobody goes on with. */
  resume(run: Run): Promise<void>;
  /** Writes what a person says of a result that waits, and lets the run go on. */
  review(run: Run, item: string, review: Review): Promise<void>;
  /** Lets a runner of its own go on with a run that has just begun. */
  begin(run: Run): Promise<void>;
}

const LOOK_MS = 200;

/** The runner is told, or started; nothing of a run is done here. */
export const createSteering = (
  model: Pick<RunsModel, 'expect' | 'refresh' | 'all'>,
  mayRun: MayRun,
): Steering => {
  /** Throws where what a record has run was seen by nobody: it is a file like any other. */
  const checkTrust = async (run: Run): Promise<void> => {
    const settings = orThrow(await readSettings(runFolder(run.home, run.name)));
    const hash = trustHash(trustTextOf(settings));
    if (await isTrusted(settings.top, hash)) return;
    if (!(await mayRun(run, commandsOf(settings)))) throw new Declined();
    await trust(settings.top, hash);
  };

  const goOn = async (run: Run, args: readonly string[]): Promise<void> => {
    await checkTrust(run);
    const started = startRunner(run.home, run.head, args);
    model.expect(run.record, started);
    orThrow(await started);
    await model.refresh();
  };

  /** True where the very runner that holds the lock was told. */
  const told = async (run: Run, wish: Wish): Promise<boolean> => {
    const runner = await runnerOf(run.home, run.head);
    if (!runner) return false;
    if (!runner.isProved) {
      throw new UserError(
        `Run ${run.name} is running on ${runner.holder.host || 'another machine'}. Steer it there.`,
      );
    }
    await tellWish(runFolder(run.home, run.name), wish);
    return true;
  };

  const failedOf = (run: Run, item: string | undefined): readonly string[] =>
    run.items
      .filter(({ id, record }) => record.state !== 'open' && isFailure(record.state) && (item ?? id) === id)
      .map(({ id }) => id);

  /** A runner that goes on takes a review by itself; where there is none, or it was just ending, another one has to. */
  const untilTaken = async (run: Run, item: string): Promise<void> => {
    for (;;) {
      const isAlone = !(await runnerOf(run.home, run.head));
      await model.refresh();
      if (model.all.find(({ record }) => record === run.record)?.itemOf(item)?.state !== 'waiting') return;
      if (isAlone) return resume(run);
      await pause(LOOK_MS);
    }
  };

  const resume = (run: Run): Promise<void> => goOn(run, ['resume', '--', run.name]);

  return {
    stop: async (run, item) => {
      const wish: Wish = { wish: 'stop', ...(item !== undefined && { item }) };
      if (await told(run, wish)) return;
      if (run.life !== 'left') throw new NothingToDo(`Run ${run.name} has already ended.`);
      if (item !== undefined)
        throw new UserError(`Run ${run.name} is interrupted. Stop the whole run, or resume it first.`);
      await goOn(run, ['stop', '--', run.name]);
    },
    retry: async (run, item) => {
      const items = failedOf(run, item);
      if (items.length === 0) throw new NothingToDo(`${item ?? run.name} has no failure to retry.`);
      if (run.life === 'running' && (await told(run, { wish: 'retry', items }))) return;
      await goOn(run, ['retry', '--', run.name, ...(item === undefined ? [] : [item])]);
    },
    resume,
    review: async (run, item, { kind, reason, reviewer }) => {
      const options = [
        '--format=json',
        ...(reviewer === '' ? [] : [`--reviewer=${reviewer}`]),
        ...(reason === undefined ? [] : [`--reason=${reason}`]),
      ];
      orThrow(await callCommandLine(run.home, [kind, ...options, '--', run.name, item]));
      await untilTaken(run, item);
    },
    begin: (run) => resume(run),
  };
};

/** A person turned away: nothing is said. */
export class Declined extends Error {}
