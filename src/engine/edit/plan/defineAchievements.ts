import { isAchievementsSection } from '../../document/plan/areaSection';
import { USUAL_SECTIONS } from '../../document/plan/compliance';
import { readPlan } from '../../document/plan/plan';
import { findSection } from '../../document/plan/sectionKind';
import { fill } from '../../document/work/fillMark';
import type { PlanFacts } from '../../facts/planFacts';
import type { AchievementId } from '../../model/ids';
import { lineBreakOf, sliceOf, span } from '../../model/text';
import { applyEdits } from '../applyEdits';
import type { TextEdit } from '../textEdit';
import { insertSection } from './insertSection';

const TITLE = 'Desirable Achievements';

const FIRST = [
  `**Achievement 1.1**: ${fill('title')}`,
  '',
  `- **Goal**: ${fill('what is true afterwards')}`,
  `- **Deliverables**: ${fill('what is there afterwards: files, documents, tests')}`,
  `- **Success**: ${fill('how everybody can tell that it is done')}`,
  `- **Effort**: ${fill('how long this takes, for example 2-3 hours')}`,
].join('\n');

/** Whether {@link defineFirst} has a place for a definition. */
export const canDefineFirst = ({ sections }: PlanFacts): boolean =>
  sections.some(isAchievementsSection) || !findSection(sections, sectionKind);

const sectionKind = USUAL_SECTIONS.find(({ title }) => title === TITLE) ?? {
  title: TITLE,
  words: /\bachievements\b/i,
};

/**
 * Defines an achievement 1.1 with places to fill in, at the end of the section that may define achievements. Inserts
 * the section if there is none. No edits if the definition would not be read.
 */
export const defineFirst = (text: string): readonly TextEdit[] => {
  const area = readPlan(text).sections.find(isAchievementsSection);
  const edits = area ? [atEnd(text, area.span.end)] : insertSection(text, USUAL_SECTIONS, TITLE, FIRST);
  return readPlan(applyEdits(text, edits)).achievements.length === 1 ? edits : [];
};

/** With a blank line around it; what else stands at the end of the section stays there. */
const atEnd = (text: string, end: number): TextEdit => {
  const eol = lineBreakOf(text);
  const written = text.slice(0, end).trimEnd().length;
  const below = text.slice(end) === '' ? eol : eol + eol;
  return { span: span(written, end), newText: eol + eol + FIRST.replaceAll('\n', eol) + below };
};

/** The id that {@link giveIds} makes of a number. */
export const firstId = (number: number): AchievementId => `1.${number}`;

const NUMBER = /^(#{3,6}[ \t]+(?:[^\p{L}\p{N}\s*#]+[ \t]*)?)\d{1,9}[.)][ \t]+/u;

/**
 * Makes definitions of the headings that only number what a plan achieved: `### 1. Title` becomes
 * `### Achievement 1.1: Title`. Nothing where a number comes twice or a heading is of another kind.
 */
export const giveIds = (text: string): readonly TextEdit[] => {
  const { unnumbered } = readPlan(text);
  const edits = unnumbered.flatMap(({ number, span: heading }): readonly TextEdit[] => {
    const [whole, before] = NUMBER.exec(sliceOf(text, heading)) ?? [];
    if (whole === undefined || before === undefined) return [];
    const place = span(heading.start + before.length, heading.start + whole.length);
    return [{ span: place, newText: `Achievement ${firstId(number)}: ` }];
  });
  const ids = new Set(readPlan(applyEdits(text, edits)).achievements.map(({ id }) => id));
  return ids.size === unnumbered.length ? edits : [];
};
