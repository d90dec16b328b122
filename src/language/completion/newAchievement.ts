import type { FieldName } from '../../engine/facts/field';
import type { AchievementFacts, PlanFacts } from '../../engine/facts/planFacts';
import type { AchievementId } from '../../engine/model/ids';
import type { PlanStyle } from './planStyle';
import { placeholder } from './snippet';

/** The fields of a whole new achievement, in the order of the templates. */
const WANTED: readonly FieldName[] = ['goal', 'effort', 'deliverables', 'success', 'dependencies'];

/** Labels where the plan has none of its own. */
export const LABELS: Readonly<Record<FieldName, string>> = {
  goal: 'Goal',
  what: 'What',
  effort: 'Effort',
  actual: 'Actual',
  deliverables: 'Deliverables',
  tests: 'Tests',
  success: 'Success',
  dependencies: 'Dependencies',
  blocks: 'Blocks',
  other: '',
};

const PROMPTS: Readonly<Record<FieldName, string>> = {
  goal: 'what is reached',
  what: 'what is done',
  effort: '2-3 hours',
  actual: '2 hours',
  deliverables: 'what is there afterwards',
  tests: 'what shows that it works',
  success: 'how to tell that it is done',
  dependencies: 'None',
  blocks: 'None',
  other: '',
};

/** A whole new achievement in the style of the plan; places to fill in are numbered from `first`. */
export const achievementSnippet = (style: PlanStyle, id: AchievementId, first = 1): string => {
  const head = style.definition(id, placeholder(first, 'Title'));
  const fields = fieldsOf(style).map((name, order) =>
    fieldSnippet(style, name, placeholder(first + 1 + order, PROMPTS[name])),
  );
  const gap = style.isList || !style.isSpaced ? '\n' : '\n\n';
  return `${head}${style.isApart ? '\n\n' : '\n'}${fields.join(gap)}`;
};

/** What the plan calls a field, else what templates call it. */
export const labelOf = ({ labels }: PlanStyle, name: FieldName): string => labels.get(name) ?? LABELS[name];

/** A field with its value; deliverables are a list below their label. */
export const fieldSnippet = (style: PlanStyle, name: FieldName, value: string): string => {
  const label = style.label(labelOf(style, name));
  if (name !== 'deliverables') return `${label} ${value}`;
  return style.isList ? `${label}\n  - ${value}` : `${label}\n\n- ${value}`;
};

/** Those the plan has in its own order, then the others; a plan that says *what* needs no *goal*. */
const fieldsOf = ({ labels, statesDependencies }: PlanStyle): readonly FieldName[] => {
  const wanted = WANTED.filter((name) => statesDependencies || name !== 'dependencies').map((name) =>
    name === 'goal' && !labels.has('goal') && labels.has('what') ? 'what' : name,
  );
  const own = [...labels.keys()].filter((name) => wanted.includes(name));
  return [...own, ...wanted.filter((name) => !labels.has(name))];
};

/**
 * The id a new achievement takes: one after the largest of its priority, `N.1` where a priority has none. Without a
 * priority it continues the ids of the achievement before it.
 */
export const nextId = (
  { achievements }: PlanFacts,
  priority: string | undefined,
  before: AchievementFacts | undefined,
): AchievementId => {
  const last = before ?? achievements[0];
  const isPlain = last !== undefined && !last.id.includes('.');
  const group = isPlain ? '' : `${priority ?? last?.id.replace(/\.?(?<!\d)\d+$/, '') ?? '1'}.`;
  const ids = new Set(achievements.map(({ id }) => id));
  const numbers = [...ids].filter((id) => id.startsWith(group)).map((id) => partOf(id.slice(group.length)));
  let next = numbers.reduce((largest, number) => Math.max(largest, number), 0) + 1;
  while (ids.has(`${group}${next}`)) next++;
  return `${group}${next}`;
};

/** The first part of what follows a group's number; 0 where it is no number anybody counts with. */
const partOf = (rest: string): number => {
  const digits = /^\d{1,9}(?!\d)/.exec(rest)?.[0];
  return digits === undefined ? 0 : Number(digits);
};

/** The number of a new priority: one after the largest. */
export const nextPriority = ({ priorities, achievements }: PlanFacts): number => {
  const numbers = [...priorities.map(({ number }) => number), ...achievements.map(({ id }) => id)];
  return numbers.reduce((largest, number) => Math.max(largest, partOf(number)), 0) + 1;
};
