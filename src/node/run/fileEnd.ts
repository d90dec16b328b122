import { closeSync, openSync, readSync, statSync } from 'node:fs';

const LONGEST_OUTPUT = 8_000;

/** Of a file that is not there 0. */
export const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** The end of a file behind an offset; empty where there is nothing. */
export const tailOf = (path: string, from: number, longest = LONGEST_OUTPUT): string => {
  const size = sizeOf(path);
  const start = Math.max(from, size - longest);
  if (start >= size) return '';
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(size - start);
    const read = readSync(file, buffer, 0, buffer.length, start);
    return buffer.toString('utf8', 0, read);
  } finally {
    closeSync(file);
  }
};
