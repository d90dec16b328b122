import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';

/** A line of a journal. */
export interface JournalLine {
  /** From 1, without gaps. */
  readonly seq: number;
  /** In milliseconds since 1970. */
  readonly t: number;
  readonly run: string;
  readonly event: string;
  /** SHA-256 of the line before, without its line break; empty for the first. */
  readonly prev: string;
  readonly [detail: string]: unknown;
}

/** How far a journal was read: behind a whole line. */
export interface JournalPlace {
  /** In bytes. */
  readonly offset: number;
  /** Number and hash of the last line before it; 0 and empty at the beginning. */
  readonly seq: number;
  readonly hash: string;
}

export interface JournalPart {
  readonly lines: readonly JournalLine[];
  /** Where to read on. */
  readonly place: JournalPlace;
  /** What stands behind it and is no whole line: torn by a crash, or just being written. */
  readonly torn: Buffer;
}

export const START: JournalPlace = { offset: 0, seq: 0, hash: '' };

/**
 * Reads a journal from a place on, also while a runner writes it; nothing where there is no such file. Every line is
 * checked against the one before. Fails at a damaged line that others follow.
 */
export const readJournal = async (
  path: string,
  from: JournalPlace = START,
): Promise<Result<JournalPart, UserError>> => {
  const bytes = await bytesFrom(path, from.offset);
  if (!bytes.ok) return bytes;
  const part = linesIn(bytes.value, from);
  return typeof part === 'number'
    ? fail(new UserError(`Line ${part} of ${path} is damaged: it does not fit the lines around it`))
    : ok(part);
};

/** The whole lines in these bytes, or the number of the first line that is damaged. */
export const linesIn = (bytes: Buffer, from: JournalPlace): JournalPart | number => {
  const lines: JournalLine[] = [];
  let [place, start] = [from, 0];
  for (let end = bytes.indexOf(LINE_BREAK); end !== -1; end = bytes.indexOf(LINE_BREAK, start)) {
    const raw = bytes.subarray(start, end);
    const line = lineIn(raw, place);
    if (!line) {
      if (end + 1 < bytes.length) return place.seq + 1;
      break;
    }
    lines.push(line);
    start = end + 1;
    place = { offset: from.offset + start, seq: line.seq, hash: hashOf(raw) };
  }
  return { lines, place, torn: bytes.subarray(start) };
};

/** What the next line says of this one. */
export const hashOf = (line: Buffer): string => createHash('sha256').update(line).digest('hex');

const LINE_BREAK = 10;

const lineIn = (raw: Buffer, { seq, hash }: JournalPlace): JournalLine | undefined => {
  try {
    const line = JSON.parse(raw.toString('utf8')) as Partial<JournalLine> | null;
    const fits =
      line?.seq === seq + 1 &&
      line.prev === hash &&
      typeof line.t === 'number' &&
      typeof line.run === 'string' &&
      typeof line.event === 'string';
    return fits ? (line as JournalLine) : undefined;
  } catch {
    return undefined;
  }
};

const bytesFrom = async (path: string, offset: number): Promise<Result<Buffer, UserError>> => {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.max(0, size - offset));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, offset + length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return ok(bytes.subarray(0, length));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(Buffer.alloc(0));
    return fail(new UserError(`${path} cannot be read: ${messageOf(error)}`, { cause: error }));
  } finally {
    await file?.close();
  }
};
