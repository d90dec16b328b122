import type { AchievementId } from '../engine/model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../engine/model/analysis';
import type { Effort } from '../engine/model/effort';
import { nameOf } from '../engine/model/uri';
import { escapeMarkdown, markdownLink } from './markdown';
import { levelReasonWords, listed, readinessWords, statusWords } from './words';

/** An achievement as Markdown for a hover or tooltip. Everything that comes from a document is escaped. */
export const describeAchievement = (plan: AnalysedPlan, achievement: AnalysedAchievement): string =>
  [
    `**${escapeMarkdown(`${achievement.id} ${achievement.title}`)}**`,
    statusLine(achievement),
    placeLine(plan, achievement),
    dependenciesLine(plan, achievement),
    achievement.dependents.length > 0
      ? `Needed by ${escapeMarkdown(listed(achievement.dependents))}`
      : undefined,
    claimLine(achievement),
  ]
    .filter((line) => line !== undefined)
    .join('\n\n');

/** `2-3 hours`, `1 hour`, `0.5 hours`. */
export const effortWords = ({ min, max }: Effort): string =>
  `${min === max ? min : `${min}-${max}`} ${max === 1 ? 'hour' : 'hours'}`;

const statusLine = (achievement: AnalysedAchievement): string => {
  const proof = achievement.evidence[0];
  const status = `Status: ${statusWords(achievement.status)}`;
  const proved = proof ? `${status}, proved by ${markdownLink(nameOf(proof.uri), proof.uri)}` : status;
  const readiness = readinessWords(achievement);
  return readiness ? `${proved}; ${escapeMarkdown(readiness)}` : proved;
};

const placeLine = (plan: AnalysedPlan, achievement: AnalysedAchievement): string | undefined => {
  const parts = [
    achievement.level === undefined ? levelReasonWords(achievement) : `Level ${achievement.level}`,
    achievement.priority === undefined ? undefined : `priority ${escapeMarkdown(achievement.priority)}`,
    achievement.effort ? `effort ${effortWords(achievement.effort)}` : undefined,
    plan.dependencySource === 'none' ? 'no dependencies stated in this plan' : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : undefined;
};

const dependenciesLine = (plan: AnalysedPlan, { dependencies }: AnalysedAchievement): string | undefined =>
  dependencies.length > 0
    ? `Depends on ${dependencies.map(({ id }) => dependencyWords(plan, id)).join(', ')}`
    : undefined;

const dependencyWords = (plan: AnalysedPlan, id: AchievementId): string => {
  const target = plan.byId.get(id);
  return `${escapeMarkdown(id)} (${target ? statusWords(target.status) : 'unknown'})`;
};

const claimLine = ({ claimedStatus, status }: AnalysedAchievement): string | undefined =>
  claimedStatus !== undefined && claimedStatus !== status
    ? `A document claims ${escapeMarkdown(claimedStatus)}; the files say ${statusWords(status)}`
    : undefined;
