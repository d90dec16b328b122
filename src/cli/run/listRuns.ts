import { resultOf } from '../../engine/run/text/result';
import { printableLine } from '../../engine/words/printable';
import { type FoundRun, statusOfRun } from '../../node/run/record/openRun';
import { counted } from '../../shared/counted';
import { toJson } from '../../shared/toJson';
import { painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { runsAt } from './runsAt';

/** `runs`: every run here, or those of one plan, with how it stands. */
export const listRuns = async (
  terminal: Terminal,
  path: string | undefined,
  format: 'text' | 'json',
): Promise<number> => {
  const runs = await runsAt(path);
  terminal.out(format === 'json' ? toJson({ runs: runs.map(jsonOf) }) : textOf(terminal, runs));
  return 0;
};

const jsonOf = (found: FoundRun) => {
  const result = resultOf(found.state, Date.now(), null);
  return {
    run: found.head.run,
    plan: found.head.plan,
    status: statusOfRun(found),
    executor: found.head.executor,
    startedAt: result?.startedAt ?? null,
    endedAt: result?.endedAt ?? null,
    total: result?.total ?? 0,
    success: result?.success ?? 0,
    failed: result?.failed ?? 0,
    blocked: result?.blocked ?? 0,
    record: found.folder.path,
  };
};

const textOf = (terminal: Terminal, runs: readonly FoundRun[]): string => {
  if (runs.length === 0) return 'Nothing was run here yet.';
  const paint = painter(terminal);
  return runs
    .map((found) => {
      const { run, status, total, success, failed, blocked, startedAt } = jsonOf(found);
      const counts = [
        `${success} of ${counted(total, 'item')} done`,
        ...(failed > 0 ? [`${failed} failed`] : []),
        ...(blocked > 0 ? [`${blocked} blocked`] : []),
      ];
      return `${paint('bold', run)}  ${printableLine(status)}  ${counts.join(', ')}  ${paint('dim', startedAt ?? '')}`;
    })
    .join('\n');
};
