/** The bundle of the commands that run plans: everything that other commands need nothing of. */
export { attachRun } from './run/attachRun';
export { listRuns } from './run/listRuns';
export { logItem } from './run/logItem';
export { runPlan } from './run/runPlan';
export { resumeRun, retryRun, stopRun } from './run/steerRun';
