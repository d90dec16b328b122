import type { Section } from '../../facts/planFacts';
import { isElsewhere } from '../stated/unknownReferences';

const ACHIEVEMENTS = /(?:^|[^\p{L}])achievements(?:[^\p{L}]|$)/iu;
/** `Achievement List`: what names the collection by another word. */
const COLLECTION =
  /(?:^|[^\p{L}])achievement[ -](?:list|definitions?|details|breakdown|catalogue?|overview|plan|items|set|backlog|roadmap|specifications?|descriptions?)(?:[^\p{L}]|$)/iu;
/** What lists achievements, or follows them, without defining any. */
const NO_DEFINITIONS = /\b(?:index|logs?|tracking|tracker)\b/i;
/** Where the name of the collection ends and its subject begins: `Achievements: Search Index`, `Achievements of the Log`. */
const SUBJECT = /[:：(（–—]|\s-\s|\s(?:of|for|in|from|with|by|on|about)\s/i;
/** A subject that is no subject but says what the section is: `Achievements (Index)`. */
const ONLY_THAT = /^[^\p{L}]*(?:the[ ]+)?(?:index|logs?|tracking|tracker)[^\p{L}]*$/iu;
const PRIORITY = /^priority\s+(\d+(?:\.\d+)*)\s*(?:[:.–—-]\s*)?([\s\S]*)$/i;

/** Sections less deep than this are parts of the plan; deeper ones may hold its achievements where no such part does. */
const DEEPEST_PART = 2;

/**
 * Whether a heading's words open the part of a plan that defines achievements: its noun is *achievements*. In an
 * *Achievement Index* or *Addition Log* it is another one; what stands in brackets, behind a colon or *of* is the subject
 * of the plan, whatever words that has.
 */
export const namesAchievements = (title: string): boolean => {
  if (!/achievement/i.test(title)) return false;
  const name = title.slice(0, SUBJECT.exec(title)?.index).trimEnd();
  const subject = title.slice(name.length);
  if (ONLY_THAT.test(subject.replace(/^\s*(?:of|for)\s/i, ''))) return false;
  const found = ACHIEVEMENTS.exec(name) ?? COLLECTION.exec(name);
  return found !== null && !NO_DEFINITIONS.test(name.slice(found.index + 1));
};

/** Such a heading as a part of the plan. */
export const isAchievementsSection = ({ depth, title }: Section): boolean =>
  depth <= DEEPEST_PART && namesAchievements(title);

/** Such a heading inside of another part: it counts where no part of the plan defines achievements. */
export const isInnerSection = ({ depth, title }: Section): boolean =>
  depth > DEEPEST_PART && namesAchievements(title);

/** Number and title of a `Priority N: …` heading. */
export const priorityOf = (
  title: string,
): { readonly number: string; readonly title: string } | undefined => {
  const [, number, rest = ''] = PRIORITY.exec(title) ?? [];
  return number === undefined ? undefined : { number, title: rest };
};

export const isPrioritySection = ({ title }: Section): boolean => PRIORITY.test(title);

const LISTS =
  /\b(?:index|logs?|tracking|tracker|status|progress|hand-?off|summary|statistics|example|integration)\b/i;

/** Whether a section repeats what other sections define, speaks of other times or gives examples. */
export const listsAchievements = (section: Section): boolean =>
  section.depth > 1 && (LISTS.test(section.title) || isElsewhere(section));
