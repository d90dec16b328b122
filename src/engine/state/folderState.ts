import type { FolderState, Lifecycle } from '../model/lifecycle';

const NAMES: Readonly<Record<string, Lifecycle>> = {
  active: 'active',
  current: 'active',
  ongoing: 'active',
  'in progress': 'active',
  wip: 'active',
  draft: 'planning',
  drafts: 'planning',
  proposed: 'planning',
  proposals: 'planning',
  planned: 'planning',
  paused: 'paused',
  'on hold': 'paused',
  hold: 'paused',
  suspended: 'paused',
  parked: 'paused',
  postponed: 'paused',
  backlog: 'backlog',
  backlogs: 'backlog',
  backlogged: 'backlog',
  deferred: 'backlog',
  icebox: 'backlog',
  someday: 'backlog',
  later: 'backlog',
  complete: 'complete',
  completed: 'complete',
  done: 'complete',
  finished: 'complete',
  closed: 'complete',
  superseded: 'superseded',
  obsolete: 'superseded',
  deprecated: 'superseded',
  replaced: 'superseded',
  abandoned: 'abandoned',
  cancelled: 'abandoned',
  canceled: 'abandoned',
  dropped: 'abandoned',
  rejected: 'abandoned',
  discarded: 'abandoned',
  archive: 'archived',
  archives: 'archived',
  archived: 'archived',
  attic: 'archived',
  old: 'archived',
};

/** What stands between words: blanks and punctuation. */
const BETWEEN = /[\s!-/:-@[-`{-~\u2000-\u206f]+/;
/** Words around that do not change what a name says: `a_paused`, `backlog-plans`, `03 - completed`, `archive-2025`. */
const FILLER = /^(?:plans?|prps?|tasks?|work|the|[a-z]|\d+)$/;

/**
 * The state that the name of a folder says; undefined for every other name. `COMPLETE-REWRITE` and `archiving-system`
 * are names of something.
 */
export const stateOfFolderName = (name: string): Lifecycle | undefined => {
  const words = name
    .toLowerCase()
    .split(BETWEEN)
    .filter((word) => word !== '' && !FILLER.test(word))
    .join(' ');
  return Object.hasOwn(NAMES, words) ? NAMES[words] : undefined;
};

const LASTING: readonly Lifecycle[] = ['complete', 'superseded', 'abandoned', 'archived'];

/**
 * Of the folders around a plan, outermost first, the one that says its state: the innermost that says it is over, for
 * what lies in an archive stays there whatever is paused inside; else the innermost that says anything.
 */
export const folderStateOf = (
  folders: readonly { readonly uri: string; readonly name: string }[],
): FolderState | undefined => {
  const saying = folders.flatMap(({ uri, name }): readonly FolderState[] => {
    const says = stateOfFolderName(name);
    return says ? [{ uri, name, says }] : [];
  });
  return saying.findLast(({ says }) => LASTING.includes(says)) ?? saying.at(-1);
};
