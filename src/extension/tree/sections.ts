import type { AnalysedPlan } from '../../engine/model/analysis';
import { parentUri } from '../../engine/model/uri';
import { groupBy } from '../../shared/groupBy';
import { sentence } from '../../shared/sentence';
import { distinctLabels } from './distinctLabels';
import type { PlanNode, SectionNode, TreeNode } from './nodes';

/** What the plans of the tree are grouped by. */
export const GROUPINGS = ['none', 'folder', 'state'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The path of a folder as people know it; empty for the only workspace folder. */
export type PathOf = (folder: string) => string;

/** The plans as rows, below sections where they are grouped, in the order they have; no two labels are the same. */
export const rootsOf = (
  plans: readonly AnalysedPlan[],
  grouping: Grouping,
  pathOf: PathOf,
): readonly TreeNode[] => {
  if (grouping === 'none') return planNodes(plans, pathOf, undefined);
  const keyOf = grouping === 'state' ? ({ state }: AnalysedPlan): string => state : folderOf;
  const groups = [...groupBy(plans, keyOf)];
  const nameOf = (key: string): string => (grouping === 'state' ? sentence(key) : pathOf(key) || './');
  const labels = distinctLabels(groups.map(([key]) => nameOf(key)));
  return groups.map(([key, some]): SectionNode => {
    const name = nameOf(key);
    const section: SectionNode = {
      kind: 'section',
      id: `section:${key}`,
      by: grouping,
      name,
      label: labels.get(name) ?? name,
      parent: undefined,
      plans: some,
      rows: () => planNodes(some, pathOf, section),
    };
    return section;
  });
};

/** The folder that a plan lies in together with others: a folder that bears its name is its own. */
const folderOf = (plan: AnalysedPlan): string => {
  const [inFolder = '', batch] = plan.uri.split('#');
  // a batch of PRPs is a part of its folder
  if (batch !== undefined) return inFolder;
  const folder = parentUri(plan.uri);
  return folder.endsWith(`/${plan.name}`) ? parentUri(folder) : folder;
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
