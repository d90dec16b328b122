import { groupBy } from '../../../shared/groupBy';
import { samePrp } from '../../document/prp/prpName';
import type { AchievementId } from '../../model/ids';
import type { Place } from '../../model/text';
import { nameOf } from '../../model/uri';
import { outReason, type PlacedPrp } from './member';

/** A PRP with the id it has among all of its PRPs folder: no two have the same. */
export interface PrpMember extends PlacedPrp {
  readonly id: AchievementId;
  /** Where other files say that they are this PRP. */
  readonly twins: readonly Place[];
}

/**
 * Gives every PRP of a PRPs folder an id of its own. Of several that say the same id, one that is to be done comes
 * before one that is not, and one whose file is called so before others; the rest go by the names of their files.
 */
export const identified = (prps: readonly PlacedPrp[]): readonly PrpMember[] => {
  const groups = groupBy(prps, ({ facts }) => samePrp(facts.id));
  const taken = new Set(groups.keys());
  return [...groups.values()].flatMap((group) => {
    if (group.length === 1) return group.map((prp) => ({ ...prp, id: prp.facts.id, twins: [] }));
    return [...group].sort(firstOfTwins).map((prp, at) => ({
      ...prp,
      id: at === 0 ? prp.facts.id : ownId(prp, taken),
      twins: group.filter((other) => other !== prp).map(({ uri, facts }) => ({ uri, span: facts.idSpan })),
    }));
  });
};

const firstOfTwins = (one: PlacedPrp, other: PlacedPrp): number =>
  Number(outReason(one) !== undefined) - Number(outReason(other) !== undefined) ||
  Number(!isNamedSo(one)) - Number(!isNamedSo(other)) ||
  (one.uri < other.uri ? -1 : 1);

const isNamedSo = ({ facts }: PlacedPrp): boolean =>
  facts.fileId !== undefined && samePrp(facts.fileId) === samePrp(facts.id);

/** The id in the name of the file where nobody has it, else the name. */
const ownId = ({ uri, facts }: PlacedPrp, taken: Set<string>): AchievementId => {
  const name = nameOf(uri).replace(/\.md$/i, '');
  const wanted = facts.fileId !== undefined && !taken.has(samePrp(facts.fileId)) ? facts.fileId : name;
  let id = wanted;
  for (let again = 2; taken.has(samePrp(id)); again++) id = `${wanted} (${again})`;
  taken.add(samePrp(id));
  return id;
};
