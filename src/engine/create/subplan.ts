import { childUri, nameOf, relativeUri } from '../model/uri';
import { carried } from './carried';
import {
  bullets,
  checklist,
  type DocumentSource,
  effortText,
  fill,
  header,
  oneLine,
  otherFields,
  section,
} from './content';
import { dependencyList, dependentList, levelText, peerList } from './relations';

/** Text of a new SUBPLAN: what the PLAN says is carried in, the rest is marked with {@link fill}. */
export const subplanText = (source: DocumentSource): string => {
  const { plan, achievement } = source;
  return `${[
    `# SUBPLAN: ${oneLine(achievement.title)}`,
    header([
      ['Type', 'SUBPLAN'],
      ['Mother Plan', nameOf(plan.uri)],
      ['Plan', plan.name],
      ['Achievement Addressed', `Achievement ${achievement.id}`],
      ['Achievement', achievement.id],
      ['Status', 'Not Started'],
      ['Estimated Effort', effortText(source.content, achievement.effort)],
    ]),
    '---',
    ...whatToDo(source),
    ...howToDoIt(source),
    ...around(source),
    ...tracking(source),
  ].join('\n\n')}\n`;
};

const whatToDo = ({ content, plan, folder }: DocumentSource): readonly string[] => [
  section(
    'Objective',
    content.goal ? carried(content.goal) : fill('what is reached when this is done, and why it matters'),
    content.what && carried(content.what),
    otherFields(content),
    `Defined in [${nameOf(plan.uri)}](${relativeUri(folder, plan.uri)}).`,
  ),
  section('What Needs to Be Created', checklist(content.deliverables, 'the files and changes this produces')),
];

const howToDoIt = ({ content }: DocumentSource): readonly string[] => [
  section('Approach', fill('the steps, in order, and the decisions behind them')),
  section('Execution Strategy', fill('Single or Multiple executions, and why')),
  section('Planned Executions', `1. ${fill('what the first execution does')}`),
  section(
    'Tests Required',
    content.tests.length > 0
      ? bullets(content.tests)
      : fill('the tests that show it works, and how to run them'),
  ),
  section('Expected Results', fill('what can be seen or measured afterwards')),
];

const around = (source: DocumentSource): readonly string[] => [
  section(
    'Conflict Analysis',
    peerList(source),
    fill('files that other achievements change too, and how to keep apart'),
  ),
  section('Dependencies', levelText(source), dependencyList(source), dependentList(source)),
];

const tracking = ({ content, plan, achievement, names, folder }: DocumentSource): readonly string[] => {
  const execution = names.execution(achievement.id, 1);
  const number = /_([^_]+_\d+)\.md$/.exec(execution)?.[1] ?? '01';
  const path = relativeUri(folder, childUri(plan.folders.executions, execution));
  return [
    section(
      'Execution Task Reference',
      'Every execution is written down in its own EXECUTION_TASK document.',
    ),
    section(
      'Success Criteria',
      checklist(content.successCriteria, 'what must be true before this counts as done'),
    ),
    section(
      'Completion Workflow',
      '1. Finish every EXECUTION_TASK.\n2. Write the synthesis below.\n3. Ask for a review: APPROVED or FIX feedback.',
    ),
    section(
      'Active EXECUTION_TASKs',
      `| Execution | Document | Status |\n| --- | --- | --- |\n| ${number} | [${execution}](${path}) | Not Started |`,
    ),
    section(
      'Execution Results Synthesis',
      fill('after the last execution: what was done, learnt and left open'),
    ),
  ];
};
