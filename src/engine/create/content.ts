import type { AchievementContent } from '../document/plan/achievementContent';
import { FILL_MARK } from '../document/work/fillMark';
import type { SubplanSays } from '../document/work/subplanSays';
import type { SubExecution } from '../facts/parallelFacts';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { nameOf, relativeUri } from '../model/uri';
import type { CreationKind } from './batch';
import { carried, startsBlock } from './carried';
import type { DocumentNames } from './naming';

/** What a document is written from. */
export interface DocumentSource extends NewDocument {
  readonly kind: CreationKind;
  readonly plan: AnalysedPlan;
  readonly names: DocumentNames;
  /** Folder the document will be in; links are relative to it. */
  readonly folder: string;
  /** What the PLAN says about the achievement. */
  readonly content: AchievementContent;
  contentOf(achievement: AnalysedAchievement): AchievementContent;
  /** What the SUBPLAN of another achievement, or of this one, says. Undefined for one that was not read. */
  saidBy(subplan: string | undefined): SubplanSays | undefined;
}

/** `- [ ] item` per item. */
export const checklist = (items: readonly string[]): string =>
  items.map((item) => `- [ ] ${itemText(item)}`).join('\n');

/** A bullet per item. */
export const bullets = (items: readonly string[]): string =>
  items.map((item) => `- ${itemText(item)}`).join('\n');

const OWN_MARK = /^(?:[-*+][ \t]+)?(?:\[ \][ \t]*)?/;

/** An item without a bullet or box of its own; code and HTML start on a line of their own. */
const itemText = (item: string): string => {
  const text = carried(item).replace(OWN_MARK, '');
  return (startsBlock(text) ? `as follows:\n\n${text}` : text).replace(/\n(?=[^\n])/g, '\n  ');
};

/** Text as one line: names and titles may come from a JSON file, where they can hold anything. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

const FENCE = /`{3,}|~{3,}/g;

/** Text as one line that goes on behind `before`, without beginning code or HTML that would go on below. */
export const inlineText = (text: string, before = ''): string => {
  const line = oneLine(text);
  return line.startsWith(FILL_MARK) || startsBlock(before) || !startsBlock(before + line)
    ? line
    : line.replaceAll('<', '&lt;').replace(FENCE, '');
};

/** The first line of an item, without its bullet or box. */
export const itemTitle = (item: string): string =>
  inlineText(carried(item).replace(OWN_MARK, '').split('\n', 1)[0] ?? '');

/** `1.1 Title`. */
export const named = (plan: AnalysedPlan, id: AchievementId): string => {
  const title = plan.byId.get(id)?.title;
  return title === undefined || title === id ? id : `${id} ${oneLine(title)}`;
};

/** `[SUBPLAN_X_11.md](../subplans/SUBPLAN_X_11.md)`; `fragment` leads to a place in it. */
export const link = (folder: string, uri: string, fragment = ''): string =>
  `[${nameOf(uri).replace(/[[\]\\]/g, '\\$&')}](${relativeUri(folder, uri)}${fragment})`;

/** Fields of the PLAN that have no section of their own. */
export const otherFields = (content: AchievementContent): string =>
  content.other
    .map(({ label, markdown }) => {
      const text = carried(markdown);
      if (label === '') return text;
      return startsBlock(text) || /\n|^(?:[-*+]|\d+[.)])\s/.test(text)
        ? `**${label}**:\n\n${text}`
        : `**${label}**: ${text}`;
    })
    .join('\n\n');

/** A document that is to be created. */
export interface NewDocument {
  readonly achievement: AnalysedAchievement;
  readonly uri: string;
  /** Counts the executions of the achievement from 1; 1 for a SUBPLAN. */
  readonly number: number;
  /** The planned part that an execution is for. */
  readonly part: SubExecution | undefined;
}
