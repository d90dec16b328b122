import { appendFile, readFile } from 'node:fs/promises';
import { sizeOf } from '../fileEnd';
import type { RunFolder } from './runFolder';

/** What somebody wants of the runner of a run. */
export type Wish =
  /** End one item, or the whole run. */
  | { readonly wish: 'stop'; readonly item?: string }
  /** Open again what failed: these, or all. */
  | { readonly wish: 'retry'; readonly items?: readonly string[] };

/** Tells the runner, which reads it in a moment. */
export const tellWish = ({ wishes }: RunFolder, wish: Wish): Promise<void> =>
  appendFile(wishes, `${JSON.stringify(wish)}\n`, { mode: 0o600 });

/** Reads what is wished from now on; earlier wishes were for another runner. */
export const wishesIn = ({ wishes }: RunFolder): (() => Promise<readonly Wish[]>) => {
  let offset = sizeOf(wishes);
  return async () => {
    if (sizeOf(wishes) <= offset) return [];
    const text = (await readFile(wishes)).subarray(offset).toString('utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    offset += Buffer.byteLength(whole);
    return whole.split('\n').flatMap((line) => wishIn(line) ?? []);
  };
};

const wishIn = (line: string): Wish | undefined => {
  try {
    const value = JSON.parse(line) as Wish;
    return value.wish === 'stop' || value.wish === 'retry' ? value : undefined;
  } catch {
    // an empty line, or one that somebody wrote by hand
    return undefined;
  }
};
