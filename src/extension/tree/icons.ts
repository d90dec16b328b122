import { ThemeColor, ThemeIcon } from 'vscode';
import type { Status } from '../../engine/model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { isFinished, isWaiting } from '../../engine/model/lifecycle';
import { isKnownReady } from '../../engine/model/readiness';
import { unclearWords } from '../../engine/words/unclear';
import { statusIcon } from '../../language/words';
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

/** Status by shape and colour; the words of it stand beside the label. */
export const achievementIcon = (achievement: AnalysedAchievement, plan: AnalysedPlan): ThemeIcon => {
  const { status, blockedBy } = achievement;
  const known = plan.dependencySource !== 'none' && status === 'not_started';
  if (known && isKnownReady(achievement)) return icon('play-circle', 'charts.yellow');
  if (known && blockedBy.length > 0) return icon('lock', 'disabledForeground');
  if (known && unclearWords(achievement) !== undefined) return icon('question', 'list.warningForeground');
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
