import type { AnalysedPlan } from '../../engine/model/analysis';
import type { Snapshot } from '../../engine/snapshot';
import { groupBy } from '../../shared/groupBy';
import { distinctLabels } from './distinctLabels';
import { folderOf, type Grouping, groupersBy, type PathOf } from './groupings';
import type { PlanNode, SectionNode, TreeNode } from './nodes';

/** The plans as rows, below sections where they are grouped, in the order they have; no two labels are the same. */
export const rootsOf = (
  plans: readonly AnalysedPlan[],
  snapshot: Snapshot,
  grouping: Grouping,
  pathOf: PathOf,
): readonly TreeNode[] => {
  if (grouping === 'none') return planNodes(plans, pathOf, undefined);
  const groups = groupersBy[grouping](plans, snapshot, pathOf);
  const labels = distinctLabels(groups.map(({ name }) => name));
  return groups.map(({ key, name, plans: some, progress }): SectionNode => {
    const section: SectionNode = {
      kind: 'section',
      id: `section:${key}`,
      by: grouping,
      name,
      label: labels.get(name) ?? name,
      progress,
      parent: undefined,
      plans: some,
      rows: () => planNodes(some, pathOf, section),
    };
    return section;
  });
};

const planNodes = (
  plans: readonly AnalysedPlan[],
  pathOf: PathOf,
  parent: SectionNode | undefined,
): readonly PlanNode[] => {
  const names = namesOf(plans, pathOf);
  const labels = distinctLabels([...names.values()]);
  return plans.map((plan) => {
    const name = names.get(plan) ?? plan.name;
    return { kind: 'plan', id: plan.uri, plan, parent, name, label: labels.get(name) ?? name };
  });
};

/** The name of each plan, behind so much of its folder as tells it from others of its name. */
const namesOf = (plans: readonly AnalysedPlan[], pathOf: PathOf): ReadonlyMap<AnalysedPlan, string> => {
  const names = new Map<AnalysedPlan, string>();
  for (const [name, same] of groupBy(plans, (plan) => plan.name)) {
    const [only, ...more] = same;
    if (only && more.length === 0) names.set(only, name);
    else for (const [plan, folder] of tellingFolders(same, pathOf)) names.set(plan, `${folder}/${name}`);
  }
  return names;
};

/** The last parts of the folders, as many as it takes until all differ. */
const tellingFolders = (
  plans: readonly AnalysedPlan[],
  pathOf: PathOf,
): readonly (readonly [AnalysedPlan, string])[] => {
  const paths = plans.map((plan): readonly [AnalysedPlan, readonly string[]] => {
    const path = pathOf(folderOf(plan)).split('/');
    return [plan, path];
  });
  const most = Math.max(...paths.map(([, path]) => path.length));
  for (let parts = 1; parts <= most; parts++) {
    const ends = paths.map(([plan, path]) => [plan, path.slice(-parts).join('/')] as const);
    if (new Set(ends.map(([, end]) => end)).size === plans.length) return ends;
  }
  // beside each other in one folder: the number is all that is left
  return plans.map((plan, at) => [plan, String(at + 1)]);
};
