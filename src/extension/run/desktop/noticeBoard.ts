import type { Disposable } from '../../../shared/dispose';
import type { Run, Runs } from '../runs';
import { isNews, type Notice, noticesOf, untold } from './notices';

export interface NoticeBoardOptions {
  readonly runs: Runs;
  /** Remembers what was told, over a reload of the window. */
  readonly memory: {
    get(key: string): unknown;
    update(key: string, value: unknown): PromiseLike<void>;
  };
  readonly tell: (run: Run, notice: Notice) => void;
  /** Whether the end of a run that went well is told too. */
  readonly wantsSuccess: () => boolean;
}

const KEY = 'parallelPlans.runs.told';
/** A runner that takes over from another one is gone for a moment. */
const LEFT_MS = 3_000;

/** Tells people what they are needed for, each thing once, also after a reload. */
export const createNoticeBoard = ({ runs, memory, tell, wantsSuccess }: NoticeBoardOptions): Disposable => {
  const told = toldIn(memory.get(KEY));
  const timers = new Map<string, NodeJS.Timeout>();

  const look = (run: Run): void => {
    const known = told.get(run.record);
    const before = known ?? new Set<string>();
    const now = noticesOf(run).flatMap((notice) => untold(notice, before) ?? []);
    if (known && now.length === 0) return;
    const wanted = now.filter((notice) => known !== undefined || isNews(notice, run));
    told.set(run.record, new Set([...before, ...now.flatMap(({ ids }) => ids)]));
    save();
    for (const notice of together(wanted)) if (notice.kind !== 'success' || wantsSuccess()) tell(run, notice);
  };

  const save = (): void => {
    const there = new Set(runs.all.map(({ record }) => record));
    for (const record of told.keys()) if (!there.has(record)) told.delete(record);
    void memory.update(KEY, Object.fromEntries([...told].map(([record, ids]) => [record, [...ids]])));
  };

  /** Looks at a run whose runner seems to be gone when a moment has passed. */
  const lookLater = (run: Run): void => {
    if (timers.has(run.record)) return;
    const timer = setTimeout(() => {
      timers.delete(run.record);
      const now = runs.all.find(({ record }) => record === run.record);
      if (now) look(now);
    }, LEFT_MS);
    timers.set(run.record, timer);
  };

  const lookAt = (run: Run): void => (run.life === 'left' ? lookLater(run) : look(run));
  for (const run of runs.all) lookAt(run);
  const listening = runs.onDidChange((changed) => {
    for (const run of changed) if (runs.all.includes(run)) lookAt(run);
  });
  return {
    dispose: () => {
      listening.dispose();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
};

/** A run that has ended with failures is one notice with what failed. */
const together = (notices: readonly Notice[]): readonly Notice[] => {
  const end = notices.find(({ kind }) => kind === 'finished');
  if (!end) return notices;
  const isFailure = ({ kind }: Notice): boolean => kind === 'failed' || kind === 'conflict';
  const items = notices.filter(isFailure).flatMap((notice) => notice.items);
  return notices.flatMap((notice) => (isFailure(notice) ? [] : notice === end ? { ...end, items } : notice));
};

const toldIn = (value: unknown): Map<string, ReadonlySet<string>> => {
  const told = new Map<string, ReadonlySet<string>>();
  if (typeof value !== 'object' || value === null) return told;
  for (const [record, ids] of Object.entries(value)) {
    if (Array.isArray(ids)) told.set(record, new Set(ids.filter((id) => typeof id === 'string')));
  }
  return told;
};
