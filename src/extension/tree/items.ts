import { MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import { isFinished, isGoing, stateMark } from '../../engine/model/lifecycle';
import { countReady, countReadyIn } from '../../engine/model/readiness';
import { isDocument, isOver } from '../../engine/model/status';
import { nameOf } from '../../engine/model/uri';
import { planTimeWith } from '../../engine/progress/planTime';
import { actualWords, leftWords, planTimeWords } from '../../engine/progress/timeWords';
import { describeAchievement } from '../../engine/words/describe';
import { describePlan } from '../../engine/words/describePlan';
import { escapeMarkdown } from '../../engine/words/markdown';
import { printable } from '../../engine/words/printable';
import { shortWaitWords } from '../../engine/words/waits';
import { commands } from '../../language/commands';
import { counted } from '../../shared/counted';
import { achievementTags } from '../achievementTags';
import { type LiveRuns, logTag, shownMark } from '../run/live/liveRuns';
import { achievementWords } from './achievementWords';
import { achievementIcon, groupIcon, noteIcon, planIcon, runIcon } from './icons';
import type {
  AchievementNode,
  FileNode,
  GroupNode,
  NoteNode,
  PlanNode,
  SectionNode,
  TreeNode,
} from './nodes';

/** What a tree shows besides its snapshot. */
export interface Shown {
  /** How many plans there are. */
  readonly plans: number;
  readonly live: Pick<LiveRuns, 'marks' | 'words' | 'share'>;
}

/** How a node looks; its tooltip is left to {@link tooltipOf}, which runs when it is wanted. */
export const treeItemOf = (node: TreeNode, shown: Shown): TreeItem => {
  const item = itemOf(node, shown);
  item.id = node.id;
  return item;
};

/** Markdown in which nothing of a document is markup; undefined where the label says all. */
export const tooltipOf = (node: TreeNode, live: Pick<LiveRuns, 'marks'>): MarkdownString | undefined => {
  if (node.kind === 'plan') return markdown(describePlan(node.plan));
  if (node.kind === 'achievement') return achievementTooltip(node, live);
  if (node.kind === 'group' && node.group === 'cycle') {
    return markdown(node.plan.cycles.map((cycle) => escapeMarkdown(cycle.join(' → '))).join('\n\n'));
  }
  if (node.kind === 'group') return groupTooltip(node);
  if (node.kind === 'note' && node.proposes) return markdown(lackingWords(node));
  return undefined;
};

const achievementTooltip = (
  { plan, achievement }: AchievementNode,
  live: Pick<LiveRuns, 'marks'>,
): MarkdownString => {
  const mark = shownMark(live.marks(plan.uri), achievement);
  const run = mark ? [`**Run** ${escapeMarkdown([mark.words, ...mark.more].join(' · '))}`] : [];
  return markdown([describeAchievement(plan, achievement), ...run].join('\n\n'));
};

const lackingWords = ({ plan }: NoteNode): string => {
  const lacking =
    plan.dependencySource === 'none'
      ? 'Neither parallel.json nor the PLAN states dependencies, so nothing can be called ready or blocked.'
      : 'The other dependencies are not known, so nothing is counted as ready, parallel or saved.';
  return plan.kind === 'plan' ? `${lacking} Choose this to propose dependencies.` : lacking;
};

/** Time in full, where the label has only what is left. */
const groupTooltip = ({ label, time }: GroupNode): MarkdownString | undefined => {
  const words = planTimeWords(time);
  if (words === undefined) return undefined;
  const took = time.actual ? [`Took ${actualWords(time.actual)}`] : [];
  return markdown([`**${escapeMarkdown(label)}**`, words, ...took].join('\n\n'));
};

const markdown = (value: string): MarkdownString => {
  const text = new MarkdownString(value, false);
  text.isTrusted = false;
  text.supportHtml = false;
  return text;
};

const itemOf = (node: TreeNode, shown: Shown): TreeItem => {
  switch (node.kind) {
    case 'section':
      return sectionItem(node, shown);
    case 'plan':
      return planItem(node, shown);
    case 'group':
      return groupItem(node);
    case 'achievement':
      return achievementItem(node, shown);
    case 'file':
      return fileItem(node);
    case 'note':
      return noteItem(node);
  }
};

/** Their time is read from the text of every plan, which may be put away: too much for very many at once. */
const mostPlansWithTime = 50;

const planItem = ({ plan, name, label }: PlanNode, { plans, live }: Shown): TreeItem => {
  const state = plans === 1 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(printable(label), state);
  const { complete, total } = plan.progress;
  const { taken, landed } = live.share(plan.uri);
  const ready = countReady(plan, plan.achievements, taken);
  const mark = stateMark(plan);
  const rest = [
    live.words(plan.uri),
    isFinished(plan) ? undefined : shortWaitWords(plan),
    ready > 0 && !isFinished(plan) ? `${ready} ready` : undefined,
    plans > mostPlansWithTime || isFinished(plan) ? undefined : leftWords(planTimeWith(plan, landed)),
  ];
  item.description = joined(mark, `${complete}/${total}`, ...rest);
  item.accessibilityInformation = {
    label: heard(printable(name), mark, progressWords(complete, total), ...rest),
  };
  item.iconPath = planIcon(plan);
  const hasWork = plan.achievements.some(({ status }) => !isOver(status));
  item.contextValue = `plan kind-${plan.kind}${hasWork ? ' hasWork' : ''}`;
  return item;
};

/** Expanded if it has a current plan; sections of plans on hold or finished are collapsed. */
const sectionItem = ({ by, name, label, plans, progress }: SectionNode, { live }: Shown): TreeItem => {
  const goesOn = plans.some(isGoing);
  const item = new TreeItem(
    printable(label),
    goesOn ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  const ready = countReadyIn(plans, (uri) => live.share(uri).taken);
  const words = [progress, counted(plans.length, 'plan'), ready > 0 ? `${ready} ready` : undefined];
  item.description = joined(...words);
  item.accessibilityInformation = { label: heard(printable(name), ...words) };
  item.tooltip = printable(name);
  item.iconPath = new ThemeIcon(by === 'folder' ? 'folder' : 'tag');
  item.contextValue = 'section';
  return item;
};

const groupItem = (node: GroupNode): TreeItem => {
  const { achievements, label, note, group, time } = node;
  const complete = achievements.filter(({ status }) => status === 'complete').length;
  const done = complete === achievements.length;
  const item = new TreeItem(
    printable(label),
    done ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded,
  );
  const rest = note === undefined ? leftWords(time) : printable(note);
  item.description = joined(`${complete}/${achievements.length}`, rest);
  item.accessibilityInformation = {
    label: heard(printable(label), progressWords(complete, achievements.length), rest),
  };
  item.iconPath = groupIcon(group, done);
  item.contextValue = `group ${group}`;
  return item;
};

const achievementItem = (node: AchievementNode, { live }: Shown): TreeItem => {
  const { achievement, plan } = node;
  const hasFiles = achievement.evidence.some(isDocument) || achievement.subplan !== undefined;
  const label = printable(`${achievement.id} ${achievement.title}`);
  const item = new TreeItem(
    label,
    hasFiles ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const mark = shownMark(live.marks(plan.uri), achievement);
  const words = achievementWords(achievement, mark);
  item.description = words.join(' · ');
  item.accessibilityInformation = { label: [label, ...words].join(', ') };
  item.iconPath = mark ? runIcon(mark) : achievementIcon(achievement);
  item.contextValue = achievementTags(plan, achievement) + logTag(mark);
  item.command = {
    command: commands.openAchievement,
    title: 'Open in the plan',
    arguments: [plan.uri, achievement.id],
  };
  return item;
};

const fileItem = ({ uri, role, label }: FileNode): TreeItem => {
  const name = printable(nameOf(uri));
  const item = new TreeItem(printable(label), TreeItemCollapsibleState.None);
  item.description = name;
  item.resourceUri = Uri.parse(uri);
  item.iconPath = role === 'folder' ? ThemeIcon.Folder : ThemeIcon.File;
  item.accessibilityInformation = { label: `${name}, ${role}` };
  item.contextValue = `file ${role}`;
  if (role !== 'folder') {
    item.command = { command: commands.openFile, title: 'Open', arguments: [uri] };
  }
  return item;
};

const noteItem = ({ label, tone, uri, span, plan, proposes }: NoteNode): TreeItem => {
  const item = new TreeItem(printable(label), TreeItemCollapsibleState.None);
  item.iconPath = noteIcon(tone);
  item.contextValue = `note ${tone}`;
  if (uri !== undefined) {
    item.command = { command: commands.openFile, title: 'Open', arguments: [uri, span] };
  }
  if (proposes && plan.kind === 'plan') {
    const title = 'Propose dependencies';
    item.command = { command: commands.generateParallel, title, arguments: [plan.uri] };
  }
  return item;
};

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' · ');

/** What is heard of a row: in full what is seen of it in short. */
const heard = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(', ');

const progressWords = (complete: number, total: number): string => `${complete}/${total} complete`;
