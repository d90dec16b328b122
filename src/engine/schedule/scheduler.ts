import { planningSchedule } from './planSchedule';
import { schedulesOf } from './schedules';

/** What works out schedules: for those who get it from elsewhere and do not load it themselves. */
export const scheduler = { schedulesOf, planningSchedule };

export type Scheduler = typeof scheduler;
