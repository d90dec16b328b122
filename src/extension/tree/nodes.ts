import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import type { Span } from '../../engine/model/text';
import type { Time } from '../../engine/model/time';
import type { Grouping } from './groupings';

export type FileRole = 'SUBPLAN' | 'EXECUTION' | 'APPROVED' | 'FIX' | 'SKIPPED' | 'folder';

interface Base {
  /** Stable as long as the thing it shows exists. */
  readonly id: string;
  readonly plan: AnalysedPlan;
  readonly parent: TreeNode | undefined;
}

export interface PlanNode extends Base {
  readonly kind: 'plan';
  /** The plan's, behind a folder where several have it. */
  readonly name: string;
  /** The name, shortened where the rows beside it begin alike. */
  readonly label: string;
}

/** Plans that are grouped, by folder, state, tier, or the document above them. */
export interface SectionNode {
  readonly kind: 'section';
  readonly id: string;
  readonly by: Exclude<Grouping, 'none'>;
  /** Path, state, tier, or the name of the document. */
  readonly name: string;
  /** How far the document above says its children are; undefined for other sections. */
  readonly progress: string | undefined;
  readonly label: string;
  readonly parent: undefined;
  readonly plans: readonly AnalysedPlan[];
  rows(): readonly PlanNode[];
}

export type GroupKind = 'level' | 'stage' | 'priority' | 'cycle' | 'behind-cycle';

export interface GroupNode extends Base {
  readonly kind: 'group';
  readonly group: GroupKind;
  readonly label: string;
  /** Shown instead of the progress. */
  readonly note: string | undefined;
  readonly time: Time;
  readonly achievements: readonly AnalysedAchievement[];
}

export interface AchievementNode extends Base {
  readonly kind: 'achievement';
  readonly achievement: AnalysedAchievement;
}

export interface FileNode extends Base {
  readonly kind: 'file';
  readonly uri: string;
  readonly role: FileRole;
  /** What tells it from the other files of the achievement. */
  readonly label: string;
}

/** Something to know about the plan, or a result without an id; opens its place when it has one. */
export interface NoteNode extends Base {
  readonly kind: 'note';
  readonly label: string;
  readonly tone: 'info' | 'warning' | 'result';
  readonly uri: string | undefined;
  readonly span: Span | undefined;
  /** Choosing it proposes the dependencies that nobody stated. */
  readonly proposes?: boolean;
}

/** A row that belongs to one plan. */
export type NodeOfPlan = PlanNode | GroupNode | AchievementNode | FileNode | NoteNode;

export type TreeNode = SectionNode | NodeOfPlan;
