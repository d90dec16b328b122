import { type FileHandle, open } from 'node:fs/promises';

/** What was added to a log. */
export interface LogPart {
  /** Characters that are not whole yet come with the next part. */
  readonly text: string;
  /** How many bytes before it are left out, because there are too many. */
  readonly leftOut: number;
}

/** Reads a log on while it grows. */
export interface LogReader {
  /** What came since, no more than the most of it; nothing of a file that is not there. Never twice at the same time. */
  readOn(): Promise<LogPart>;
}

const LINE_BREAK = 10;
const NOTHING: LogPart = { text: '', leftOut: 0 };

/**
 * Reads a log from its end: what is more than `most` bytes back is left out, at first and whenever more has come than
 * that. What is left out ends with a line where there is one.
 */
export const createLogReader = (path: string, most: number): LogReader => {
  let offset = 0;
  let decoder = new TextDecoder();
  return {
    readOn: async () => {
      const file = await opened(path);
      if (!file) return NOTHING;
      try {
        const { size } = await file.stat();
        // logs only grow: it is another one
        if (size < offset) [offset, decoder] = [0, new TextDecoder()];
        if (size === offset) return NOTHING;
        const skipped = Math.max(0, size - offset - most);
        const bytes = await bytesAt(file, offset + skipped, size - offset - skipped);
        offset += skipped + bytes.length;
        if (skipped === 0) return { text: decoder.decode(bytes, { stream: true }), leftOut: 0 };
        decoder = new TextDecoder();
        const begin = wholeFrom(bytes);
        return { text: decoder.decode(bytes.subarray(begin), { stream: true }), leftOut: skipped + begin };
      } finally {
        await file.close();
      }
    },
  };
};

const opened = async (path: string): Promise<FileHandle | undefined> => {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const bytesAt = async (file: FileHandle, from: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, from + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
};

/** Behind the first line that is not whole, unless most of what there is belongs to it; at least where a character begins. */
const wholeFrom = (bytes: Buffer): number => {
  const end = bytes.indexOf(LINE_BREAK);
  if (end >= 0 && end < bytes.length / 2) return end + 1;
  const first = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80);
  return Math.max(0, first);
};
