import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' });

/** Makes a copy of a folder equal to its original again; touches only what differs. */
export const restoreFolder = async (original: string, copy: string): Promise<void> => {
  for (const name of filesBelow(copy)) {
    if (!existsSync(path.join(original, name))) {
      await rm(path.join(copy, name), { recursive: true, force: true });
    }
  }
  for (const name of filesBelow(original)) {
    const [from, to] = [path.join(original, name), path.join(copy, name)];
    if (statSync(from).isDirectory()) continue;
    if (!existsSync(to) || !readFileSync(from).equals(readFileSync(to))) await cp(from, to);
  }
};
