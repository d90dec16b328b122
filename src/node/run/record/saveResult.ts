import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastLanded } from '../../../engine/run/leftAt';
import type { RunState } from '../../../engine/run/state';
import { batchId, type RunResult, resultOf } from '../../../engine/run/text/result';
import { writeWhole } from '../writeWhole';
import type { RunFolder } from './runFolder';

/** The result of a run as it is now. */
export const currentResult = (state: RunState): RunResult | undefined =>
  resultOf(state, Date.now(), lastLanded(state.items) ?? null);

/** Writes `result.json`, of a PRP batch also where the first batch runners look for it. Answers where it is. */
export const saveResult = async (
  state: RunState,
  folder: RunFolder,
  top: string,
): Promise<readonly string[]> => {
  const result = currentResult(state);
  if (!result) return [];
  const text = `${JSON.stringify(result, undefined, 2)}\n`;
  await writeWhole(folder.result, text);
  const batches = join(top, '.ce', 'orchestration', 'batches');
  if (state.head?.kind !== 'prp-batch' || !existsSync(dirname(batches))) return [folder.result];
  const place = join(batches, `batch-${batchId(state.head.plan)}.result.json`);
  await mkdir(batches, { recursive: true });
  await writeWhole(place, text);
  return [folder.result, place];
};

/** Between two states that are written: a person sees no difference. */
const STATE_MS = 300;

/** Keeps `state.json` as new as that is of use to somebody who only looks. */
export const createStateFile = (state: RunState, { state: path }: RunFolder) => {
  let isStale = false;
  let saving: Promise<void> | undefined;
  const save = async (): Promise<void> => {
    for (; isStale; await pause(isStale ? STATE_MS : 0)) {
      isStale = false;
      await writeWhole(path, `${JSON.stringify(resultOf(state, Date.now(), null))}\n`);
    }
    saving = undefined;
  };
  return {
    changed: (): void => {
      isStale = true;
      // a cache that cannot be written is missed by nobody
      saving ??= save().catch(() => {
        saving = undefined;
      });
    },
    /** Resolves when what is known is written. */
    settled: async (): Promise<void> => saving,
  };
};
