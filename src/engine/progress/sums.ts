import type { AnalysedAchievement } from '../model/analysis';
import { type ActualEffort, addEfforts, type Effort, middleOf, NO_EFFORT } from '../model/effort';
import type { ActualTime, Time } from '../model/time';

/** An achievement's figures, each read once. */
export interface Figures {
  readonly status: AnalysedAchievement['status'];
  readonly effort: Effort | undefined;
  readonly actual: ActualEffort | undefined;
}

/** What one after the other takes: all of {@link Time} but what goes on at the same time. */
export const sumOf = (all: readonly Figures[]): Omit<Time, 'parallel'> => {
  const working = all.filter(({ status }) => status !== 'skipped');
  const finished = working.filter(({ status }) => status === 'complete');
  const open = working.filter(({ status }) => status !== 'complete');
  const [hoursDone, hoursOpen] = [hoursOf(finished), hoursOf(open)];
  return {
    complete: finished.length,
    total: all.length,
    done: hoursDone,
    open: hoursOpen,
    all: addEfforts(hoursDone, hoursOpen),
    withoutEstimate: { open: countLacking(open), all: countLacking(working) },
    actual: actualOf(all),
  };
};

const total = (efforts: readonly (Effort | undefined)[]): Effort =>
  efforts.reduce<Effort>((sum, effort) => (effort ? addEfforts(sum, effort) : sum), NO_EFFORT);

const hoursOf = (figures: readonly Figures[]): Effort => total(figures.map(({ effort }) => effort));

const countLacking = (figures: readonly Figures[]): number =>
  figures.reduce((count, { effort }) => count + (effort ? 0 : 1), 0);

const actualOf = (figures: readonly Figures[]): ActualTime | undefined => {
  const telling = figures.filter(({ effort, actual }) => actual && effort && effort.max > 0);
  if (telling.length === 0) return undefined;
  const [hours, estimated] = [total(telling.map(({ actual }) => actual)), hoursOf(telling)];
  return { achievements: telling.length, hours, estimated, ratio: middleOf(hours) / middleOf(estimated) };
};
