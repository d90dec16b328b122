import { counted } from '../../shared/counted';
import { middleOf } from '../model/effort';
import type { ActualTime, Time } from '../model/time';
import { shortEffort } from '../words/hours';

/**
 * `6-9 h left, 4 h in parallel, 2 without estimate` about a part of a plan, or all of it; undefined where nothing is
 * open, or nothing of the plan is estimated.
 */
export const timeLeftWords = (time: Time, plan: Time = time): string | undefined =>
  plan.all.max > 0 ? listed(leftWords(time), parallelWords(time), lackingWords(time)) : undefined;

/** The same about a whole plan: `6-9 h left of 12-20 h, 4 h in parallel (47 % saved)`, and `12-20 h done` at its end. */
export const planTimeWords = (time: Time): string | undefined => {
  if (time.all.max === 0) return undefined;
  const left = leftWords(time);
  const all = shortEffort(time.all);
  const of = left !== undefined && time.done.max > 0 ? `${left} of ${all}` : left;
  const percent = Math.round((savedShare(time) ?? 0) * 100);
  const parallel = parallelWords(time);
  return listed(
    of ?? `${all} done`,
    parallel && percent > 0 ? `${parallel} (${percent} % saved)` : parallel,
    lackingWords(time),
  );
};

/** `6-9 h left`; undefined where that is nothing. */
export const leftWords = ({ open }: Pick<Time, 'open'>): string | undefined =>
  open.max > 0 ? `${shortEffort(open)} left` : undefined;

/** `3 h for 2 achievements estimated at 2-3 h (120 %)`. */
export const actualWords = ({ achievements, hours, estimated, ratio }: ActualTime): string =>
  `${shortEffort(hours)} for ${counted(achievements, 'achievement')} estimated at ${shortEffort(estimated)} (${Math.round(ratio * 100)} %)`;

/** The share of the open hours that working in parallel saves, from 0 to 1; undefined where nobody can tell. */
export const savedShare = ({ open, parallel }: Time): number | undefined =>
  parallel && open.max > 0 ? Math.max(0, 1 - middleOf(parallel.open) / middleOf(open)) : undefined;

/** Where that is less than one after the other. */
const parallelWords = (time: Time): string | undefined =>
  time.parallel && savedShare(time) ? `${shortEffort(time.parallel.open)} in parallel` : undefined;

const lackingWords = ({ withoutEstimate }: Time): string | undefined =>
  withoutEstimate.open > 0 ? `${withoutEstimate.open} without estimate` : undefined;

const listed = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined).join(', ') || undefined;
