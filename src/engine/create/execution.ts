import { plainStatus } from '../model/status';
import { nameOf } from '../model/uri';
import { carried } from './carried';
import { checklist, type DocumentSource, effortText, fill, header, link, oneLine, section } from './content';
import { dependencyList, levelText, peerList } from './relations';

/** Text of a new EXECUTION_TASK; nothing in it counts as work: no ticked box, an empty iteration log. */
export const executionText = (source: DocumentSource, number: number): string => {
  const { plan, achievement } = source;
  return `${[
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
      ['Estimated Effort', effortText(source.content, achievement.effort)],
    ]),
    '---',
    ...task(source),
    ...context(source),
    ...log(source),
  ].join('\n\n')}\n`;
};

const task = ({ content }: DocumentSource): readonly string[] => [
  section(
    "What We're Building",
    content.goal ? carried(content.goal) : fill('what this execution builds'),
    content.what && carried(content.what),
    `Deliverables:\n\n${checklist(content.deliverables, 'the files and changes this execution produces')}`,
  ),
];

const context = (source: DocumentSource): readonly string[] => {
  const { achievement, folder } = source;
  return [
    section(
      'SUBPLAN Context',
      achievement.subplan && `Approach and strategy: ${link(folder, achievement.subplan)}`,
      fill('the part of the SUBPLAN this execution does'),
    ),
    section(
      'Parallelization Context',
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
    'Test Creation Phase',
    content.tests.length > 0
      ? checklist(content.tests, '')
      : fill('the tests written first, and what they showed before the work started'),
  ),
  section('Iteration Log', fill('one entry per iteration: what was tried, what happened, what comes next')),
  section('Learning Summary', fill('what the next execution should know')),
  section('Code Comment Map', fill('where the code explains what was learnt')),
  section('Future Work', fill('what was found but left for later')),
  section(
    'Completion Status',
    checklist(content.successCriteria, 'what must be true before this execution counts as done'),
  ),
];
