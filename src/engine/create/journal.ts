import type { AchievementId } from '../model/ids';
import type { BatchHead } from './batch';

/** A file that a batch makes, with what proves that nobody edited it since. */
export interface JournalFile {
  readonly id: AchievementId;
  readonly uri: string;
  /** SHA-256 of its content, in hexadecimal. */
  readonly sha256: string;
}

/** Written before anything is created; a batch that is tried again begins again under the same name. */
interface BatchBegins extends BatchHead {
  readonly type: 'begin';
  readonly batch: string;
  /** ISO 8601. */
  readonly at: string;
  readonly files: readonly JournalFile[];
  /** Folders that were not there before, outermost first. */
  readonly folders: readonly string[];
}

/** One line of the journal. */
export type JournalRecord =
  | BatchBegins
  | { readonly type: 'created'; readonly batch: string; readonly uri: string }
  | { readonly type: 'end'; readonly batch: string }
  | { readonly type: 'undone'; readonly batch: string };

/** A batch as the journal has it. */
export interface JournalBatch extends Omit<BatchBegins, 'type' | 'files'> {
  /** Everything that was to be created, each URI once. */
  readonly files: readonly JournalFile[];
  /** URIs that were created for sure. */
  readonly created: ReadonlySet<string>;
  /** False after a crash, and while the batch is running: more may be there than `created` says. */
  readonly isFinished: boolean;
}

/** A record as a line of its own, whatever a crash left of the line before. */
export const journalLine = (record: JournalRecord): string => `\n${JSON.stringify(record)}\n`;

/**
 * The batches of a journal that made something and were not undone, oldest first. Lines that are not whole, as a crash leaves them, and
 * records of another kind are left out.
 */
export const readJournal = (text: string): readonly JournalBatch[] => {
  const batches = new Map<string, Draft>();
  for (const line of text.split('\n')) {
    const record = parseRecord(line);
    if (!record) continue;
    if (record.type === 'begin') begin(batches, record);
    else if (record.type === 'undone') batches.delete(record.batch);
    else mark(batches.get(record.batch), record);
  }
  return [...batches.values()]
    .filter(({ created, isFinished }) => !isFinished || created.size > 0)
    .map(({ files, ...rest }) => ({ ...rest, files: [...files.values()] }));
};

type Draft = Omit<BatchBegins, 'type' | 'files'> & {
  readonly files: Map<string, JournalFile>;
  readonly created: Set<string>;
  isFinished: boolean;
};

const begin = (batches: Map<string, Draft>, { type: _, ...record }: BatchBegins): void => {
  const known = batches.get(record.batch);
  batches.set(record.batch, {
    ...(known ?? record),
    folders: [...new Set([...(known?.folders ?? []), ...record.folders])],
    files: new Map([...(known?.files ?? []), ...record.files.map((file) => [file.uri, file] as const)]),
    created: known?.created ?? new Set(),
    isFinished: false,
  });
};

const mark = (batch: Draft | undefined, record: Exclude<JournalRecord, BatchBegins>): void => {
  if (!batch) return;
  if (record.type === 'created') batch.created.add(record.uri);
  else batch.isFinished = true;
};

const parseRecord = (line: string): JournalRecord | undefined => {
  if (!line.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const isRecord = (value: unknown): value is JournalRecord => {
  const record = value as Partial<Record<string, unknown>>;
  if (!isText(record.batch)) return false;
  switch (record.type) {
    case 'begin':
      return (
        [record.at, record.plan, record.planName, record.kind].every(isText) &&
        isTexts(record.folders) &&
        Array.isArray(record.files) &&
        record.files.every(isFile)
      );
    case 'created':
      return isText(record.uri);
    case 'end':
    case 'undone':
      return true;
    default:
      return false;
  }
};

const isFile = (value: unknown): value is JournalFile => {
  const file = value as Partial<JournalFile> | null;
  return isText(file?.id) && isText(file.uri) && isText(file.sha256);
};
