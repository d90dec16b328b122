import { scanLines } from '../../engine/document/markdown/lines';
import {
  isAchievementsSection,
  isInnerSection,
  isPrioritySection,
} from '../../engine/document/plan/areaSection';
import type { AchievementFacts, PlanFacts, Section } from '../../engine/facts/planFacts';
import { type Span, span } from '../../engine/model/text';

/** The line a caret stands on, and what surrounds it in a PLAN. */
export interface PlanPlace {
  /** The line up to the caret. */
  readonly before: string;
  /** The line from the caret on. */
  readonly after: string;
  readonly line: Span;
  /** A definition may stand here. */
  readonly isInArea: boolean;
  /** The number of the priority heading the line stands under. */
  readonly priority: string | undefined;
  /** The achievement whose definition the line continues. */
  readonly definition: AchievementFacts | undefined;
}

/** The place at `offset`; undefined in code, comments, raw HTML and front matter. */
export const planPlaceAt = (facts: PlanFacts, text: string, offset: number): PlanPlace | undefined => {
  const line = lineAround(text, offset);
  const around = sectionsAround(facts.sections, line.start);
  const before = facts.achievements.findLast(({ definition }) => definition.start < line.start);
  const blockStart = Math.max(lastHeading(facts.sections, line.start), before?.definition.start ?? 0);
  if (isHidden(text, blockStart, line, offset)) return undefined;
  const starts = new Set(around.map(({ heading }) => heading.start));
  return {
    before: text.slice(line.start, offset),
    after: text.slice(offset, line.end),
    line,
    isInArea: around.some(opensArea(facts)),
    priority: facts.priorities.findLast(({ span: { start } }) => starts.has(start))?.number,
    definition:
      before && !facts.sections.some((each) => endsBody(each, before.definition.start, line.start))
        ? before
        : undefined,
  };
};

/** Which sections define achievements: those below priorities only where no other does. */
const opensArea = ({ sections, achievements: [first] }: PlanFacts): ((section: Section) => boolean) => {
  if (first === undefined)
    return sections.some(isAchievementsSection) ? isAchievementsSection : isPrioritySection;
  const { start, end } = first.idSpan;
  const holds = (opens: (section: Section) => boolean): boolean =>
    sections.some((each) => opens(each) && each.span.start < start && end <= each.span.end);
  return [isAchievementsSection, isInnerSection].find(holds) ?? isPrioritySection;
};

/** Without its line break. */
export const lineAround = (text: string, offset: number): Span => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const end = next === -1 ? text.length : next;
  return span(start, end > offset && text[end - 1] === '\r' ? end - 1 : end);
};

/** The sections that text on a line at `lineStart` would belong to, were it no heading. */
const sectionsAround = (sections: readonly Section[], lineStart: number): readonly Section[] => {
  const around: Section[] = [];
  for (const section of sections) {
    if (section.heading.start >= lineStart) break;
    while ((around.at(-1)?.depth ?? 0) >= section.depth) around.pop();
    around.push(section);
  }
  return around;
};

const lastHeading = (sections: readonly Section[], lineStart: number): number =>
  sections.findLast(({ heading }) => heading.start < lineStart)?.heading.start ?? 0;

const endsBody = ({ depth, heading: { start } }: Section, from: number, to: number): boolean =>
  depth <= 3 && start > from && start < to;

/** How far behind the line the end of a comment is looked for. */
const LOOK_AHEAD = 2000;

/** Neither a heading nor a definition is ever hidden, so lines are read from the last of them on. */
const isHidden = (text: string, from: number, line: Span, offset: number): boolean => {
  const scan = scanLines(text.slice(from, line.end + LOOK_AHEAD));
  if (scan.kinds[scan.index.lineAt(line.start - from)] === 'hidden') return true;
  const before = text.slice(line.start, offset);
  return before.lastIndexOf('<!--') > before.lastIndexOf('-->');
};
