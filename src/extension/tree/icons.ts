import { ThemeColor, ThemeIcon } from 'vscode';
import type { Readiness, Status } from '../../engine/model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { isFinished, isWaiting } from '../../engine/model/lifecycle';
import { unclearWords } from '../../engine/words/unclear';
import { statusIcon } from '../../language/statusIcon';
import type { RunMark } from '../run/live/liveRuns';
import type { GroupKind, NoteNode } from './nodes';
import { type IconPath, progressIcon } from './progressIcon';

const statusColours: Readonly<Partial<Record<Status, string>>> = {
  complete: 'testing.iconPassed',
  failed: 'testing.iconFailed',
  in_progress: 'charts.blue',
  execution_created: 'charts.blue',
  subplan_created: 'charts.blue',
  skipped: 'disabledForeground',
};

const groupIcons: Readonly<Record<GroupKind, string>> = {
  level: 'layers',
  stage: 'layers',
  priority: 'list-ordered',
  cycle: 'sync-ignored',
  'behind-cycle': 'debug-pause',
};

const readinessIcons: Readonly<Partial<Record<Readiness, readonly [name: string, colour: string]>>> = {
  ready: ['play-circle', 'charts.yellow'],
  blocked: ['lock', 'disabledForeground'],
  'in-cycle': ['sync-ignored', 'list.errorForeground'],
  'behind-cycle': ['lock', 'disabledForeground'],
};

/** What a run says of an achievement; its words come first beside the label. */
export const runIcon = ({ icon: parts }: RunMark): ThemeIcon => icon(...parts);

/** Status by shape and colour; the words of it stand beside the label. */
export const achievementIcon = (achievement: AnalysedAchievement): ThemeIcon => {
  const { status, readiness } = achievement;
  if (status === 'not_started') {
    const known = readinessIcons[readiness];
    if (known) return icon(...known);
    if (unclearWords(achievement) !== undefined) return icon('question', 'list.warningForeground');
  }
  return icon(statusIcon(status), statusColours[status]);
};

/** How much of it is complete, whether it goes on or waits, and a cycle; of what is over only that. */
export const planIcon = (plan: AnalysedPlan): ThemeIcon | IconPath => {
  if (isFinished(plan)) return icon(plan.state === 'complete' ? 'pass' : 'archive', 'disabledForeground');
  const { complete, total } = plan.progress;
  const ring = plan.cycles.length > 0 ? 'cycle' : isWaiting(plan) ? 'waiting' : 'going';
  return progressIcon(complete, total, ring);
};

export const groupIcon = (group: GroupKind, complete: boolean): ThemeIcon => {
  if (group === 'cycle') return icon(groupIcons.cycle, 'list.errorForeground');
  return complete ? icon('pass-filled', 'testing.iconPassed') : icon(groupIcons[group]);
};

export const noteIcon = (tone: NoteNode['tone']): ThemeIcon => {
  if (tone === 'warning') return icon('warning', 'list.warningForeground');
  return icon(tone === 'result' ? 'pass' : 'info');
};

const icon = (name: string, colour?: string): ThemeIcon =>
  colour === undefined ? new ThemeIcon(name) : new ThemeIcon(name, new ThemeColor(colour));
