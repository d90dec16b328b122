import { counted } from '../../shared/counted';
import type { Family, FamilyProgress } from '../links/family';
import type { OrderDifference } from '../links/familyOrder';
import { parentTitle } from '../model/parent';

/** `45 %`. */
export const percentWords = (share: number): string => `${Math.round(share * 100)} %`;

/** How far the children are together: `45 % by effort`, `45 %, 1 of 3 children only as its table says`. */
export const familyProgressWords = (
  { progress, isByEffort, stated }: FamilyProgress,
  children: number,
): string => {
  const rest =
    stated === 0 ? '' : `, ${stated} of ${counted(children, 'child', 'children')} only as the table says`;
  return `${percentWords(progress)}${isByEffort ? ' by effort' : ''}${rest}`;
};

/** One family in a line: `GRAMMAPLAN_SHOP: 45 % by effort`. */
export const familyWords = ({ parent, children, progress }: Family): string => {
  const all = progress();
  return `${parentTitle(parent)}: ${all ? familyProgressWords(all, children.length) : 'no children'}`;
};

/** `GRAMMAPLAN_SHOP says (line 12) that SYNC comes after SEARCH, but no PLAN does`. */
export const differenceWords = ({ family, first, after, row, kind }: OrderDifference): string =>
  `${parentTitle(family.parent)} says (line ${row.line}) that ${after.name} comes after ${first.name}, but ${kind === 'unsaid' ? 'no PLAN does' : 'the PLANs say the contrary'}`;
