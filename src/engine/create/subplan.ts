import { fill } from '../document/placeholders';
import { SUBPLAN } from '../document/workSections';
import { childUri, nameOf, relativeUri } from '../model/uri';
import { carried } from './carried';
import {
  bullets,
  checklist,
  type DocumentSource,
  effortText,
  type HeadSource,
  header,
  oneLine,
  otherFields,
  section,
} from './content';
import { dependencyList, dependentList, levelText, peerList } from './relations';

/** Text of a new SUBPLAN: what the PLAN says is carried in, the rest is marked with {@link fill}. */
export const subplanText = (source: DocumentSource): string => {
  return `${[
    subplanHead(source),
    '---',
    ...whatToDo(source),
    ...howToDoIt(source),
    ...around(source),
    ...tracking(source),
  ].join('\n\n')}\n`;
};

/** Title and header of a new SUBPLAN. */
export const subplanHead = ({ plan, achievement, content }: HeadSource): string =>
  [
    `# SUBPLAN: ${oneLine(achievement.title)}`,
    header([
      ['Type', 'SUBPLAN'],
      ['Mother Plan', nameOf(plan.uri)],
      ['Plan', plan.name],
      ['Achievement Addressed', `Achievement ${achievement.id}`],
      ['Achievement', achievement.id],
      ['Status', 'Not Started'],
      ['Estimated Effort', effortText(content, achievement.effort)],
    ]),
  ].join('\n\n');

const whatToDo = ({ content, plan, folder }: DocumentSource): readonly string[] => [
  section(
    SUBPLAN.objective.title,
    content.goal ? carried(content.goal) : fill(SUBPLAN.objective.holds),
    content.what && carried(content.what),
    otherFields(content),
    `Defined in [${nameOf(plan.uri)}](${relativeUri(folder, plan.uri)}).`,
  ),
  section(SUBPLAN.deliverables.title, checklist(content.deliverables, SUBPLAN.deliverables.holds)),
];

const howToDoIt = ({ content }: DocumentSource): readonly string[] => [
  section(SUBPLAN.approach.title, fill(SUBPLAN.approach.holds)),
  section(SUBPLAN.strategy.title, fill(SUBPLAN.strategy.holds)),
  section(SUBPLAN.planned.title, `1. ${fill(SUBPLAN.planned.holds)}`),
  section(SUBPLAN.tests.title, content.tests.length > 0 ? bullets(content.tests) : fill(SUBPLAN.tests.holds)),
  section(SUBPLAN.results.title, fill(SUBPLAN.results.holds)),
];

const around = (source: DocumentSource): readonly string[] => [
  section(SUBPLAN.conflicts.title, peerList(source), fill(SUBPLAN.conflicts.holds)),
  section(SUBPLAN.dependencies.title, levelText(source), dependencyList(source), dependentList(source)),
];

const tracking = ({ content, plan, achievement, names, folder }: DocumentSource): readonly string[] => {
  const execution = names.execution(achievement.id, 1);
  const number = /_([^_]+_\d+)\.md$/.exec(execution)?.[1] ?? '01';
  const path = relativeUri(folder, childUri(plan.folders.executions, execution));
  return [
    section(SUBPLAN.reference.title, 'Every execution is written down in its own EXECUTION_TASK document.'),
    section(SUBPLAN.success.title, checklist(content.successCriteria, SUBPLAN.success.holds)),
    section(
      SUBPLAN.workflow.title,
      '1. Finish every EXECUTION_TASK.\n2. Write the synthesis below.\n3. Ask for a review: APPROVED or FIX feedback.',
    ),
    section(
      SUBPLAN.active.title,
      `| Execution | Document | Status |\n| --- | --- | --- |\n| ${number} | [${execution}](${path}) | Not Started |`,
    ),
    section(SUBPLAN.synthesis.title, fill(SUBPLAN.synthesis.holds)),
  ];
};
