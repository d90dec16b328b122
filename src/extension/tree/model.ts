import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import type { Snapshot } from '../../engine/snapshot';
import { contradictionsOf } from '../../engine/state/stateOfPlan';
import { claimWords, contradictionWords } from '../../engine/state/words';
import { coverageWords } from '../../engine/words/coverage';
import { sentence } from '../../shared/sentence';
import { fileLabels, type OwnFile } from './fileLabels';
import type { Grouping, PathOf } from './groupings';
import { groupsOf } from './groups';
import type { AchievementNode, FileNode, FileRole, GroupNode, NoteNode, PlanNode, TreeNode } from './nodes';
import { rootsOf } from './sections';

/** The tree of one snapshot; nodes are made when first asked for and stay the same from then on. */
export interface TreeModel {
  readonly roots: readonly TreeNode[];
  /** How many plans are shown. */
  readonly plans: number;
  childrenOf(node: TreeNode): readonly TreeNode[];
  planNode(uri: string): TreeNode | undefined;
  achievementNode(planUri: string, id: string): TreeNode | undefined;
  /** The nodes of these achievements; none of a plan that is not shown. */
  achievementNodes(planUri: string, ids: readonly string[]): readonly TreeNode[];
  /** The node of a SUBPLAN, EXECUTION_TASK or feedback file. */
  fileNode(planUri: string, uri: string): TreeNode | undefined;
}

export interface TreeOptions {
  /** Which plans the tree has; all when left out. */
  readonly isShown?: (plan: AnalysedPlan) => boolean;
  /** By nothing when left out. */
  readonly grouping?: Grouping;
  readonly pathOf?: PathOf;
}

export const createTreeModel = (
  snapshot: Snapshot,
  { isShown = () => true, grouping = 'none', pathOf = (folder) => folder }: TreeOptions = {},
): TreeModel => {
  const children = new WeakMap<TreeNode, readonly TreeNode[]>();
  const childrenOf = (node: TreeNode): readonly TreeNode[] => {
    const known = children.get(node) ?? expand(node);
    children.set(node, known);
    return known;
  };
  const roots = rootsOf(snapshot.plans.filter(isShown), snapshot, grouping, pathOf);
  const planRows = (): readonly TreeNode[] =>
    grouping === 'none' ? roots : roots.flatMap((section) => childrenOf(section));
  const planNode = (uri: string): TreeNode | undefined => planRows().find(({ id }) => id === uri);
  const achievementNodes = (planUri: string): readonly TreeNode[] => {
    const root = planNode(planUri);
    return root
      ? childrenOf(root)
          .filter(({ kind }) => kind === 'group')
          .flatMap(childrenOf)
      : [];
  };
  return {
    roots,
    get plans() {
      return planRows().length;
    },
    childrenOf,
    planNode,
    achievementNode: (planUri, id) =>
      achievementNodes(planUri).find((node) => node.kind === 'achievement' && node.achievement.id === id),
    achievementNodes: (planUri, ids) => {
      const wanted = new Set(ids);
      return achievementNodes(planUri).filter(
        (node) => node.kind === 'achievement' && wanted.has(node.achievement.id),
      );
    },
    fileNode: (planUri, uri) => {
      const owner = achievementNodes(planUri).find(
        (node) => node.kind === 'achievement' && filesOf(node.achievement).some((file) => file.uri === uri),
      );
      return owner && childrenOf(owner).find((node) => node.kind === 'file' && node.uri === uri);
    },
  };
};

const expand = (node: TreeNode): readonly TreeNode[] => {
  if (node.kind === 'section') return node.rows();
  if (node.kind === 'plan') return [...notesOf(node), ...groupNodes(node), ...resultNodes(node)];
  if (node.kind === 'group') return achievementNodesOf(node);
  return node.kind === 'achievement' ? fileNodes(node) : [];
};

const groupNodes = (parent: PlanNode): readonly GroupNode[] =>
  groupsOf(parent.plan).map(({ key, ...group }) => ({
    kind: 'group',
    id: `${parent.id}#${key}`,
    plan: parent.plan,
    parent,
    ...group,
  }));

