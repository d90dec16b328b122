import type { ItemDetails } from './event';

const COMMIT = 'commit:';

/** The commit of an earlier run that proves an item; undefined where documents do. */
export const commitIn = ({ evidence = [] }: Pick<ItemDetails, 'evidence'>): string | undefined =>
  evidence.find((each) => each.startsWith(COMMIT))?.slice(COMMIT.length);
