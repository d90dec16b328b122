import type { Family } from '../../engine/links/family';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { isFinished } from '../../engine/model/lifecycle';
import { parentTitle } from '../../engine/model/parent';
import { parentUri } from '../../engine/model/uri';
import type { Snapshot } from '../../engine/snapshot';
import { familyProgressWords } from '../../engine/words/family';
import { tierTitle } from '../../engine/words/tiers';
import { groupBy } from '../../shared/groupBy';
import { sentence } from '../../shared/sentence';

/** What the plans of the tree are grouped by. */
export const GROUPINGS = ['none', 'folder', 'state', 'tier', 'parent'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The path of a folder as people know it; empty for the only workspace folder. */
export type PathOf = (folder: string) => string;

/** Plans that stand below one section. */
export interface PlanGroup {
  /** Stable as long as the group has a plan. */
  readonly key: string;
  readonly name: string;
  readonly plans: readonly AnalysedPlan[];
  readonly progress: string | undefined;
}

type Grouper = (plans: readonly AnalysedPlan[], snapshot: Snapshot, pathOf: PathOf) => readonly PlanGroup[];

/** The plans in the groups of a grouping; plans and groups keep their order. */
export const groupersBy: Readonly<Record<Exclude<Grouping, 'none'>, Grouper>> = {
  folder: (plans, _snapshot, pathOf) =>
    grouped(plans, (plan) => {
      const key = folderOf(plan);
      return { key, name: pathOf(key) || './' };
    }),
  state: (plans) => grouped(plans, ({ state }) => ({ key: state, name: sentence(state) })),
  tier: (plans, snapshot) => {
    const { tierOf } = snapshot.tiers();
    const groups = grouped(plans, (plan) => {
      const tier = tierOf(plan);
      if (tier !== undefined) return { key: `tier-${tier}`, name: tierTitle(tier) };
      return isFinished(plan) ? FINISHED : NO_TIER;
    });
    const rank = ({ plans: [plan], key }: PlanGroup): number =>
      key === FINISHED.key ? Infinity : ((plan && tierOf(plan)) ?? Number.MAX_SAFE_INTEGER);
    return [...groups].sort((one, other) => (rank(one) < rank(other) ? -1 : Number(rank(one) > rank(other))));
  },
  parent: (plans, snapshot) => {
    const families = snapshot.families();
    const groups = grouped(plans, (plan) => {
      const family = familyOf(plan, families);
      if (!family) return NO_PARENT;
      const { parent, children, progress } = family;
      const all = progress();
      return {
        key: parent.uri,
        name: parentTitle(parent),
        progress: all && familyProgressWords(all, children.length),
      };
    });
    return [...groups].sort(
      (one, other) => Number(one.key === NO_PARENT.key) - Number(other.key === NO_PARENT.key),
    );
  },
};

const FINISHED = { key: 'tier-finished', name: 'Finished' };
const NO_TIER = { key: 'tier-none', name: 'In or behind a cycle' };
const NO_PARENT = { key: 'parent-none', name: 'Without a parent' };

type Named = Pick<PlanGroup, 'key' | 'name'> & Partial<Pick<PlanGroup, 'progress'>>;

const grouped = (
  plans: readonly AnalysedPlan[],
  nameOf: (plan: AnalysedPlan) => Named,
): readonly PlanGroup[] => {
  const names = new Map<string, Named>();
  const byKey = groupBy(plans, (plan) => {
    const named = nameOf(plan);
    names.set(named.key, named);
    return named.key;
  });
  return [...byKey].map(([key, some]) => {
    const named = names.get(key);
    return { key, name: named?.name ?? key, plans: some, progress: named?.progress };
  });
};

/** The document that a plan stands below: the first that it names itself, else the first that lists it. */
const familyOf = (plan: AnalysedPlan, families: readonly Family[]): Family | undefined => {
  const own = families.filter(({ children }) => children.some((child) => child.plan === plan));
  const namesIt = ({ children }: Family) => children.some((child) => child.plan === plan && child.named);
  return own.find(namesIt) ?? own[0];
};

/** The folder that a plan lies in together with others: a folder that bears its name is its own. */
export const folderOf = (plan: AnalysedPlan): string => {
  const [inFolder = '', batch] = plan.uri.split('#');
  // a batch of PRPs is a part of its folder
  if (batch !== undefined) return inFolder;
  const folder = parentUri(plan.uri);
  return folder.endsWith(`/${plan.name}`) ? parentUri(folder) : folder;
};
