import type { Achievement } from '../model/achievement';
import { middleOf } from '../model/effort';
import { isOver } from '../model/status';

const SECONDS_AN_HOUR = 3600;
/** What an achievement counts where no open one of the plan has an estimate. */
const WITHOUT_ANY_ESTIMATE = SECONDS_AN_HOUR;

/** Schedules are made in whole seconds: sums are exact, so what ends at the same time is known to. */
export const secondsOf = (hours: number): number => Math.round(hours * SECONDS_AN_HOUR);

export const inHours = (seconds: number): number => seconds / SECONDS_AN_HOUR;

/** Hours of work that are left: the middle of the estimate, nothing for what is over; NaN without an estimate. */
export const hoursOf = ({ effort, status }: Pick<Achievement, 'effort' | 'status'>): number => {
  if (isOver(status)) return 0;
  return effort ? middleOf(effort) : Number.NaN;
};

/** How long some open achievements take, in whole seconds, one figure each. */
export interface Durations {
  /** The least of the estimate. */
  readonly optimistic: Float64Array;
  /** Its middle. */
  readonly likely: Float64Array;
  /** The most of it. */
  readonly pessimistic: Float64Array;
  /** 1 where there is no estimate. */
  readonly isAssumed: Uint8Array;
  /**
   * What those count that have none: the median of the others' middles, milestones of 0 hours left out; an hour where
   * no other estimate is known.
   */
  readonly assumption: number;
}

/**
 * Durations from estimates. Work in progress counts whole: documents say what was spent, not what is left. What lacks
 * an estimate counts as much as the others do typically, without a range.
 */
export const durationsOf = (open: readonly Pick<Achievement, 'effort'>[]): Durations => {
  // each is read once: that may take the text of the plan
  const efforts = open.map(({ effort }) => effort);
  const likely = Float64Array.from(efforts, (effort) => secondsOf(effort ? middleOf(effort) : Number.NaN));
  const assumption = medianOf(likely.filter((seconds) => seconds > 0)) ?? WITHOUT_ANY_ESTIMATE;
  const either = (seconds: number): number => (Number.isFinite(seconds) ? seconds : assumption);
  return {
    optimistic: Float64Array.from(efforts, (effort) => either(secondsOf(effort?.min ?? Number.NaN))),
    likely: likely.map(either),
    pessimistic: Float64Array.from(efforts, (effort) => either(secondsOf(effort?.max ?? Number.NaN))),
    isAssumed: Uint8Array.from(likely, (seconds) => (Number.isFinite(seconds) ? 0 : 1)),
    assumption,
  };
};

/** The lower one of the two in the middle of an even number. */
const medianOf = (figures: Float64Array): number | undefined =>
  figures.sort()[Math.floor((figures.length - 1) / 2)];
