import { attachRun as attach } from './run/attachRun';
import { landInto as land } from './run/landInto';

export { lastRuns } from './run/lastRuns';

import { exportRun as exporting } from './run/exportRun';
import { listRuns as list } from './run/listRuns';
import { logItem as log } from './run/logItem';
import { importRun as importing, runItem as item, landOnHub as landing } from './run/onHub';
import { reviewRun as review } from './run/reviewRun';
import { runPlan as run } from './run/runPlan';
import { resumeRun as resume, retryRun as retry, stopRun as stop } from './run/steerRun';
import { exitCodeOfError } from './terminal/errorCode';
import type { Terminal } from './terminal/terminal';

/**
 * The bundle of the commands that run plans: everything that other commands need nothing of. Its errors are told here,
 * for another bundle does not know their classes.
 */
const told =
  <A extends readonly unknown[]>(command: (terminal: Terminal, ...rest: A) => Promise<number>) =>
  async (terminal: Terminal, ...rest: A): Promise<number> => {
    try {
      return await command(terminal, ...rest);
    } catch (error) {
      return exitCodeOfError(terminal, error);
    }
  };

export const attachRun = told(attach);
export const exportRun = told(exporting);
export const importRun = told(importing);
export const landOnHub = told(landing);
export const runItem = told(item);
export const listRuns = told(list);
export const logItem = told(log);
export const landInto = told(land);
export const reviewRun = told(review);
export const runPlan = told(run);
export const resumeRun = told(resume);
export const retryRun = told(retry);
export const stopRun = told(stop);
