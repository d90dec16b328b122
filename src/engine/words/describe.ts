import { firstOf, listed } from '../../shared/listed';
import type { DependencyWords } from '../model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { nameOf } from '../model/uri';
import { waitLabel } from '../model/wait';
import { networkIn } from '../schedule/networkIn';
import { knownTimes, type TaskTimes } from '../schedule/taskTimes';
import { actionWords } from '../workflow/actionWords';
import { isHeldUp } from '../workflow/next';
import { stepOf } from '../workflow/step';
import { effortWords, hoursWords } from './hours';
import { levelReasonWords } from './levels';
import { escapeMarkdown, markdownLink } from './markdown';
import { printable } from './printable';
import { readinessWords } from './readiness';
import { stateWords, statusWords } from './status';
import { waitProgress } from './waits';

/**
 * The card of an achievement as Markdown, for hovers and tooltips: title, status with its proof and what blocks it,
 * level, effort, slack, dependencies and dependents. Everything that comes from a document is escaped.
 */
export const describeAchievement = (plan: AnalysedPlan, achievement: AnalysedAchievement): string =>
  [
    `**${escapeMarkdown(`${achievement.id} ${achievement.title}`)}**`,
    statusLine(plan, achievement),
    claimLine(achievement),
    nextLine(plan, achievement),
    placeLine(plan, achievement),
    neighbours(
      plan,
      achievement,
      'Depends on',
      achievement.dependencies.map(({ id }) => id),
    ),
    neighbours(plan, achievement, 'Needed by', achievement.dependents),
    wordsLine('Dependencies not understood', achievement.unreadDependencies),
    wordsLine('Other needs', achievement.dependencyNotes),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');

const statusLine = (plan: AnalysedPlan, achievement: AnalysedAchievement): string => {
  const [proof] = achievement.evidence;
  const status = `Status: ${stateWords(achievement)}`;
  const proved = achievement.prp
    ? `${status}, because ${escapeMarkdown(achievement.prp.why)}`
    : proof
      ? `${status}, proved by ${markdownLink(nameOf(proof.uri), proof.uri)}`
      : status;
  const readiness = readinessLine(plan, achievement);
  return readiness === undefined ? proved : `${proved}; ${readiness}`;
};

/** What {@link readinessWords} says, with how far each blocker has come. */
const readinessLine = (plan: AnalysedPlan, achievement: AnalysedAchievement): string | undefined => {
  if (achievement.readiness === 'blocked') {
    const named = achievement.blockedBy.map(
      (id) => `${escapeMarkdown(id)} (${statusIn(plan, achievement, id)})`,
    );
    return `blocked by ${listed(named)}`;
  }
  const words = readinessWords(achievement);
  return words && escapeMarkdown(words);
};

/** What stands where dependencies are stated and is no id. */
const wordsLine = (label: string, words: readonly DependencyWords[]): string | undefined => {
  if (words.length === 0) return undefined;
  const { first, more } = firstOf(words.map(({ text }) => escapeMarkdown(printable(text))));
  return [label, ...first.map((each) => `- ${each}`), ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
};

const claimLine = ({ claimedStatus, status }: AnalysedAchievement): string | undefined =>
  claimedStatus !== undefined && claimedStatus !== status
    ? `A document claims ${escapeMarkdown(claimedStatus)}; the files say ${statusWords(status)}`
    : undefined;

/** What to do next; nothing while others are in the way, or when it is over. */
const nextLine = (plan: AnalysedPlan, achievement: AnalysedAchievement): string | undefined => {
  const { action, why } = stepOf(plan, achievement);
  const isWaiting = achievement.status === 'not_started' && isHeldUp(achievement);
  return action === 'next_achievement' || isWaiting
    ? undefined
    : escapeMarkdown(`Next: ${actionWords(action)}${achievement.prp ? '' : `, because ${why}`}`);
};

const placeLine = (plan: AnalysedPlan, achievement: AnalysedAchievement): string | undefined => {
  const parts = [
    achievement.level === undefined ? levelReasonWords(achievement) : `Level ${achievement.level}`,
    achievement.priority === undefined ? undefined : `priority ${escapeMarkdown(achievement.priority)}`,
    achievement.effort ? `effort ${effortWords(achievement.effort)}` : undefined,
    achievement.actual ? `took ${effortWords(achievement.actual)}` : undefined,
    timesWords(knownTimes(networkIn(plan), achievement.id)),
    plan.dependencySource === 'none' ? 'no dependencies stated in this plan' : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : undefined;
};

const timesWords = (times: TaskTimes | undefined): string | undefined => {
  if (!times) return undefined;
  const { earliestStart, slack } = times;
  const start = earliestStart === 0 ? [] : [`starts in ${hoursWords(earliestStart)} at the earliest`];
  return [...start, slack === 0 ? 'on the critical path' : `slack ${hoursWords(slack)}`].join(' · ');
};

/** A list of achievements, each with a link to its definition, its title and its status. */
const neighbours = (
  plan: AnalysedPlan,
  achievement: AnalysedAchievement,
  label: string,
  ids: readonly AchievementId[],
): string | undefined => {
  if (ids.length === 0) return undefined;
  const { first, more } = firstOf(ids);
  const entries = first.map((id) => {
    const target = targetOf(plan, achievement, id);
    const link = target ? markdownLink(id, `${target.uri}#L${target.line}`) : escapeMarkdown(id);
    const name = target ? `${link} ${escapeMarkdown(target.title)}` : link;
    const soft = achievement.dependencies.some((each) => each.id === id && each.soft) ? ', soft' : '';
    return `- ${name} (${statusIn(plan, achievement, id)}${soft})`;
  });
  return [label, ...entries, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
};

/** An achievement of the plan, or of another one that it depends on. */
const targetOf = ({ byId }: AnalysedPlan, { dependencies }: AnalysedAchievement, id: AchievementId) =>
  byId.get(id) ?? dependencies.find((each) => each.id === id)?.elsewhere;

const statusIn = (plan: AnalysedPlan, achievement: AnalysedAchievement, id: AchievementId): string => {
  const target = plan.byId.get(id);
  if (target) return stateWords(target);
  const elsewhere = targetOf(plan, achievement, id);
  if (elsewhere) return statusWords(elsewhere.status);
  const wait = plan.waitsFor.find((each) => waitLabel(each) === id);
  return wait ? `another plan, ${waitProgress(wait)}` : 'unknown';
};
