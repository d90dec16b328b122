import type { PrpFacts } from '../../facts/prpFacts';
import type { RepositoryHistory } from '../../history';
import { type FolderSays, folderSays, type PrpPlace, placeOf } from './place';

export interface ReadPrp {
  readonly uri: string;
  readonly facts: PrpFacts;
}

/** A file that is named like a PRP, with what its folders say. */
export interface PlacedPrp extends ReadPrp {
  readonly place: PrpPlace;
  readonly says: FolderSays | undefined;
}

/** What is around the files of PRPs. */
export interface PrpSurroundings {
  /** Workspace folders. */
  readonly roots: readonly string[];
  /** What git says of the repository of a PRPs folder; `none` where there is none, `pending` while it is asked. */
  readonly historyOf: (folder: string) => RepositoryHistory | 'none' | 'pending';
}

export const placed = (prp: ReadPrp, roots: readonly string[]): PlacedPrp => {
  const place = placeOf(prp.uri, roots);
  return { ...prp, place, says: folderSays(place) };
};

/** Not to be done any more, by its folder or its own word. */
export const outReason = ({ says, facts }: PlacedPrp): string | undefined => {
  if (says?.kind === 'out') return says.reason;
  if (says?.kind === 'done') return undefined;
  const word = OUT_WORD.exec(facts.claimedStatus ?? '')?.[1]?.toLowerCase();
  return word?.replace('canceled', 'cancelled').replace(/^won.*/, 'dropped');
};

const OUT_WORD =
  /^\W{0,8}(superseded|replaced|obsolete|deprecated|rejected|declined|abandoned|cancelled|canceled|withdrawn|won['’]?t[-_ ](?:do|fix))\b/i;
