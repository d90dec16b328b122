import { constants, type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';
import { hashOf, type JournalLine, type JournalPlace, readJournal } from './readJournal';
import { syncFolder } from './writeWhole';

/** The journal of a run, open for its one runner. */
export interface JournalFile {
  /** What was in it when it was opened; the cut of a torn line is the last of them. */
  readonly lines: readonly JournalLine[];
  /**
   * Adds what happened, now. Once it resolves, the line is on the disk. Calls are written in their order. Rejects when
   * the disk is full and the like; then nothing was added, and later calls may succeed.
   */
  append(event: JournalEvent): Promise<JournalLine>;
  /** Whether the file is still in its place, with everything that was written: nobody removed, replaced or cut it. */
  isKept(): Promise<boolean>;
  close(): Promise<void>;
}

/** What happened; the journal itself adds number, time, run and the hash of the line before. */
export type JournalEvent = { readonly event: string } & Readonly<Record<string, unknown>>;

/** The event that says that a torn last line was cut off: its bytes, and its text as far as it is short. */
export const CUT = 'journal-cut';
const LONGEST_CUT = 2_000;

/**
 * Opens the journal of a run, or begins it; its folder exists. A torn last line, which nobody acted upon, is cut off,
 * and the cut is noted. Fails where another line is damaged, or the journal is another run's. Only for the holder of
 * the lock.
 *
 * @param now in milliseconds since 1970
 */
export const openJournal = async (
  path: string,
  run: string,
  now: () => number = Date.now,
): Promise<Result<JournalFile, UserError>> => {
  const read = await readJournal(path);
  if (!read.ok) return read;
  const { lines, place, torn } = read.value;
  const other = lines.find((line) => line.run !== run);
  if (other) return fail(new UserError(`${path} is the journal of run ${other.run}, not of ${run}`));
  let file: FileHandle | undefined;
  try {
    // written at known places, so not opened for appending
    file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    if (place.offset === 0) await syncFolder(dirname(path));
    const writer = writerOf({ file, path, run }, place, now);
    const cut = torn.length === 0 ? [] : [await cutOff(file, place.offset, torn, writer)];
    return ok({ lines: [...lines, ...cut], ...writer });
  } catch (error) {
    await file?.close().catch(() => undefined);
    return fail(new UserError(`${path} cannot be written: ${messageOf(error)}`, { cause: error }));
  }
};

type Writer = Pick<JournalFile, 'append' | 'isKept' | 'close'>;

interface OpenFile {
  readonly file: FileHandle;
  readonly path: string;
  readonly run: string;
}

const cutOff = async (
  file: FileHandle,
  length: number,
  torn: Buffer,
  { append }: Writer,
): Promise<JournalLine> => {
  await file.truncate(length);
  return append({ event: CUT, bytes: torn.length, text: torn.toString('utf8', 0, LONGEST_CUT) });
};

const writerOf = ({ file, path, run }: OpenFile, begin: JournalPlace, now: () => number): Writer => {
  let place = begin;
  let last: Promise<unknown> = Promise.resolve();
  const write = async (event: JournalEvent): Promise<JournalLine> => {
    const { event: name, ...details } = event;
    const own = { seq: place.seq + 1, t: now(), run, event: name };
    const line: JournalLine = { ...own, ...details, ...own, prev: place.hash };
    const bytes = Buffer.from(JSON.stringify(line));
    const whole = Buffer.concat([bytes, NEWLINE]);
    try {
      await writeAll(file, whole, place.offset);
      await file.datasync();
    } catch (error) {
      await file.truncate(place.offset).catch(() => undefined);
      throw error;
    }
    place = { offset: place.offset + whole.length, seq: own.seq, hash: hashOf(bytes) };
    return line;
  };
  return {
    append: (event) => {
      const done = last.then(() => write(event));
      last = done.catch(() => undefined);
      return done;
    },
    isKept: async () => {
      const { offset } = place;
      const [own, there] = [await file.stat(), await stat(path).catch(() => undefined)];
      return there?.ino === own.ino && there.dev === own.dev && there.size >= offset;
    },
    close: async () => {
      await last;
      await file.close();
    },
  };
};

const NEWLINE = Buffer.from('\n');

const writeAll = async (file: FileHandle, bytes: Buffer, offset: number): Promise<void> => {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
};
