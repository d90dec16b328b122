import { USUAL_SECTIONS } from '../../document/plan/compliance';
import { fill } from '../../document/work/fillMark';

/** What a PLAN is written from. */
export interface PlanSource {
  readonly name: string;
  /** Empty: a place to fill in. */
  readonly goal: string;
  /** The titles of the achievements of each priority. */
  readonly priorities: readonly (readonly string[])[];
}

/** A variable of the template for PLANs. */
export interface PlanVariable {
  /** What it stands for, as docs/templates.md says it. */
  readonly says: string;
  readonly value: (source: PlanSource) => string;
  /** What stands in its place when it is empty. */
  readonly instead?: string;
}

const GOAL = 'what is true when this plan is done';

/** The variables of the template for PLANs; docs/templates.md lists them in this order. */
export const PLAN_VARIABLES: Readonly<Record<string, PlanVariable>> = {
  plan: { says: 'Name of the plan: `SHOP`', value: ({ name }) => name },
  goal: { says: 'The goal, as it was given', value: ({ goal }) => goal, instead: fill(GOAL) },
  index: { says: 'The id and title of each achievement, as a list', value: (source) => indexOf(source) },
  achievements: {
    says: 'The priorities with the definitions of their achievements, under headings of depth 3',
    value: ({ priorities }) => priorities.map(priorityText).join('\n\n'),
  },
};

/** Title and id (`2.1`) of each achievement, in order. */
export const numbered = ({ priorities }: PlanSource) =>
  priorities.flatMap((titles, priority) => titles.map((title, at) => ({ id: idOf(priority, at), title })));

const idOf = (priority: number, at: number): string => `${priority + 1}.${at + 1}`;

const indexOf = (source: PlanSource): string =>
  numbered(source)
    .map(({ id, title }) => `- Achievement ${id}: ${title}`)
    .join('\n');

const priorityText = (titles: readonly string[], priority: number): string =>
  [`### Priority ${priority + 1}`, ...titles.map((title, at) => definition(idOf(priority, at), title))].join(
    '\n\n',
  );

const definition = (id: string, title: string): string =>
  [
    `**Achievement ${id}**: ${title}`,
    '',
    `- **Goal**: ${fill('what is reached')}`,
    '- **Deliverables**:',
    `  - ${fill('what is there afterwards: files, documents, tests')}`,
    `- **Success Criteria**: ${fill('how everybody can tell that it is done')}`,
    `- **Tests**: ${fill('what shows that it works')}`,
    `- **Effort**: ${fill('how long it takes, in hours')}`,
  ].join('\n');

/** What stands in the usual sections, where it is not a place to fill in. */
const READY: Readonly<Record<string, string>> = {
  'Context for LLM Execution': [
    '1. Read the goal and the definition of the achievement.',
    '2. Write its SUBPLAN, then its EXECUTION_TASK.',
    '3. Write the tests first, then do the work. Write down every iteration.',
    '4. Ask for a review.',
    '',
    '{{fill: what else somebody who starts here has to know and to read}}',
  ].join('\n'),
  Goal: '{{goal}}',
  'Desirable Achievements': '{{achievements}}',
  'Subplan Tracking': 'The files in `subplans/` and `execution/` are the record.',
};

const section = (title: string, text: string): string => `## ${title}\n\n${text}`;

/** The template that is used where a workspace has none of its own. */
export const PLAN_TEMPLATE = `${[
  '# PLAN: {{plan}}',
  ...USUAL_SECTIONS.flatMap(({ title, holds }) => {
    const text = section(title, READY[title] ?? `{{fill: ${holds}}}`);
    return title === 'Desirable Achievements' ? [section('Achievement Index', '{{index}}'), text] : [text];
  }),
  section('Related Plans', '{{fill: which other plans this one waits for or helps, or None}}'),
].join('\n\n')}\n`;
