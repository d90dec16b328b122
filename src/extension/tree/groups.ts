import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import type { Time } from '../../engine/model/time';
import { groupTime } from '../../engine/progress/groupTime';
import { levelTitle, priorityTitle } from '../../engine/words/levels';
import { groupBy } from '../../shared/groupBy';
import { listed } from '../../shared/listed';
import type { GroupKind } from './nodes';

export interface Group {
  readonly group: GroupKind;
  /** Stable within the plan. */
  readonly key: string;
  readonly label: string;
  readonly note: string | undefined;
  readonly time: Time;
  readonly achievements: readonly AnalysedAchievement[];
}

/** A plan's achievements in the groups the tree shows: levels, else stages or priorities; cycles last. */
export const groupsOf = (plan: AnalysedPlan): readonly Group[] =>
  groupingOf(plan).map((group) => ({ ...group, time: groupTime(group.achievements, plan.isOrderKnown()) }));

type Grouping = readonly Omit<Group, 'time'>[];

const groupingOf = (plan: AnalysedPlan): Grouping => {
  if (plan.kind === 'prp-batch') return [...stageGroups(plan), ...cycleGroups(plan)];
  if (plan.dependencySource === 'none') return priorityGroups(plan);
  return [...levelGroups(plan), ...cycleGroups(plan)];
};

/** The stages of a batch are its levels, from 1; what its PRPs declare is compared by a rule. */
const stageGroups = (plan: AnalysedPlan): Grouping =>
  levelGroups(plan).map((group, at) => ({
    ...group,
    group: 'stage',
    key: `stage-${at + 1}`,
    label: `Stage ${at + 1}`,
  }));

const levelGroups = ({ levels, byId }: AnalysedPlan): Grouping =>
  levels.map(({ level, achievements }) => ({
    group: 'level',
    key: `level-${level}`,
    label: levelTitle(level),
    note: undefined,
    achievements: achievements.flatMap((id) => byId.get(id) ?? []),
  }));

const cycleGroups = ({ achievements, cycles }: AnalysedPlan): Grouping => {
  const because = (reason: AnalysedAchievement['levelReason']) =>
    achievements.filter(({ levelReason }) => levelReason === reason);
  const groups: Grouping = [
    {
      group: 'cycle',
      key: 'cycle',
      label: 'In a cycle',
      note: cycleNote(cycles),
      achievements: because('in-cycle'),
    },
    {
      group: 'behind-cycle',
      key: 'behind-cycle',
      label: 'Behind a cycle',
      note: undefined,
      achievements: because('behind-cycle'),
    },
  ];
  return groups.filter((group) => group.achievements.length > 0);
};

/** `1.1 → 1.2 → 1.1`, and how many cycles more there are. */
const cycleNote = (cycles: AnalysedPlan['cycles']): string => {
  const [first = [], ...others] = cycles;
  const path = first.length > 9 ? listed(first) : first.join(' → ');
  return others.length > 0 ? `${path} and ${others.length} more` : path;
};

/** In the order in which their first achievement stands in the document. */
const priorityGroups = ({ achievements }: AnalysedPlan): Grouping =>
  [...groupBy(achievements, ({ priority }) => priority)].map(([priority, members]) => ({
    group: 'priority',
    key: `priority-${priority ?? 'none'}`,
    label: priorityTitle(priority),
    note: undefined,
    achievements: members,
  }));