const achievementNodesOf = (parent: GroupNode): readonly AchievementNode[] =>
  parent.achievements.map((achievement) => ({
    kind: 'achievement',
    id: `${parent.plan.uri}#${achievement.id}`,
    plan: parent.plan,
    parent,
    achievement,
  }));

const fileNodes = (parent: AchievementNode): readonly FileNode[] => {
  const files = filesOf(parent.achievement);
  const labels = fileLabels(files, parent.plan);
  return files.map(({ uri, role }) => ({
    kind: 'file',
    id: `${parent.id}#${uri}`,
    plan: parent.plan,
    parent,
    uri,
    role,
    label: labels.get(uri) ?? role,
  }));
};

/** In the order the work goes: SUBPLAN, EXECUTION_TASKs, feedback; then what else proves something. */
const filesOf = (achievement: AnalysedAchievement): readonly OwnFile[] => {
  const { subplan, executions, approved, fix, skipped, evidence } = achievement;
  const files = new Map<string, FileRole>();
  const add = (uri: string | undefined, role: FileRole): void => {
    if (uri !== undefined && !files.has(uri)) files.set(uri, role);
  };
  add(subplan, 'SUBPLAN');
  for (const uri of executions) add(uri, 'EXECUTION');
  add(approved, 'APPROVED');
  add(fix, 'FIX');
  add(skipped, 'SKIPPED');
  // a commit is no file
  for (const { uri, kind } of evidence) if (kind !== 'commit') add(uri, evidenceRoles[kind]);
  return [...files].map(([uri, role]) => ({ uri, role }));
};

const evidenceRoles = {
  subplan: 'SUBPLAN',
  execution: 'EXECUTION',
  approved: 'APPROVED',
  fix: 'FIX',
  skipped: 'SKIPPED',
  folder: 'folder',
} as const;

const note = (
  parent: PlanNode,
  key: string,
  tone: NoteNode['tone'],
  label: string,
  at: Pick<NoteNode, 'uri' | 'span'> = { uri: undefined, span: undefined },
): NoteNode => ({ kind: 'note', id: `${parent.id}#${key}`, plan: parent.plan, parent, tone, label, ...at });

const notesOf = (parent: PlanNode): readonly NoteNode[] => {
  const { plan } = parent;
  const notes: NoteNode[] = [];
  const broken = plan.parallel?.facts.problems.find(({ kind }) => kind === 'malformed');
  if (plan.parallel && broken) {
    const at = { uri: plan.parallel.uri, span: broken.span };
    notes.push(note(parent, 'broken', 'warning', 'parallel.json is malformed', at));
  }
  if (plan.achievements.length === 0 && plan.unnumbered.length === 0) {
    notes.push(note(parent, 'empty', 'info', 'No achievements found'));
  }
  if (plan.achievements.length > 0 && plan.dependencySource === 'none') {
    notes.push({ ...note(parent, 'no-dependencies', 'info', 'No dependencies stated'), proposes: true });
  }
  const coverage = coverageWords(plan);
  if (coverage !== undefined) {
    notes.push({ ...note(parent, 'coverage', 'info', sentence(coverage)), proposes: true });
  }
  return [...stateNotes(parent), ...notes];
};

/** What contradicts each other about the state, and what the PLAN claims without a proof. */
const stateNotes = (parent: PlanNode): readonly NoteNode[] => {
  const { plan } = parent;
  const contradicting = contradictionsOf(plan);
  const header = contradicting.find(({ source }) => source === 'header');
  const words = sentence(contradictionWords(contradicting));
  const claim = plan.legacyClaim();
  return [
    ...(contradicting.length > 0
      ? [note(parent, 'state', 'warning', words, { uri: header?.uri, span: header?.span })]
      : []),
    ...(claim ? [note(parent, 'claim', 'info', claimWords(claim), { uri: plan.uri, span: claim.span })] : []),
  ];
};

const resultNodes = (parent: PlanNode): readonly NoteNode[] =>
  parent.plan.unnumbered.map(({ number, title, span }, index) =>
    note(parent, `result-${index}`, 'result', `${number}. ${title}`, { uri: parent.plan.uri, span }),
  );
