import type { AnalysedAchievement } from '../model/analysis';
import { addEfforts, type Effort, middleOf, NO_EFFORT } from '../model/effort';
import { isOver } from '../model/status';
import type { ActualTime, Time } from '../model/time';
import { longestChain } from './chains';

/** What {@link groupTime} looks at. */
export type Figures = Pick<
  AnalysedAchievement,
  'id' | 'level' | 'status' | 'dependencies' | 'effort' | 'actual'
>;

/**
 * Progress and time of some achievements of a plan; in parallel, by the dependencies among them where enough of the
 * plan's are known.
 */
export const groupTime = (achievements: readonly Figures[], isOrderKnown: boolean): Time => {
  const working = achievements.filter(({ status }) => status !== 'skipped');
  const finished = working.filter(isComplete);
  const open = working.filter((each) => !isComplete(each));
  const [done, left] = [hoursIn(finished), hoursIn(open)];
  return {
    complete: finished.length,
    total: achievements.length,
    done,
    open: left,
    all: addEfforts(done, left),
    parallel: isOrderKnown ? parallelIn(achievements) : undefined,
    withoutEstimate: { open: countLacking(open), all: countLacking(working) },
    actual: actualIn(achievements),
  };
};

const isComplete = ({ status }: Figures): boolean => status === 'complete';

const total = (efforts: readonly (Effort | undefined)[]): Effort =>
  efforts.reduce<Effort>((sum, effort) => (effort ? addEfforts(sum, effort) : sum), NO_EFFORT);

const hoursIn = (figures: readonly Figures[]): Effort => total(figures.map(({ effort }) => effort));

const countLacking = (figures: readonly Figures[]): number =>
  figures.filter(({ effort }) => effort === undefined).length;

const parallelIn = (achievements: readonly Figures[]): Time['parallel'] => {
  const hours = ({ status, effort }: Figures): Effort =>
    status === 'skipped' ? NO_EFFORT : (effort ?? NO_EFFORT);
  const all = longestChain(achievements, hours);
  // what is over makes nothing wait for what it depends on, as in schedules
  const left = achievements.filter(({ status }) => !isOver(status));
  const open = longestChain(left, hours);
  return open && all && { open, all };
};

const actualIn = (figures: readonly Figures[]): ActualTime | undefined => {
  const telling = figures.filter(({ effort, actual }) => actual && effort && effort.max > 0);
  if (telling.length === 0) return undefined;
  const [hours, estimated] = [total(telling.map(({ actual }) => actual)), hoursIn(telling)];
  return { achievements: telling.length, hours, estimated, ratio: middleOf(hours) / middleOf(estimated) };
};
