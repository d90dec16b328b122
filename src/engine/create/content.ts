import type { AchievementContent } from '../document/achievementContent';
import { fill } from '../document/placeholders';
import type { AchievementId } from '../model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { type Effort, effortWords } from '../model/effort';
import { nameOf, relativeUri } from '../model/uri';
import { carried, startsBlock } from './carried';
import type { DocumentNames } from './naming';

/** What a document is written from. */
export interface DocumentSource {
  readonly plan: AnalysedPlan;
  readonly achievement: AnalysedAchievement;
  readonly content: AchievementContent;
  readonly names: DocumentNames;
  /** Folder the document will be in; links are relative to it. */
  readonly folder: string;
}

/** What the head of a document is written from. */
export type HeadSource = Pick<DocumentSource, 'plan' | 'achievement'> & {
  readonly content: Pick<AchievementContent, 'effort'>;
};

/** `- [ ] item` per item, or one place to fill in where the PLAN has none. */
export const checklist = (items: readonly string[], what: string): string =>
  items.length === 0 ? `- [ ] ${fill(what)}` : items.map((item) => `- [ ] ${itemText(item)}`).join('\n');

/** A bullet per item. */
export const bullets = (items: readonly string[]): string =>
  items.map((item) => `- ${itemText(item)}`).join('\n');

const OWN_MARK = /^(?:[-*+][ \t]+)?(?:\[ \][ \t]*)?/;

/** An item without a bullet or box of its own; code and HTML start on a line of their own. */
const itemText = (item: string): string => {
  const text = carried(item).replace(OWN_MARK, '');
  return (startsBlock(text) ? `as follows:\n\n${text}` : text).replace(/\n(?=[^\n])/g, '\n  ');
};

/** `## title` and what is below it; empty parts are left out. */
export const section = (title: string, ...parts: readonly (string | undefined)[]): string =>
  [`## ${title}`, ...parts.filter(Boolean)].join('\n\n');

/** Text as one line: names and titles may come from a JSON file, where they can hold anything. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** `**label**: value` lines as one paragraph with line breaks. */
export const header = (lines: readonly (readonly [label: string, value: string])[]): string =>
  lines.map(([label, value]) => `**${label}**: ${oneLine(value)}`).join('  \n');

/** `1.1 Title`. */
export const named = (plan: AnalysedPlan, id: AchievementId): string => {
  const title = plan.byId.get(id)?.title;
  return title === undefined || title === id ? id : `${id} ${oneLine(title)}`;
};

/** What is known about the time it takes, as the PLAN has it where it says so. */
export const effortText = (
  content: Pick<AchievementContent, 'effort'>,
  effort: Effort | undefined,
): string => {
  if (content.effort) return carried(content.effort);
  return effort ? effortWords(effort) : fill('how long this takes, for example 2-3 hours');
};

/** `[SUBPLAN_X_11.md](../subplans/SUBPLAN_X_11.md)`. */
export const link = (folder: string, uri: string): string =>
  `[${nameOf(uri).replace(/[[\]\\]/g, '\\$&')}](${relativeUri(folder, uri)})`;

/** Fields of the PLAN that have no section of their own. */
export const otherFields = (content: AchievementContent): string =>
  content.other
    .map(({ label, markdown }) => {
      const text = carried(markdown);
      return startsBlock(text) || /\n|^(?:[-*+]|\d+[.)])\s/.test(text)
        ? `**${label}**:\n\n${text}`
        : `**${label}**: ${text}`;
    })
    .join('\n\n');
