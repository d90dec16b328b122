import type { AnalysedPlan } from '../../model/analysis';
import { isGoing } from '../../model/lifecycle';
import { sameName } from '../../model/names';
import { childUri, isInside, nameOf, parentUri } from '../../model/uri';

type PlacedPlan = Pick<AnalysedPlan, 'kind' | 'name' | 'uri' | 'state'>;

/** Where a plan is: the folder for plans, and whether it has a folder of its own in it. */
interface Place {
  readonly parent: string;
  readonly isNested: boolean;
}

/**
 * The folder for a new plan below `folder`: that folder itself if it has plans, else the one below it that has the most
 * current plans. Undefined where there are none.
 */
export const usualParent = (plans: readonly PlacedPlan[], folder: string): string | undefined => {
  const places = placesOf(plans, folder);
  if (places.some(({ parent }) => parent === folder)) return folder;
  const counts = new Map<string, number>();
  for (const { parent } of places) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
};

/** The PLAN file of a new plan in a folder for plans: in a folder of its own, unless most plans there have none. */
export const newPlanUri = (plans: readonly PlacedPlan[], parent: string, name: string): string => {
  const there = placesOf(plans, parent).filter((each) => each.parent === parent);
  const nested = there.filter(({ isNested }) => isNested).length;
  const folder = nested * 2 >= there.length ? childUri(parent, name) : parent;
  return childUri(folder, `PLAN_${name}.md`);
};

const placesOf = (plans: readonly PlacedPlan[], folder: string): readonly Place[] => {
  const inside = plans.filter(({ kind, uri }) => kind === 'plan' && isInside(folder, uri));
  const going = inside.filter(isGoing);
  return (going.length > 0 ? going : inside).map(placeOf);
};

const placeOf = ({ uri, name }: PlacedPlan): Place => {
  const folder = parentUri(uri);
  const isNested = sameName(nameOf(folder), name);
  return { parent: isNested ? parentUri(folder) : folder, isNested };
};
