import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namePart } from '../../../engine/run/branches';
import { holdsRepository } from '../../git/repository';

/** The folder, below the one that runs belong to, that holds their configuration and what is known of them. */
export const HOME_FOLDER = '.parallel-plans';

/** Where the record of one run is. All paths are absolute. */
export interface RunFolder {
  readonly run: string;
  readonly path: string;
  /** What happened, line by line: the truth. */
  readonly journal: string;
  /** How it was asked for; never changes. */
  readonly settings: string;
  readonly result: string;
  /** The result as it is while the run goes on; a cache of what the journal says. */
  readonly state: string;
  /** What others want of the runner, line by line. */
  readonly wishes: string;
  /** What a runner without a terminal prints. */
  readonly runnerLog: string;
}

/**
 * The folder that runs of a plan belong to: the nearest one above it, up to the top of the repository, that has a
 * `.parallel-plans`, else the top of the repository. Undefined outside of a repository.
 */
export const homeOf = (folder: string): string | undefined => createHomes()(folder);

/** The folders that runs of anything in these folders belong to, each once; those outside of repositories have none. */
export const homesOf = (folders: readonly string[]): readonly string[] => {
  const find = createHomes();
  return [...new Set(folders.flatMap((folder) => find(folder) ?? []))];
};

/** {@link homeOf} for many folders, which looks at each folder above them once. */
const createHomes = (): ((folder: string) => string | undefined) => {
  const known = new Map<string, { readonly top: string | undefined; readonly home: string | undefined }>();
  const look = (folder: string): { readonly top: string | undefined; readonly home: string | undefined } => {
    const before = known.get(folder);
    if (before) return before;
    const above = dirname(folder);
    const top = holdsRepository(folder) ? folder : above === folder ? undefined : look(above).top;
    const isOwn = top !== undefined && (top === folder || existsSync(homeFolder(folder)));
    const found = { top, home: top === undefined ? undefined : isOwn ? folder : look(above).home };
    known.set(folder, found);
    return found;
  };
  return (folder) => look(folder).home;
};

export const homeFolder = (home: string): string => join(home, HOME_FOLDER);

export const configPath = (home: string): string => join(homeFolder(home), 'run.json');

export const runsFolder = (home: string): string => join(homeFolder(home), 'runs');

export const runFolder = (home: string, run: string): RunFolder => {
  const path = join(runsFolder(home), run);
  return {
    run,
    path,
    journal: join(path, 'journal.jsonl'),
    settings: join(path, 'settings.json'),
    result: join(path, 'result.json'),
    state: join(path, 'state.json'),
    wishes: join(path, 'wishes.jsonl'),
    runnerLog: join(path, 'runner.log'),
  };
};

/** One for each plan, so that no plan has two runs and no run two runners. */
export const lockPath = (home: string, plan: string): string =>
  join(runsFolder(home), `${namePart(plan)}.lock`);

/** Files of one item in the record of its run. */
export const itemFolder = ({ path }: RunFolder, item: string): string => join(path, 'items', namePart(item));

export const attemptLog = (folder: RunFolder, item: string, attempt: number): string =>
  join(itemFolder(folder, item), `attempt-${attempt}.log`);

/** What the reviewer of an attempt printed. */
export const reviewLog = (folder: RunFolder, item: string, attempt: number): string =>
  join(itemFolder(folder, item), `review-${attempt}.log`);

/** The names of all runs that left a journal, in the order in which they were made as far as names tell. */
export const runNames = (home: string): readonly string[] =>
  takenNames(home)
    .filter((name) => existsSync(runFolder(home, name).journal))
    .sort((one, other) => numberIn(one) - numberIn(other) || (one < other ? -1 : 1));

/** The names that records have, also those of runs that ended before their journal began. */
export const takenNames = (home: string): readonly string[] => {
  try {
    return readdirSync(runsFolder(home), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    // nothing was ever run here
    return [];
  }
};

/** The number at the end of the name of a run. */
export const numberIn = (run: string): number => Number(/-(\d{1,9})$/.exec(run)?.[1] ?? 0);
