import { ownText } from '../../../shared/ownText';
import type { Field } from '../../facts/field';
import type { AchievementFacts, Section } from '../../facts/planFacts';
import type { PlanMention, PlanRelation } from '../../facts/planSays';
import { type Span, span } from '../../model/text';
import type { KeptText } from '../markdown/keptText';
import { searchLines } from '../markdown/lineSearch';
import type { ScannedLines } from '../markdown/lines';
import { PLAN_MARK } from '../stated/planNames';
import { type NamedPlan, plansNamedIn } from './namedPlans';
import { type Part, PartWalk } from './planParts';
import { relationBefore, sectionRelationOf, unlessFree } from './planRelation';
import { relationBlockAt } from './relationBlock';
import { type RowRelation, rowRelations } from './relationTable';

const PLAN_NAMES = searchLines(new RegExp(PLAN_MARK));
/** So many characters of its line around a name are about it. */
const NEAR = 240;
const SAYS_NONE = /^(?:none|nothing|no|n\/a)\b/i;

/**
 * The plans that the lines of a PLAN name, in text order; code blocks, comments, and what is struck out name none.
 * Names without `PLAN_` count in sections about other plans, outside of achievements. Looks at those lines only. Whose
 * names they are is for the reader to say, who knows the plans.
 */
export const readPlanMentions = (
  kept: KeptText,
  sections: readonly Section[],
  achievements: readonly AchievementFacts[],
): readonly PlanMention[] => {
  const { scan } = kept;
  const found: PlanMention[] = [];
  const walk = new PartWalk(scan, sections, achievements);
  const rows = rowRelations(scan);
  const about = linesAboutPlans(scan, sections);
  for (const line of merged(kept.linesWith(PLAN_NAMES), about)) {
    if (scan.kinds[line] === 'hidden') continue;
    const takesBare = about.has(line) && walk.partOf(line).own === undefined;
    const named = plansNamedIn(scan.textOf(line), takesBare);
    if (named.length === 0) continue;
    const part = walk.partOf(line);
    found.push(...named.map((each) => mentionOf(each, { scan, line, rows, part })));
  }
  return found;
};

/** The lines of sections whose headings say that they are about other plans, in order. */
const linesAboutPlans = (scan: ScannedLines, sections: readonly Section[]): ReadonlySet<number> => {
  const lines = new Set<number>();
  for (const section of sections) {
    if (sectionRelationOf(section) === undefined) continue;
    const end = scan.index.lineAt(Math.max(section.heading.end, section.span.end - 1));
    for (let line = scan.index.lineAt(section.heading.start) + 1; line <= end; line++) lines.add(line);
  }
  return lines;
};

const merged = (some: readonly number[], others: ReadonlySet<number>): readonly number[] =>
  others.size === 0 ? some : [...new Set([...some, ...others])].sort((one, other) => one - other);

interface Surroundings {
  readonly scan: ScannedLines;
  readonly line: number;
  readonly rows: RowRelation;
  readonly part: Part;
}

const mentionOf = (named: NamedPlan, around: Surroundings): PlanMention => {
  const { scan, line, part } = around;
  const start = scan.index.startOf(line);
  return {
    name: named.name,
    isBare: named.isBare,
    path: named.path,
    span: moved(named.span, start),
    achievements: named.achievements.map(({ from, to, span: place }) => ({
      from: ownText(from),
      to: ownText(to),
      span: moved(place, start),
    })),
    relation: relationOf(named, around),
    own: part.own,
  };
};

/** What is closest to the name decides: its row or the lines below it, its sentence, its label, the headings. */
const relationOf = (
  { said, span: place }: NamedPlan,
  { scan, line, rows, part }: Surroundings,
): PlanRelation => {
  const block = relationBlockAt(scan, line, place);
  const relation =
    rows(line, place) ??
    block?.relation ??
    said ??
    fieldRelation(part.fields, scan.index.startOf(line) + place.start) ??
    part.relation ??
    'related';
  const near = scan.textOf(line).slice(Math.max(0, place.start - NEAR), place.end + NEAR);
  return unlessFree(relation, `${near}\n${block?.text ?? ''}`);
};

const moved = ({ start, end }: Span, by: number): Span => span(start + by, end + by);

/** What the label says that owns a line. */
const fieldRelation = (fields: readonly Field[], offset: number): PlanRelation | undefined => {
  const field = fields.find(({ block }) => block.start <= offset && offset <= block.end);
  if (!field || SAYS_NONE.test(field.value)) return undefined;
  if (field.name === 'dependencies') return 'hard';
  if (field.name === 'blocks') return 'blocks';
  return field.name === 'other' ? relationBefore(field.label) : undefined;
};
