import { messageOf } from '../../shared/userError';
import { isInside, parentUri } from '../model/uri';
import type { NewFile } from './batch';
import type { BatchRun, CreationPlace, JournalStore } from './batchRun';
import { type JournalRecord, journalLine } from './journal';
import { removeLeavings } from './leavings';
import { sha256 } from './sha256';

export interface FailedFile {
  readonly file: NewFile;
  /** Why, without a full stop. */
  readonly reason: string;
}

/** What became of the files of a batch. */
export interface BatchOutcome {
  readonly created: readonly NewFile[];
  readonly failed: readonly FailedFile[];
  /** Not tried, because the person said stop. */
  readonly cancelled: readonly NewFile[];
  /** Why the journal could not be written: then nothing can take the batch back. */
  readonly journalProblem: string | undefined;
}

/**
 * Creates files one after the other. The journal says what is going to be made before anything is, so that a batch
 * can be taken back whole after a crash at any moment. A file that fails keeps none of the others from being created.
 * What an earlier crash left half written goes first.
 */
export const runBatch = async (place: CreationPlace, run: BatchRun): Promise<BatchOutcome> => {
  const write = journalWriter(place.journal);
  await removeLeavings(place, run);
  await write(await beginning(place, run));
  const created: NewFile[] = [];
  const failed: FailedFile[] = [];
  let tried = 0;
  for (const file of run.files) {
    if (run.isCancelled?.()) break;
    const outcome = await place.create(file).catch((error: unknown) => ({ ok: false as const, error }));
    if (outcome.ok) {
      created.push(file);
      await write({ type: 'created', batch: run.name, uri: file.uri });
    } else failed.push({ file, reason: messageOf(outcome.error) });
    run.progress?.(++tried, file);
  }
  const journalProblem = await write({ type: 'end', batch: run.name });
  return { created, failed, cancelled: run.files.slice(tried), journalProblem };
};

/** Writes records until one cannot be written; resolves with what was wrong then. */
const journalWriter = (journal: JournalStore): ((record: JournalRecord) => Promise<string | undefined>) => {
  let problem: string | undefined;
  return async (record) => {
    if (problem !== undefined) return problem;
    try {
      await journal.append(journalLine(record));
    } catch (error) {
      problem = messageOf(error);
    }
    return problem;
  };
};

const beginning = async (place: CreationPlace, run: BatchRun): Promise<JournalRecord> => {
  const { batch, name, at, root } = run;
  const files = await Promise.all(
    run.files.map(async ({ id, uri, content }) => ({ id, uri, sha256: await sha256(content) })),
  );
  const folders: string[] = [];
  for (const uri of foldersOf(run.files, root)) if (!(await place.exists(uri))) folders.push(uri);
  const { plan, planName, kind } = batch;
  return { type: 'begin', batch: name, at, plan, planName, kind, files, folders };
};

/** Every folder below `root` on the way to a file, outermost first. */
const foldersOf = (files: readonly NewFile[], root: string): readonly string[] => {
  const folders = new Set<string>();
  for (const { uri } of files) {
    for (let folder = parentUri(uri); folder !== root && isInside(root, folder); folder = parentUri(folder)) {
      folders.add(folder);
    }
  }
  return [...folders].sort((one, other) => one.length - other.length);
};
