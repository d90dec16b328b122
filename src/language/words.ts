import type { Status } from '../engine/model/achievement';
import type { AnalysedAchievement } from '../engine/model/analysis';
import { isKnownReady } from '../engine/model/readiness';
import { isOver } from '../engine/model/status';
import { unclearWords } from '../engine/words/unclear';

const icons: Readonly<Record<Status, string>> = {
  not_started: 'circle-outline',
  subplan_created: 'note',
  execution_created: 'checklist',
  in_progress: 'sync',
  complete: 'pass',
  failed: 'error',
  skipped: 'circle-slash',
};

/** Name of the codicon that stands beside the words of a status, never instead of them. */
export const statusIcon = (status: Status): string => icons[status];

/** `ready`, `blocked by 1.2, 1.3`, `unclear dependencies: “TBD”`, or undefined when none says anything. */
export const readinessWords = (achievement: AnalysedAchievement): string | undefined => {
  if (isKnownReady(achievement)) return 'ready';
  const { blockedBy, status } = achievement;
  return blockedBy.length > 0 && !isOver(status)
    ? `blocked by ${listed(blockedBy)}`
    : unclearWords(achievement);
};

/** Why an achievement has no level, in words; undefined when it has one or nobody stated dependencies. */
export const levelReasonWords = ({ levelReason }: AnalysedAchievement): string | undefined => {
  if (levelReason === 'in-cycle') return 'in a cycle';
  return levelReason === 'behind-cycle' ? 'behind a cycle' : undefined;
};

const mostListed = 8;

/** The start of a long list, with the number left out. */
export const firstOf = (
  all: readonly string[],
): { readonly first: readonly string[]; readonly more: number } => {
  const first = all.length > mostListed ? all.slice(0, mostListed) : all;
  return { first, more: all.length - first.length };
};

/** Ids with commas; a long list is cut with the number left out. */
export const listed = (ids: readonly string[]): string => {
  const { first, more } = firstOf(ids);
  return `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

/** Nothing that {@link plainText} would change, as most titles are. */
const isPlain = /^[!-~]+(?: [!-~]+)*$/;

/** Text from a document as one line that no terminal, label or notification can stumble over. */
export const plainText = (text: string): string =>
  isPlain.test(text) ? text : text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

/** The words as a sentence begins. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export { stateWords, statusWords } from '../engine/model/status';
export { counted } from '../shared/counted';
