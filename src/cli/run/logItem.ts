import { readFileSync } from 'node:fs';
import { recordOf } from '../../engine/run/state';
import { printableLine } from '../../engine/words/printable';
import { attemptLog } from '../../node/run/record/runFolder';
import { toJson } from '../../shared/toJson';
import { NothingToDo, UserError } from '../../shared/userError';
import type { Terminal } from '../terminal/terminal';
import { findRun } from './findRun';

/** `log`: what an attempt at an item printed, the last one unless another is asked for. */
export const logItem = async (
  terminal: Terminal,
  name: string,
  id: string,
  { attempt: asked, format }: { readonly attempt: number | undefined; readonly format: 'text' | 'json' },
): Promise<number> => {
  const { folder, state, head } = await findRun(name);
  const record = recordOf(state, id);
  if (!record) throw new UserError(`Run ${head.run} has no ${printableLine(id)}.`);
  const attempt = asked ?? record.attempt;
  if (attempt === 0) throw new NothingToDo(`${id} was not started in run ${head.run}.`);
  if (attempt > record.attempt) {
    throw new UserError(`There were ${record.attempt} attempts at ${id} in run ${head.run}.`);
  }
  const text = textOf(attemptLog(folder, id, attempt));
  if (format === 'json') terminal.out(toJson({ run: head.run, item: id, attempt, text }));
  // no byte of it steers the terminal
  else terminal.out(text.trimEnd().split('\n').map(printableLine).join('\n'));
  return 0;
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};
