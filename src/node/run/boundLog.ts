import { appendFileSync, truncateSync } from 'node:fs';
import { sizeOf } from './fileEnd';

/** A log that gets longer is cut, back to its beginning: what comes next is added behind that. */
export const LONGEST_LOG = 64_000_000;
const KEPT = 4_000_000;

/**
 * Cuts a log that programs add to, where it has become too long, and says so in it. Answers its size afterwards;
 * undefined where it was not too long. Whoever reads it has read all of it before.
 */
export const boundLog = (path: string, longest = LONGEST_LOG, kept = KEPT): number | undefined => {
  const size = sizeOf(path);
  if (size <= longest) return undefined;
  truncateSync(path, kept);
  appendFileSync(
    path,
    `\n[${size - kept} bytes are left out here: the log was longer than ${longest} bytes]\n`,
  );
  return sizeOf(path);
};
