import type { Achievement } from '../model/achievement';
import type { AnalysedAchievement } from '../model/analysis';
import { printable } from './printable';

/** More is looked up in the document. */
const MOST_QUOTED = 3;
const LONGEST_QUOTE = 40;

/** `“TBD”, “1.1?”`: what was not understood among the dependencies of an achievement; empty where everything was. */
export const unreadQuotes = ({ unreadDependencies }: Pick<Achievement, 'unreadDependencies'>): string => {
  const quotes = unreadDependencies.slice(0, MOST_QUOTED).map(({ text }) => `“${cut(printable(text))}”`);
  const more = unreadDependencies.length - quotes.length;
  return `${quotes.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

/**
 * `unclear dependencies: “TBD”`, where that is why nobody can tell whether an achievement is ready; undefined for every
 * other one.
 */
export const unclearWords = (achievement: AnalysedAchievement): string | undefined =>
  achievement.readiness === 'unknown' && achievement.unreadDependencies.length > 0
    ? `unclear dependencies: ${unreadQuotes(achievement)}`
    : undefined;

const cut = (text: string): string =>
  text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : text;
