import { readPlan } from '../../document/plan/plan';
import type { AchievementFacts, PlanFacts, UnreadDefinition } from '../../facts/planFacts';
import { type Span, span } from '../../model/text';
import { planStatements } from '../../statement/statement';
import type { DependencyPlace, DocumentSays, Fact } from './documentSays';

/** What a PLAN says. */
export const planSays = (text: string): DocumentSays => {
  const facts = readPlan(text);
  return {
    facts: [
      ...headerSays(facts),
      ...facts.sections.map(
        (section): Fact => ({
          kind: 'section',
          about: '',
          says: `${section.depth} ${section.title}`,
          span: section.heading,
        }),
      ),
      ...facts.unnumbered.map(
        (each): Fact => ({
          kind: 'unnumbered',
          about: '',
          says: `${each.number} ${each.title}`,
          span: each.span,
        }),
      ),
      ...facts.achievements.flatMap(definitionSays),
      ...facts.unreadDefinitions.flatMap(unreadSays),
      ...late(facts),
    ],
    edges: planStatements('', facts).map((each) => ({ ...each, span: withRemark(text, each.span) })),
    places: facts.achievements.flatMap((each) => placesOf(text, each)),
    problems: 0,
  };
};

const headerSays = ({ header: { status } }: PlanFacts): readonly Fact[] =>
  status ? [{ kind: 'status', about: '', says: status.text, span: status.span }] : [];

/** A remark in brackets belongs to the id it follows. */
const REMARK = /^(?:\*\*|__|[`*_\]])?[ \t]*\([^()\n]*\)/;

const withRemark = (text: string, { start, end }: Span): Span =>
  span(start, end + (REMARK.exec(text.slice(end, end + LONGEST_REMARK))?.[0].length ?? 0));

const LONGEST_REMARK = 500;

const definitionSays = ({ id, rawTitle, definition, fields }: AchievementFacts): readonly Fact[] => [
  { kind: 'definition', about: id, says: rawTitle, span: definition },
  ...fields
    .filter(({ name }) => !STATING.has(name))
    .map(
      ({ label, value, valueSpan }): Fact => ({
        kind: 'field',
        about: id,
        says: `${label}: ${value}`,
        span: valueSpan,
      }),
    ),
];

/** A line that looks like a definition may become one; what a table lists depends on all the others. */
const unreadSays = ({ id, reason, span: place }: UnreadDefinition): readonly Fact[] =>
  reason === 'table' ? [] : [{ kind: 'definition', about: id, says: `none: ${reason}`, span: place }];

/** Dependencies are compared one by one. */
const STATING: ReadonlySet<string> = new Set(['dependencies', 'blocks']);

const placesOf = (text: string, { id, fields }: AchievementFacts): readonly DependencyPlace[] =>
  fields
    .filter(({ name }) => STATING.has(name))
    .map(({ block, valueSpan }) => ({
      about: id,
      label: span(block.start, lineEnd(text, valueSpan)),
      block,
    }));

const lineEnd = (text: string, { end }: Span): number => {
  const at = text.indexOf('\n', end);
  return at === -1 ? text.length : at;
};

const late = (facts: PlanFacts): readonly Fact[] => [
  ...(facts.achievementIndex()?.entries ?? []).map(
    ({ id, title, line }): Fact => ({
      kind: 'index',
      about: id,
      says: title ?? '',
      span: line,
    }),
  ),
  ...facts
    .nextMarkers()
    .flatMap(({ id, title, idSpan, titleSpan }): readonly Fact[] => [
      { kind: 'next', about: id, says: title ?? '', span: idSpan },
      ...(title === undefined ? [] : [{ kind: 'next', about: id, says: title, span: titleSpan } as const]),
    ]),
  ...facts.planMentions().map(
    ({ name, relation, span: place }): Fact => ({
      kind: 'link',
      about: '',
      says: `${relation} ${name}`,
      span: place,
    }),
  ),
  ...facts.statedTotals().flatMap((numbers) =>
    numbers.map(
      ({ counts, value, span: place }): Fact => ({
        kind: 'total',
        about: '',
        says: `${counts} ${value}`,
        span: place,
      }),
    ),
  ),
];
