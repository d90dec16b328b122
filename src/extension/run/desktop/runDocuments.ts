import { existsSync } from 'node:fs';
import { Uri, window } from 'vscode';
import { reportText } from '../../../engine/run/text/report';
import { printableLine } from '../../../engine/words/printable';
import { statusOfRun } from '../../../node/run/record/openRun';
import { runFolder } from '../../../node/run/record/runFolder';
import { currentResult } from '../../../node/run/record/saveResult';
import { UserError } from '../../../shared/userError';
import type { RunDocuments } from '../documents';
import { isGoingOn, type Run, type Runs } from '../runs';
import { createRunLogs } from './runLogs';

/** What there is to read of these runs. */
export const createRunDocuments = (runs: Runs): RunDocuments => {
  const logs = createRunLogs(runs);
  return {
    openLog: (target) => logs.open(target),
    report: (record) => {
      const run = runs.all.find((each) => each.record === record);
      return run && reportOf(run);
    },
    openResult: async (run) => {
      const { result, state } = runFolder(run.home, run.name);
      const path = [result, state].find((each) => existsSync(each));
      if (path === undefined) throw new UserError(`Run ${run.name} has no result yet.`);
      await window.showTextDocument(Uri.file(path));
    },
    dispose: () => logs.dispose(),
  };
};

const reportOf = (run: Run): string => {
  const result = currentResult(run.state);
  const { result: path } = runFolder(run.home, run.name);
  const text = result
    ? reportText(
        result,
        existsSync(path) ? [path] : [],
        statusOfRun({ isRunning: isGoingOn(run), state: run.state }),
      )
    : '';
  const lines = run.problem === undefined ? text : `${run.problem}\n\n${text}`;
  // titles and errors are texts of others
  return lines.split('\n').map(printableLine).join('\n');
};
