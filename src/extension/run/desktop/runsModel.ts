import type { Logger } from '../../../engine/files';
import { shownLanded } from '../../../engine/run/leftAt';
import type { LandedAt } from '../../../engine/run/share';
import { repositoryOf } from '../../../node/git/repository';
import { createLandedLook } from '../../../node/run/record/landedAt';
import { runnerOf } from '../../../node/run/record/openRun';
import { createRecordReader, type RecordReader } from '../../../node/run/record/recordReader';
import { type RunFolder, runFolder, runNames } from '../../../node/run/record/runFolder';
import type { Disposable } from '../../../shared/dispose';
import { Emitter } from '../../../shared/event';
import { isGoingOn, type Run, type RunLife, type Runs } from '../runs';
import { createAttempts } from './attempts';
import { watchRecords } from './recordWatch';
import { runNow } from './runNow';

/** The runs of some folders, followed until this is disposed of. */
export interface RunsModel extends Runs, Disposable {
  /** Looks again; resolves when what was on the disk by now is known. Never rejects. */
  refresh(): Promise<void>;
  /** A run that is being started: until that settles it counts as such, as long as nobody holds its lock. */
  expect(key: string, isTaken: Promise<unknown>): void;
}

export interface RunsModelOptions {
  /** The folders that runs may belong to; asked with every look. */
  readonly homes: () => readonly string[];
  readonly logger: Logger;
}

/** A record that is followed, with what was told of it last. */
interface Followed {
  readonly home: string;
  readonly reader: RecordReader;
  readonly attempts: ReturnType<typeof createAttempts>;
  readonly lookForLanded: ReturnType<typeof createLandedLook>;
  run: Run | undefined;
}

/** While somebody goes on, a look comes at least so often: nothing tells of a runner that dies. */
const LIVE_LOOK_MS = process.platform === 'linux' ? 2_000 : 5_000;
/** Lines that come one after the other are told together. */
const GATHER_MS = 80;

/**
 * Follows the journals of runs. Of a journal only what grew is read. Folders are watched; while a runner goes on it is
 * also looked after every few seconds, and nothing is looked at while nothing goes on.
 */
export const createRunsModel = ({ homes, logger }: RunsModelOptions): RunsModel => {
  const changes = new Emitter<readonly Run[]>((error) =>
    logger.error('A view could not follow a run', error),
  );
  const followed = new Map<string, Followed>();
  const starting = new Set<string>();
  let all: readonly Run[] = [];
  let isDisposed = false;
  let timer: NodeJS.Timeout | undefined;
  let [looking, next]: (Promise<void> | undefined)[] = [];

  const refresh = (): Promise<void> => {
    if (looking) {
      next ??= looking.then(() => {
        next = undefined;
        return refresh();
      });
      return next;
    }
    looking = look()
      .catch((error: unknown) => logger.error('The runs could not be read', error))
      .finally(() => {
        looking = undefined;
        if (goingOn().length > 0) lookIn(LIVE_LOOK_MS);
      });
    return looking;
  };

  const lookIn = (ms: number): void => {
    clearTimeout(timer);
    if (!isDisposed) timer = setTimeout(() => void refresh(), ms);
  };

  let isGathering = false;
  const watch = watchRecords(logger, () => {
    if (isGathering) return;
    isGathering = true;
    setTimeout(() => {
      isGathering = false;
      if (!isDisposed) void refresh();
    }, GATHER_MS);
  });

  const goingOn = (): readonly string[] =>
    [...followed.values()].flatMap(({ run }) => (run && isGoingOn(run) ? [run.record] : []));

  const look = async (): Promise<void> => {
    const where = homes();
    const found = where.flatMap((home) => runNames(home).map((name) => ({ home, name })));
    const changed = forgetAllBut(new Set(found.map(({ home, name }) => runFolder(home, name).path)));
    for (const { home, name } of found) {
      const run = await readOn(home, name);
      if (run) changed.push(run);
    }
    if (isDisposed) return;
    watch.follow(where, goingOn());
    if (changed.length === 0) return;
    all = [...followed.values()].flatMap(({ run }) => run ?? []).sort(lastFirst);
    changes.fire(changed);
  };

  /** Runs whose records somebody removed. */
  const forgetAllBut = (keys: ReadonlySet<string>): Run[] => {
    const gone = [...followed].filter(([key]) => !keys.has(key));
    for (const [key] of gone) followed.delete(key);
    return gone.flatMap(([, { run }]) => (run ? { ...run, life: 'over' as const } : []));
  };

  /** The run, where it differs from what was told of it last. */
  const readOn = async (home: string, name: string): Promise<Run | undefined> => {
    const folder = runFolder(home, name);
    const entry = followed.get(folder.path) ?? begin(home, folder);
    const { reader, attempts, run: last } = entry;
    const problem = await problemOf(entry);
    const life = await lifeOf(entry, folder.path);
    const landedAt = await landedAtOf(entry);
    const isSame = last?.seq === reader.seq && last.life === life && last.problem === problem;
    if (isSame && last.landedAt === landedAt) return undefined;
    entry.run = runNow(reader, { home, life, problem, landedAt, attemptsOf: attempts.of });
    return entry.run;
  };

  const begin = (home: string, folder: RunFolder): Followed => {
    const entry = {
      home,
      reader: createRecordReader(folder),
      attempts: createAttempts(),
      lookForLanded: createLandedLook(),
      run: undefined,
    };
    followed.set(folder.path, entry);
    return entry;
  };

  const problemOf = async ({ reader, attempts }: Followed): Promise<string | undefined> => {
    const read = await reader.readOn(attempts.take);
    return read.ok ? undefined : read.error.message;
  };

  const landedAtOf = async ({ home, reader, lookForLanded }: Followed): Promise<LandedAt> => {
    const { head, items } = reader.state;
    const landed = shownLanded(items);
    const repository = repositoryOf(home);
    if (!head || !repository || landed === undefined) return 'branch';
    return lookForLanded(repository, head.branch, landed);
  };

  const lifeOf = async ({ home, reader, attempts, run: last }: Followed, key: string): Promise<RunLife> => {
    const { head, finished } = reader.state;
    const isOver = head === undefined || finished !== undefined;
    // behind its last line a runner still waits for hooks before it lets go
    const mayBeHeld = head !== undefined && (!isOver || last === undefined || isGoingOn(last));
    const runner = mayBeHeld ? await runnerOf(home, head) : undefined;
    if (runner) return runner.isProved ? 'running' : 'elsewhere';
    if (starting.has(key)) return 'starting';
    if (isOver) return 'over';
    // that line may have come since it was looked for
    await reader.readOn(attempts.take);
    return reader.state.finished === undefined ? 'left' : 'over';
  };

  return {
    get all() {
      return all;
    },
    ofPlan: (planUri) => all.filter((run) => run.planUri === planUri),
    onDidChange: changes.event,
    refresh,
    expect: (key, isTaken) => {
      starting.add(key);
      const taken = (): void => {
        starting.delete(key);
        void refresh();
      };
      isTaken.then(taken, taken);
      void refresh();
    },
    dispose: () => {
      isDisposed = true;
      clearTimeout(timer);
      watch.dispose();
      changes.dispose();
    },
  };
};

const lastFirst = (one: Run, other: Run): number =>
  (other.state.startedAt ?? 0) - (one.state.startedAt ?? 0) || (one.name < other.name ? 1 : -1);
