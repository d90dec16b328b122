import { groupBy } from '../../../shared/groupBy';
import { nameOf } from '../../model/uri';
import type { PlacedPrp } from './member';

/**
 * The PRPs without copies that tools keep: files of the same text and name whose PRPs folder lies below a hidden
 * folder, or deeper than the original's with the same path in it. Nothing else with the same text is a copy: two
 * projects may begin alike.
 */
export const withoutMirrors = (prps: readonly PlacedPrp[]): readonly PlacedPrp[] => {
  const groups = groupBy(prps, ({ uri, facts }) => `${facts.fingerprint} ${nameOf(uri)}`);
  const mirrors = new Set<PlacedPrp>();
  for (const twins of groups.values()) {
    if (twins.length < 2) continue;
    for (const one of twins) if (twins.some((other) => isMirrorOf(one, other))) mirrors.add(one);
  }
  return mirrors.size === 0 ? prps : prps.filter((prp) => !mirrors.has(prp));
};

const isMirrorOf = (one: PlacedPrp, other: PlacedPrp): boolean => {
  if (one.place.root === other.place.root) return false;
  const hidden = Number(isHidden(one)) - Number(isHidden(other));
  if (hidden !== 0) return hidden > 0;
  const isSamePath = one.place.below.join('/') === other.place.below.join('/');
  return isSamePath && depthOf(one) > depthOf(other);
};

const isHidden = ({ place }: PlacedPrp): boolean => place.folders.some((folder) => folder.startsWith('.'));

/** How deep its PRPs folder lies. */
const depthOf = ({ place }: PlacedPrp): number => place.folders.length - place.below.length;
