import type { Field, FieldName } from '../../engine/facts/field';
import type { AchievementFacts, PlanFacts } from '../../engine/facts/planFacts';
import { statesDependencies } from '../../engine/join/dependencies';

/** How a plan writes its definitions. */
export interface PlanStyle {
  /** The definition line of an achievement. */
  readonly definition: (id: string, title: string) => string;
  /** The heading of a priority. */
  readonly priority: (number: number, title: string) => string;
  /** The first line of a field, up to its value. */
  readonly label: (label: string) => string;
  /** Fields are list items; paragraphs otherwise. */
  readonly isList: boolean;
  /** A blank line stands between paragraphs. */
  readonly isSpaced: boolean;
  /** A blank line stands below the definition. */
  readonly isApart: boolean;
  /** Definitions say what they depend on. Where none does, one that did would make the others seem to wait for nothing. */
  readonly statesDependencies: boolean;
  /** The plan's own label for a field, in the order it writes them. */
  readonly labels: ReadonlyMap<FieldName, string>;
}

/** Achievements looked at on each side: plans keep to their style. */
const NEIGHBOURS = 8;

/** The style of the definitions around an offset; `- **Effort**:` below `**Achievement 1.1**:` where there are none. */
export const planStyleAt = (facts: PlanFacts, text: string, offset: number): PlanStyle => {
  const { achievements } = facts;
  const next = achievements.findIndex(({ definition }) => definition.start >= offset);
  const at = next === -1 ? achievements.length : next;
  const near = [
    ...achievements.slice(Math.max(0, at - NEIGHBOURS), at).reverse(),
    ...achievements.slice(at, at + NEIGHBOURS),
  ];
  const model = near.find(({ fields }) => fields.some(isKnown));
  const [field, second] = model?.fields.filter(isKnown) ?? [];
  const labels = new Map<FieldName, string>();
  for (const { fields } of model ? [model, ...near] : near) {
    for (const each of fields) if (isKnown(each) && !labels.has(each.name)) labels.set(each.name, each.label);
  }
  return {
    definition: definitionStyle(near[0], text),
    priority: priorityStyle(facts, text),
    ...fieldStyle(field, text),
    isSpaced: !field || !second || /\n\s*\n/.test(text.slice(field.valueSpan.end, second.block.start)),
    isApart:
      !model || !field || /\n[ \t\r]*\n/.test(text.slice(model.definition.end, model.fields[0]?.block.start)),
    statesDependencies: achievements.length === 0 || achievements.some(statesDependencies),
    labels,
  };
};

const isKnown = ({ name }: Field): boolean => name !== 'other';

const definitionStyle = (near: AchievementFacts | undefined, text: string): PlanStyle['definition'] => {
  const start = near ? text.slice(near.definition.start, near.idSpan.start) : '**';
  const marks = /^#+/.exec(start)?.[0];
  if (marks) return (id, title) => `${marks} Achievement ${id}: ${title}`;
  const isWhole = near !== undefined && !/^\s*\*\*/.test(text.slice(near.idSpan.end, near.idSpan.end + 10));
  return isWhole
    ? (id, title) => `**Achievement ${id}: ${title}**`
    : (id, title) => `**Achievement ${id}**: ${title}`;
};

const priorityStyle = ({ priorities: [first] }: PlanFacts, text: string): PlanStyle['priority'] => {
  const marks =
    /^ {0,3}(#{1,6})/.exec(first ? text.slice(first.span.start, first.span.end) : '')?.[1] ?? '###';
  return (number, title) => `${marks} Priority ${number}: ${title}`;
};

/** The style of one field, which may differ from that of the plan. */
export const fieldStyle = (field: Field | undefined, text: string): Pick<PlanStyle, 'label' | 'isList'> => {
  const start = field ? text.slice(field.block.start, field.valueSpan.start) : '- **Effort**: ';
  const [, bullet = '', bold = ''] = /^([-*+][ \t]+)?(\*\*|__)?/.exec(start) ?? [];
  const colonInBold = bold !== '' && start.includes(`:${bold}`);
  return {
    label: (label) => `${bullet}${bold}${label}${colonInBold ? `:${bold}` : `${bold}:`}`,
    isList: bullet !== '',
  };
};
