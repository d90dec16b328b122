import type { Tasks } from './assignment';

/** Total of some durations. */
export const workIn = (durations: Float64Array): number => durations.reduce((sum, each) => sum + each, 0);

/**
 * No schedule of the tasks is shorter than the longest chain of them (`length`), than the work shared out evenly, or
 * than the work one named executor has to do alone. Every makespan worth having is a sum of durations, so the bound is
 * rounded up to what they are all multiples of. Durations are whole numbers.
 */
export const lowerBound = (
  { durations, executorOf, also }: Tasks,
  length: number,
  executors: number,
  named: number,
): number => {
  const loads = new Float64Array(named);
  executorOf.forEach((executor, node) => {
    if (executor !== -1) loads[executor] = (loads[executor] as number) + (durations[node] as number);
  });
  let together = 0;
  for (const [node, others] of also) {
    const duration = durations[node] as number;
    together += duration * others.length;
    for (const other of others) loads[other] = (loads[other] as number) + duration;
  }
  const unit = commonUnit(durations);
  const shared = Math.ceil((workIn(durations) + together) / executors / unit) * unit;
  return loads.reduce((most, load) => Math.max(most, load), Math.max(length, shared));
};

/** The greatest number that divides all of them; 1 where there is none. */
const commonUnit = (durations: Float64Array): number => {
  let unit = 0;
  for (const duration of durations) {
    let rest = duration;
    while (rest !== 0) [unit, rest] = [rest, unit % rest];
    if (unit === 1) break;
  }
  return unit || 1;
};
