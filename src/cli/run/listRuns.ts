import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { resultOf } from '../../engine/run/text/result';
import { printableLine } from '../../engine/words/printable';
import { repositoryOf } from '../../node/git/repository';
import { type FoundRun, openRun, statusOfRun } from '../../node/run/record/openRun';
import { planPathOf } from '../../node/run/record/planOfRun';
import { runNames } from '../../node/run/record/runFolder';
import { counted } from '../../shared/counted';
import { toJson } from '../../shared/toJson';
import { UserError } from '../../shared/userError';
import { painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { homeHere } from './findRun';

/** `runs`: every run here, or those of one plan, with how it stands. */
export const listRuns = async (
  terminal: Terminal,
  path: string | undefined,
  format: 'text' | 'json',
): Promise<number> => {
  const { home, plan } = askedFor(path);
  const all = await Promise.all(runNames(home).map((run) => openRun(home, run)));
  const top = repositoryOf(home)?.top ?? home;
  const isMeant = ({ head }: FoundRun): boolean =>
    plan === undefined || head.plan === plan || planPathOf(top, head).path === plan;
  const runs = all.filter(isMeant);
  terminal.out(format === 'json' ? toJson({ runs: runs.map(jsonOf) }) : textOf(terminal, runs));
  return 0;
};

/** A PLAN file stands for its plan, a folder for all below it. */
const askedFor = (path: string | undefined): { readonly home: string; readonly plan: string | undefined } => {
  if (path === undefined) return { home: homeHere(), plan: undefined };
  const full = resolve(path);
  const [place = full, batch] = full.split('#');
  const stats = statSync(place, { throwIfNoEntry: false });
  if (!stats) throw new UserError(`There is nothing at ${path}.`);
  if (batch !== undefined) return { home: homeHere(place), plan: batch };
  return stats.isDirectory()
    ? { home: homeHere(place), plan: undefined }
    : { home: homeHere(dirname(place)), plan: place };
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
