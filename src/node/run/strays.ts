import { readFileSync } from 'node:fs';
import { counted } from '../../shared/counted';
import { listed } from '../../shared/listed';
import type { RunContext } from './context';
import { endProcesses } from './endProcesses';
import { valuesOf } from './processTable';
import { runFolder, takenNames } from './record/runFolder';
import { settingsIn } from './record/settings';
import { TAG } from './startProcess';

/** Time for what nobody watches any more to end by itself. */
const GRACE_MS = 2_000;

/** Ends all processes that have this tag. */
export const endTagged = async (tag: string): Promise<void> => {
  await endProcesses({ mark: { name: TAG, value: tag } }, { graceMs: GRACE_MS });
};

/**
 * Ends what killed runners of the plan left at work and what nobody watches again: gates and set-up commands of this
 * run, its executors of which the journal does not tell, and everything of earlier runs, which the plan can no longer
 * be waiting for.
 */
export const endStrays = async (context: RunContext): Promise<void> => {
  const { settings, state, folder } = context;
  const watched = new Set(state.items.flatMap((each) => (each.state === 'running' ? (each.tag ?? []) : [])));
  const marks = new Map(earlierMarks(context).map((each) => [each.mark, each.run]));
  const tags = new Map<string, number[]>();
  for (const [pid, tag] of await valuesOf(TAG, '')) tags.set(tag, [...(tags.get(tag) ?? []), pid]);
  for (const [tag, pids] of tags) {
    const mark = tag.slice(0, tag.indexOf(':'));
    const run = mark === settings.mark ? folder.run : marks.get(mark);
    // hooks end by themselves, soon
    if (run === undefined || watched.has(tag) || tag.startsWith(`${mark}:hook:`)) continue;
    await endTagged(tag);
    if (run !== folder.run) {
      const processes = `${counted(pids.length, 'process', 'processes')} (${listed(pids.map(String))})`;
      context.note(
        `Run ${run} had left ${processes} at work, which nobody watched any more. They were ended.`,
      );
    }
  }
};

/** The marks of other runs of the plan. */
const earlierMarks = ({ settings, folder }: RunContext) =>
  takenNames(settings.home).flatMap((run): readonly { readonly run: string; readonly mark: string }[] => {
    const other = run === folder.run ? undefined : settingsOf(settings.home, run);
    return other?.plan === settings.plan ? [{ run, mark: other.mark }] : [];
  });

const settingsOf = (home: string, run: string) => {
  try {
    return settingsIn(readFileSync(runFolder(home, run).settings, 'utf8'));
  } catch {
    // a run that never began
    return undefined;
  }
};
