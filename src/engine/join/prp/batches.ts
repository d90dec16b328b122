import { groupBy } from '../../../shared/groupBy';
import { batchOf, letterOf } from '../../document/prp/prpName';
import type { AchievementId } from '../../model/ids';
import { compareIds } from '../../model/ids';
import { nameOf } from '../../model/uri';
import type { PrpMember } from './identity';
import { homeOf } from './place';

/** PRPs that make one plan. */
export interface Batch {
  readonly name: string;
  /** Unique among all batches. */
  readonly uri: string;
  /** The PRPs folder. */
  readonly root: string;
  /** In id order. */
  readonly members: readonly PrpMember[];
}

/**
 * Sorts PRPs into batches, each below one PRPs folder: by the batch that the front matter names, else by the first
 * number of an id with several parts; letters by the folder they are in. All others of a PRPs folder are one batch.
 */
export const batchesOf = (members: readonly PrpMember[]): readonly Batch[] =>
  [...groupBy(members, keyOf).values()].map((group): Batch => {
    const sorted = [...group].sort(
      (one, other) => compareIds(one.id, other.id) || (one.uri < other.uri ? -1 : 1),
    );
    const [first] = sorted as [PrpMember, ...PrpMember[]];
    const { root } = first.place;
    const name = nameOfBatch(first, sorted);
    return { name, uri: `${root}#${name}`, root, members: sorted };
  });

/** The id that says the batch: a name that had to stand in for an id says none. */
export const numberedId = ({ id, facts }: PrpMember): AchievementId =>
  /^PRP-(?:\d[\d.]*[a-z]?|[A-Z](?:\.\d+)*)$/.test(id) ? id : facts.id;

const numberOf = (member: PrpMember): string | undefined => {
  const named = member.facts.batch?.name;
  if (named === undefined) return batchOf(numberedId(member));
  const number = /^PRP-0*([1-9]\d*|0)$/.exec(named)?.[1];
  return number === undefined ? named : `PRP-${number}`;
};

const keyOf = (member: PrpMember): string => {
  const { root } = member.place;
  const number = numberOf(member);
  if (number !== undefined) return `batch ${root} ${number}`;
  const letter = letterOf(numberedId(member));
  return letter === undefined ? `rest ${root}` : `letters ${homeOf(member.place)}`;
};

const nameOfBatch = (first: PrpMember, members: readonly PrpMember[]): string => {
  const number = numberOf(first);
  if (number !== undefined) return number;
  const letters = members.flatMap((member) => letterOf(numberedId(member)) ?? []).sort();
  const [from, to] = [letters[0], letters.at(-1)];
  if (letters.length === members.length && from !== undefined)
    return from === to ? `PRP-${from}` : `PRP-${from}-${to}`;
  return nameOf(first.place.root) || 'PRPs';
};
