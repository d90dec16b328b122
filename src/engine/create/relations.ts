import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { isOver } from '../model/status';
import { type DocumentSource, itemTitle, link, named } from './content';

/** More than this many of a list are counted, not listed. */
export const LISTED = 12;

/**
 * What this achievement waits for, each with a link to its SUBPLAN, else to the document that defines it; empty where
 * that is nothing. No status: it would be another one tomorrow.
 */
export const dependencyList = ({ plan, achievement, folder }: DocumentSource): string =>
  achievement.dependencies
    .map(({ id }) => {
      const dependency = plan.byId.get(id);
      return dependency
        ? `- ${named(plan, id)}: ${link(folder, dependency.subplan ?? dependency.uri)}`
        : `- ${id}: not in the plan`;
    })
    .join('\n');

/** Why nothing is waited for. */
export const noDependencies = ({ plan, achievement }: DocumentSource): string => {
  if (plan.dependencySource === 'none') return 'Neither the PLAN nor a parallel.json states dependencies.';
  return achievement.isCovered
    ? 'None: nothing has to be finished first.'
    : 'Nobody stated what it waits for.';
};

/** What a dependency delivered is said in this many items; the rest is counted. */
const MOST_DELIVERABLES = 5;

/** What the dependencies that are complete have made: their deliverables, and where their results are brought together. */
export const deliveredList = (source: DocumentSource): string => {
  const lines = finishedDependencies(source).flatMap((dependency) => deliveredLine(source, dependency) ?? []);
  const shown = lines.slice(0, LISTED);
  if (lines.length > shown.length) shown.push(`- and ${lines.length - shown.length} more`);
  return shown.join('\n');
};

/** The dependencies that are complete, as stated. */
export const finishedDependencies = ({
  plan,
  achievement,
}: Pick<DocumentSource, 'plan' | 'achievement'>): readonly AnalysedAchievement[] =>
  achievement.dependencies
    .map(({ id }) => plan.byId.get(id))
    .filter((dependency) => dependency?.status === 'complete') as readonly AnalysedAchievement[];

const deliveredLine = (source: DocumentSource, dependency: AnalysedAchievement): string | undefined => {
  const { plan, folder } = source;
  const { deliverables } = source.contentOf(dependency);
  const things = deliverables.slice(0, MOST_DELIVERABLES).map(itemTitle).filter(Boolean);
  if (deliverables.length > MOST_DELIVERABLES) {
    things.push(`${deliverables.length - MOST_DELIVERABLES} more`);
  }
  const synthesis = source.saidBy(dependency.subplan)?.synthesis;
  const said = [
    things.join(', '),
    ...(dependency.subplan !== undefined && synthesis !== undefined
      ? [`results in ${link(folder, dependency.subplan, synthesis)}`]
      : []),
  ].filter(Boolean);
  return said.length === 0 ? undefined : `- ${named(plan, dependency.id)}: ${said.join('; ')}`;
};

/** What waits for this achievement. */
export const dependentList = ({ plan, achievement }: DocumentSource): string =>
  listed(plan, achievement.dependents);

/** Unfinished achievements that hold this one up, on one line. */
export const blockerText = ({ achievement }: DocumentSource): string => achievement.blockedBy.join(', ');

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
      if (!achievement.isCovered)
        return 'Nobody stated what it waits for, so nothing says what may run together.';
      return `Dependency level ${achievement.level ?? 0} of ${Math.max(0, plan.levels.length - 1)} (level 0 depends on nothing).`;
  }
};

/** The open achievements of the same dependency level, as far as dependencies are stated: they may run at the same time. */
export const peerList = ({ plan, achievement }: DocumentSource): string => {
  const level = plan.levels.find((each) => each.level === achievement.level);
  const peers = (achievement.isCovered ? (level?.achievements ?? []) : []).filter(
    (id) => id !== achievement.id && isOpen(plan.byId.get(id)),
  );
  return listed(plan, peers);
};

const isOpen = (achievement: AnalysedAchievement | undefined): boolean =>
  achievement?.isCovered === true && !isOver(achievement.status);

/** The first of `ids`, and how many are left. */
const listed = (plan: AnalysedPlan, ids: readonly AchievementId[]): string => {
  const shown = ids.slice(0, LISTED).map((id) => `- ${named(plan, id)}`);
  if (ids.length > shown.length) shown.push(`- and ${ids.length - shown.length} more`);
  return shown.join('\n');
};
