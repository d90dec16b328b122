import type { AnalysedPlan } from '../../engine/model/analysis';
import type { DependencyChange } from '../../engine/model/edge';
import type { Effect } from '../../engine/schedule/effect';
import type { PlanSchedule } from '../../engine/schedule/planSchedule';

/** What `schedule` shows. */
export interface ScheduleAnswer {
  readonly plan: AnalysedPlan;
  readonly asked: Omit<ScheduleOptions, 'format'>;
  readonly schedule: PlanSchedule;
  readonly effects: readonly (DependencyChange & Effect)[];
}

export interface ScheduleOptions {
  /** Left out: as many as are worthwhile. */
  readonly executors: number | undefined;
  readonly seed: number;
  readonly samples: number;
  /** Dependencies of which the effect is to be told, each on its own. */
  readonly changes: readonly DependencyChange[];
  readonly format: 'text' | 'json';
}
