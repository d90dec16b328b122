import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathOfUri } from '../../../node/diskFiles';
import { homesOf, runsFolder } from '../../../node/run/record/runFolder';
import type { RunPlaces } from '../runPlatform';

/** The folders that runs of these belong to; none for what is not on the disk. */
export const homesIn = ({ folders, plans }: RunPlaces): readonly string[] =>
  homesOf([
    ...folders.flatMap((uri) => pathOfUri(uri) ?? []),
    ...plans.flatMap((uri) => folderOf(uri) ?? []),
  ]);

/** Whether anything was ever run there. */
export const haveRecords = (places: RunPlaces): boolean =>
  homesIn(places).some((home) => existsSync(runsFolder(home)));

/** Of a batch of PRPs its own folder. */
const folderOf = (plan: string): string | undefined => {
  const [document = '', batch] = plan.split('#');
  const path = pathOfUri(document);
  return path === undefined || batch !== undefined ? path : dirname(path);
};
