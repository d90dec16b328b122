import { fill } from '../document/placeholders';
import { EXECUTION } from '../document/workSections';
import { plainStatus } from '../model/status';
import { nameOf } from '../model/uri';
import { carried } from './carried';
import {
  checklist,
  type DocumentSource,
  effortText,
  type HeadSource,
  header,
  link,
  oneLine,
  section,
} from './content';
import { dependencyList, levelText, peerList } from './relations';

/** Text of a new EXECUTION_TASK; nothing in it counts as work: no ticked box, an empty iteration log. */
export const executionText = (source: DocumentSource, number: number): string => {
  return `${[executionHead(source, number), '---', ...task(source), ...context(source), ...log(source)].join(
    '\n\n',
  )}\n`;
};

/** Title and header of a new EXECUTION_TASK. */
export const executionHead = ({ plan, achievement, content }: HeadSource, number: number): string =>
  [
    `# EXECUTION_TASK: ${oneLine(achievement.title)}`,
    header([
      ['Type', 'EXECUTION_TASK'],
      ['Mother Plan', nameOf(plan.uri)],
      ['Plan', plan.name],
      ['SUBPLAN', achievement.subplan ? nameOf(achievement.subplan) : 'none'],
      ['Achievement Addressed', `Achievement ${achievement.id}`],
      ['Achievement', achievement.id],
      ['Execution Number', String(number).padStart(2, '0')],
      ['Status', 'Not Started'],
      ['Estimated Effort', effortText(content, achievement.effort)],
    ]),
  ].join('\n\n');

const task = ({ content }: DocumentSource): readonly string[] => [
  section(
    EXECUTION.building.title,
    content.goal ? carried(content.goal) : fill(EXECUTION.building.holds),
    content.what && carried(content.what),
    `Deliverables:\n\n${checklist(content.deliverables, 'the files and changes this execution produces')}`,
  ),
];

const context = (source: DocumentSource): readonly string[] => {
  const { achievement, folder } = source;
  return [
    section(
      EXECUTION.context.title,
      achievement.subplan && `Approach and strategy: ${link(folder, achievement.subplan)}`,
      fill(EXECUTION.context.holds),
    ),
    section(
      EXECUTION.parallel.title,
      levelText(source),
      dependencyList(source),
      blockedText(source),
      peerList(source),
    ),
  ];
};

const blockedText = ({ plan, achievement }: DocumentSource): string =>
  achievement.blockedBy.length === 0
    ? ''
    : `Still blocked by ${achievement.blockedBy
        .map((id) => {
          const blocker = plan.byId.get(id);
          return `${id} (${blocker ? plainStatus(blocker.status) : 'not in the plan'})`;
        })
        .join(', ')}.`;

const log = ({ content }: DocumentSource): readonly string[] => [
  section(
    EXECUTION.tests.title,
    content.tests.length > 0 ? checklist(content.tests, '') : fill(EXECUTION.tests.holds),
  ),
  section(EXECUTION.log.title, fill(EXECUTION.log.holds)),
  section(EXECUTION.learning.title, fill(EXECUTION.learning.holds)),
  section(EXECUTION.comments.title, fill(EXECUTION.comments.holds)),
  section(EXECUTION.future.title, fill(EXECUTION.future.holds)),
  section(EXECUTION.completion.title, checklist(content.successCriteria, EXECUTION.completion.holds)),
];
