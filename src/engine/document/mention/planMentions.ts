import { ownText } from '../../../shared/ownText';
import type { Field } from '../../facts/field';
import type { AchievementFacts, Section } from '../../facts/planFacts';
import type { PlanMention, PlanRelation } from '../../facts/planSays';
import { type Span, span } from '../../model/text';
import type { KeptText } from '../markdown/keptText';
import { searchLines } from '../markdown/lineSearch';
import { PLAN_MARK } from '../stated/planNames';
import { type NamedPlan, plansNamedIn } from './namedPlans';
import { type Part, PartWalk } from './planParts';
import { relationBefore } from './planRelation';

const PLAN_NAMES = searchLines(new RegExp(PLAN_MARK));
const SAYS_NONE = /^(?:none|nothing|no|n\/a)\b/i;

/**
 * The plans that the lines of a PLAN name, in text order; code blocks, comments, and what is struck out name none.
 * Looks at those lines only. Whose names they are is for the reader to say, who knows the plans.
 */
export const readPlanMentions = (
  kept: KeptText,
  sections: readonly Section[],
  achievements: readonly AchievementFacts[],
): readonly PlanMention[] => {
  const { scan } = kept;
  const found: PlanMention[] = [];
  const walk = new PartWalk(scan, sections, achievements);
  for (const line of kept.linesWith(PLAN_NAMES)) {
    if (scan.kinds[line] === 'hidden') continue;
    const named = plansNamedIn(scan.textOf(line));
    if (named.length === 0) continue;
    const part = walk.partOf(line);
    found.push(...named.map((each) => mentionOf(each, scan.index.startOf(line), part)));
  }
  return found;
};

const mentionOf = ({ said, ...named }: NamedPlan, start: number, part: Part): PlanMention => ({
  name: named.name,
  path: named.path,
  span: moved(named.span, start),
  achievements: named.achievements.map(({ from, to, span: place }) => ({
    from: ownText(from),
    to: ownText(to),
    span: moved(place, start),
  })),
  relation: said ?? fieldRelation(part.fields, start + named.span.start) ?? part.relation ?? 'related',
  own: part.own,
});

const moved = ({ start, end }: Span, by: number): Span => span(start + by, end + by);

/** What the label says that owns a line. */
const fieldRelation = (fields: readonly Field[], offset: number): PlanRelation | undefined => {
  const field = fields.find(({ block }) => block.start <= offset && offset <= block.end);
  if (!field || SAYS_NONE.test(field.value)) return undefined;
  if (field.name === 'dependencies') return 'depends';
  if (field.name === 'blocks') return 'blocks';
  return field.name === 'other' ? relationBefore(field.label) : undefined;
};
