import type { PlanLayout, WorkspaceLayout } from '../join/planFiles';

interface Group {
  readonly plans: PlanLayout[];
  readonly places: string[];
}

/**
 * Parts of a workspace that have nothing to do with each other, each of which can be read and built alone: plans that
 * share a folder or keep evidence in the same place stay together. What belongs to no plan comes last.
 */
export const portionsOf = (layout: WorkspaceLayout): readonly WorkspaceLayout[] => {
  const groups = new Map<string, Group>();
  for (const plan of layout.plans) join(groups, plan);
  const portions = [...new Set(groups.values())].map(({ plans }) => ({
    plans,
    parallels: [] as { folder: string; uri: string }[],
    prps: [],
    parents: [],
    loose: [],
    lookAlikes: [],
    folders: layout.folders,
  }));
  const portionOf = new Map(portions.flatMap((each) => each.plans.map(({ folder }) => [folder, each])));
  const rest: WorkspaceLayout['parallels'][number][] = [];
  for (const parallel of layout.parallels) {
    (portionOf.get(parallel.folder)?.parallels ?? rest).push(parallel);
  }
  return [
    ...portions,
    {
      plans: [],
      parallels: rest,
      prps: layout.prps,
      parents: layout.parents,
      loose: [],
      lookAlikes: [],
      folders: layout.folders,
    },
  ];
};

/** Adds a plan to the groups it shares a place with, which become one. */
const join = (groups: Map<string, Group>, plan: PlanLayout): void => {
  const places = [plan.folder, ...plan.roots];
  const known = [...new Set(places.flatMap((place) => groups.get(place) ?? []))];
  const [largest = { plans: [], places: [] }, ...others] = known.sort(
    (one, other) => other.places.length - one.places.length,
  );
  for (const { plans, places: theirs } of others) {
    for (const each of plans) largest.plans.push(each);
    for (const place of theirs) take(groups, largest, place);
  }
  largest.plans.push(plan);
  for (const place of places) take(groups, largest, place);
};

const take = (groups: Map<string, Group>, group: Group, place: string): void => {
  if (groups.get(place) === group) return;
  groups.set(place, group);
  group.places.push(place);
};
