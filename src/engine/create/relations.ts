import type { AchievementId } from '../model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { isOver, plainStatus } from '../model/status';
import { type DocumentSource, link, named } from './content';

/** More than this many of a list are counted, not listed. */
const LISTED = 12;

/** What this achievement waits for, each with its status and documents. */
export const dependencyList = ({ plan, achievement, folder }: DocumentSource): string => {
  if (achievement.dependencies.length > 0) {
    const lines = achievement.dependencies.map(({ id }) => {
      const dependency = plan.byId.get(id);
      return dependency ? dependencyLine(named(plan, id), dependency, folder) : `- ${id}: not in the plan`;
    });
    return `Depends on:\n\n${lines.join('\n')}`;
  }
  return plan.dependencySource === 'none'
    ? 'Neither the PLAN nor a parallel.json states dependencies.'
    : 'None: nothing has to be finished first.';
};

const dependencyLine = (name: string, dependency: AnalysedAchievement, folder: string): string => {
  const documents = [dependency.subplan, ...dependency.executions, dependency.approved]
    .filter((uri) => uri !== undefined)
    .map((uri) => link(folder, uri));
  const where = documents.length > 0 ? `: ${documents.join(', ')}` : '';
  return `- ${name} (${plainStatus(dependency.status)})${where}`;
};

/** What waits for this achievement. */
export const dependentList = ({ plan, achievement }: DocumentSource): string =>
  achievement.dependents.length === 0
    ? 'Nothing else depends on this achievement.'
    : `Needed by:\n\n${listed(plan, achievement.dependents, achievement.dependents.length)}`;

/** Where the achievement stands in the dependency graph, as a sentence. */
export const levelText = ({ plan, achievement }: DocumentSource): string => {
  switch (achievement.levelReason) {
    case 'in-cycle':
      return 'This achievement is in a dependency cycle and has no dependency level until the cycle is broken.';
    case 'behind-cycle':
      return 'This achievement waits for a dependency cycle and has no dependency level until it is broken.';
    case 'no-dependencies':
      return 'No dependencies are stated, so nothing says what may run together.';
    default:
      return `Dependency level ${achievement.level ?? 0} of ${Math.max(0, plan.levels.length - 1)} (level 0 depends on nothing).`;
  }
};

/** The open achievements of the same dependency level: they may run at the same time. Empty when there are none. */
export const peerList = ({ plan, achievement }: DocumentSource): string => {
  const level = plan.levels.find((each) => each.level === achievement.level);
  const peers = (level?.achievements ?? []).filter(
    (id) => id !== achievement.id && isOpen(plan.byId.get(id)),
  );
  return peers.length === 0 ? '' : `May run at the same time:\n\n${listed(plan, peers, peers.length)}`;
};

const isOpen = (achievement: AnalysedAchievement | undefined): boolean =>
  achievement !== undefined && !isOver(achievement.status);

/** The first of `ids`, and how many of `total` are left. */
const listed = (plan: AnalysedPlan, ids: readonly AchievementId[], total: number): string => {
  const shown = ids.slice(0, LISTED).map((id) => `- ${named(plan, id)}`);
  if (total > shown.length) shown.push(`- and ${total - shown.length} more`);
  return shown.join('\n');
};
