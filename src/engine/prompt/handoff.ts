import { counted } from '../../shared/counted';
import { oneLine } from '../create/content';
import { USUAL_SECTIONS } from '../document/plan/compliance';
import { findSection } from '../document/plan/sectionKind';
import { isOver } from '../model/status';
import { sliceOf } from '../model/text';
import { unknownOrderWords } from '../words/coverage';
import { readinessWords } from '../words/readiness';
import { statusWords } from '../words/status';
import { actionWords } from '../workflow/actionWords';
import { nextSteps } from '../workflow/next';
import { stepOf } from '../workflow/step';
import { goalParts } from './achievementParts';
import { executionParts } from './documentParts';
import { type Part, quoted, quotedDocument, WEIGHT } from './part';
import { type Draft, type PromptTask, type PromptWriter, pathCode } from './task';

const HANDOFF = USUAL_SECTIONS.find(({ title }) => title === 'Current Status & Handoff');

/** The section of the PLAN that is read when work goes on, as it is now. */
const handoffParts = (task: PromptTask): readonly Part[] => {
  const { facts, uri } = task.plan;
  // part of another section in some plans
  const section = HANDOFF && facts && findSection(facts.sections, { words: HANDOFF.words });
  if (!section) return [];
  const where = `The section for a handoff, from ${pathCode(task, uri)}; what it says about the state may be out of date:`;
  const text = sliceOf(task.textOf(uri), section.span);
  return [
    quotedDocument('The handoff so far', where, text, {
      weight: WEIGHT.main,
      what: 'paragraphs of the handoff so far',
      keeps: 'start',
    }),
  ];
};

/** Where every achievement that is not over stands by its files, and how many are. */
export const standingParts = (task: PromptTask): readonly Part[] => {
  const { plan } = task;
  const { complete, total } = plan.progress;
  const open = plan.achievements.filter(({ status }) => !isOver(status));
  return [
    quoted(
      'Where it stands',
      `${complete} of ${counted(total, 'achievement')} ${total === 1 ? 'is' : 'are'} complete. The others, by their files, which are right where a document says otherwise:`,
      open.map((each) => {
        const readiness = readinessWords(each);
        const waits = readiness === undefined || readiness === 'ready' ? '' : `; ${readiness}`;
        return `${each.id} ${oneLine(each.title)}: ${statusWords(each.status)}${waits}`;
      }),
      WEIGHT.peers,
      'achievements that are not complete',
    ),
  ].map((part) => ({ ...part, gap: '\n' as const }));
};

const MOST_STEPS = 12;

/** What can be done now, the most urgent first. */
export const stepParts = (task: PromptTask): readonly Part[] => {
  const wanted = new Set(task.achievements);
  const steps = nextSteps(task.plan).filter(
    ({ achievement }) => wanted.size === 0 || wanted.has(achievement),
  );
  const unknown = unknownOrderWords(task.plan);
  const order =
    unknown === undefined
      ? 'The most urgent first:'
      : `The most urgent first. Nobody can tell which of them wait for others: ${unknown}.`;
  return [
    {
      ...quoted(
        'What can be done now',
        order,
        steps
          .slice(0, MOST_STEPS)
          .map(
            ({ achievement, step }) =>
              `${achievement.id} ${oneLine(achievement.title)}: ${actionWords(step.action)}, because ${oneLine(step.why)}`,
          ),
        WEIGHT.list,
        'things that can be done now',
      ),
      gap: '\n',
    },
  ];
};

/** EXECUTION_TASKs that somebody was working on. */
const openWork = (task: PromptTask): readonly string[] =>
  task.achievements.flatMap((each) => stepOf(task.plan, each).unfinished);

const workParts = (task: PromptTask): readonly Part[] => executionParts(task, openWork(task));

const reads: PromptWriter['reads'] = ({ executions }) => executions;

/** Leaving the work so that anybody can take it up. */
export const pause: PromptWriter = {
  reads,
  write: (task): Draft => {
    const open = openWork(task).map((uri) => pathCode(task, uri));
    return {
      title: 'Pause the work on the plan',
      task: [
        'Leave the work so that somebody who knows nothing about it can go on without asking.',
        '1. Bring the work to a state that builds and passes its tests; undo what is half done and cannot be finished now.',
        open.length > 0
          ? `2. In ${open.join(', ')}, add an entry to the iteration log: what was tried last, what happened, what comes next. Leave the status as it is.`
          : '2. No EXECUTION_TASK is being worked on, so there is no log to bring up to date.',
        `3. Rewrite the section "${HANDOFF?.title}" of ${pathCode(task, task.plan.uri)}: what is done, what is half done and where, what to do next and why, what was tried and does not work, what to decide.`,
      ].join('\n'),
      parts: [
        ...handoffParts(task),
        ...stepParts(task),
        ...standingParts(task),
        ...workParts(task),
        ...goalParts(task),
      ],
      done: [
        'The handoff names files, commands and errors exactly, not in general.',
        'Nothing that it says contradicts the files.',
      ],
      avoid: [
        'Start anything new.',
        'Copy lists of what is complete: files prove that, and lists go out of date.',
        'Change any other section of the PLAN.',
      ],
      answer:
        'Make the changes, where you can. Where you cannot, answer with each changed section in a fenced block, the ' +
        'path of its file on the line before.',
    };
  },
};

/** Taking the work up again. */
export const resume: PromptWriter = {
  reads,
  write: (task): Draft => ({
    title: 'Resume the work on the plan',
    task: [
      'Take up the work on this plan.',
      '1. Read the handoff and the EXECUTION_TASKs that are open, and check what they say: does the work build, do its tests pass, are the files there?',
      '2. Where handoff and files differ, believe the files.',
      '3. Choose the most urgent thing that can be done now, and say why before you start.',
    ].join('\n'),
    parts: [
      ...stepParts(task),
      ...handoffParts(task),
      ...workParts(task),
      ...standingParts(task),
      ...goalParts(task),
    ],
    done: ['You can say in three sentences what is done, what is next and what stands in its way.'],
    avoid: [
      'Begin something new while something is broken, rejected or waiting for a review.',
      'Start an achievement that waits for another.',
      'Repeat work that is complete.',
    ],
    answer: 'The state you found, what you do next, and why; then begin.',
  }),
};
