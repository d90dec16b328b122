import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namePart } from '../../../engine/run/branches';
import { listed } from '../../../shared/listed';
import {
  changedState,
  lastMove,
  type RepositoryState,
  repositoryState,
  wasCheckedOut,
} from '../../git/repositoryState';
import type { RunContext } from '../context';
import type { ItemPlace } from './itemPlace';

/** Moves of runs write these words into the logs of branches: this run lands, and others may run beside it. */
const MOVED_BY_RUN = /^(?:landed |begun by run |branch: (?:made for a run|not needed))/;

const stateFile = ({ folder, attempt }: ItemPlace): string => join(folder, `repository-${attempt}.json`);

/** Notes how the repository is before an executor works; nothing where git does not say it. */
export const noteRepository = async ({ settings }: RunContext, place: ItemPlace): Promise<void> => {
  const state = await repositoryState(settings.top);
  if (state.ok) await writeFile(stateFile(place), JSON.stringify(state.value));
};

/**
 * What was changed while an executor worked that is not its to change: branches, tags, the stash and settings of the
 * repository. As a sentence, undefined for nothing. What runs do, and what was done in a checkout of a person, is left
 * out; a person who moves a branch from elsewhere meanwhile looks like the executor.
 */
export const meddlingOf = async (context: RunContext, place: ItemPlace): Promise<string | undefined> => {
  const { top, worktrees } = context.settings;
  const before = await noted(place);
  const after = await repositoryState(top);
  if (!before || !after.ok) return undefined;
  const changed = changedState(before, after.value);
  const outside = join(worktrees, namePart(place.run));
  const refs: string[] = [];
  for (const ref of changed.refs) {
    const commit = after.value.refs[ref];
    const isOwn = ref.startsWith('refs/heads/plan-items/') || MOVED_BY_RUN.test(await lastMove(top, ref));
    const isPersons = commit !== undefined && wasCheckedOut(top, commit, { since: before.at, outside });
    if (!isOwn && !isPersons) refs.push(ref.replace(/^refs\/(?:heads\/)?/, ''));
  }
  const what = [
    ...(refs.length > 0 ? [listed(refs)] : []),
    ...(changed.settings.length > 0 ? [`the settings ${listed(changed.settings)} of git`] : []),
  ];
  return what.length === 0
    ? undefined
    : `While it worked, ${what.join(' and ')} changed in the repository, which no achievement may do. Look at that before you approve it.`;
};

const noted = async (place: ItemPlace): Promise<RepositoryState | undefined> => {
  try {
    return JSON.parse(await readFile(stateFile(place), 'utf8')) as RepositoryState;
  } catch {
    // an attempt of another version, or of a person
    return undefined;
  }
};
