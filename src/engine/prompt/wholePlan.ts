import { counted } from '../../shared/counted';
import { oneLine } from '../create/content';
import { USUAL_SECTIONS } from '../document/plan/compliance';
import { isOver } from '../model/status';
import { statusWords } from '../words/status';
import { documentPart } from './documentParts';
import { standingParts, stepParts } from './handoff';
import { lackPart } from './lackPart';
import { fixed, list, type Part, quoted, WEIGHT } from './part';
import { type Draft, type PromptTask, type PromptWriter, pathCode } from './task';

/** The PLAN, whole. */
const planPart = (task: PromptTask): Part =>
  documentPart(task, task.plan.uri, 'main', 'paragraphs of the PLAN');

const reads: PromptWriter['reads'] = () => [];

const CHANGE_PLAN =
  'Change the PLAN, where you can. Where you cannot, answer with each changed section in a fenced block of its own, and ' +
  'nothing else.';

const DEFINITION = fixed(
  'Form of an achievement',
  [
    '- A line `**Achievement 1.1**: Title` at the start of the line, below the heading `### Priority 1: Name`. The first figure is the number of the priority.',
    '- Below it `- **Goal**:`, `- **Deliverables**:` with the path of each file in backticks, `- **Success Criteria**:`, `- **Tests**:`, `- **Effort**: 2-3 hours` and `- **Dependencies**:` with ids of this plan, or `None`.',
    '- One achievement is work for one person or model, between two hours and a day, with results that can be checked.',
    '- It depends on another one only if it needs the result: whatever does not can run at the same time.',
  ].join('\n'),
);

/** Writing a PLAN whose file was just created, or one with too little in it. */
export const writePlan: PromptWriter = {
  reads,
  write: (task): Draft => ({
    title: 'Write the PLAN',
    task: [
      `Write ${pathCode(task, task.plan.uri)}, so that others can do the work from it without asking.`,
      '1. Read the code and documents it is about. Ask about what you cannot find out and would have to guess.',
      '2. Replace every `<!-- fill: … -->` and every other placeholder. Keep what is written already.',
      '3. Split the work into achievements, ordered by priorities, and list each in the Achievement Index.',
      '4. If the work is more than 40 hours, propose to split it into several plans instead.',
    ].join('\n'),
    parts: [
      list(
        'Sections of the PLAN',
        USUAL_SECTIONS.map(({ title, holds }) => `\`## ${title}\`: ${holds}`),
        WEIGHT.task,
        '',
      ),
      DEFINITION,
      planPart(task),
    ],
    done: [
      'The problem comes before the solution, and everybody can tell from the success criteria when the goal is reached.',
      'The scope says what is not part of the plan.',
      'Every achievement has deliverables, success criteria, an effort and its dependencies, and no two change the same file unless one depends on the other.',
      'The PLAN is shorter than 900 lines.',
    ],
    avoid: [
      'Start the work, or write SUBPLANs.',
      'State how far anything is: files show that, and nothing has been done yet.',
      'Invent facts, figures or names of files.',
    ],
    answer: CHANGE_PLAN,
  }),
};

/** Adding work that was found on the way. */
export const addAchievement: PromptWriter = {
  reads,
  write: (task): Draft => ({
    title: 'Add an achievement to the plan',
    task: [
      'Work was found that the plan lacks. Find out from the person who asks what it is; then decide where it belongs.',
      '1. Look whether an achievement covers it already. If one does, say so and change nothing.',
      '2. If it belongs to the goal of this plan, define a new achievement with the next free id of its priority. If it does not, propose it for another plan, and change nothing here.',
      `3. Write the definition into ${pathCode(task, task.plan.uri)}, its line into the Achievement Index if there is one, and why and when it was added into the Achievement Addition Log if there is one.`,
      '4. Name the achievements that have to wait for it, and write its id into their dependencies, here and in parallel.json if there is one.',
    ].join('\n'),
    parts: [DEFINITION, ...standingParts(task), planPart(task)],
    done: [
      'The new id is used nowhere else, and no other id changed.',
      'No dependency closes a cycle.',
      'Totals and estimates that the PLAN states are still right.',
    ],
    avoid: [
      'Renumber achievements: files are named after their ids.',
      'Make complete achievements depend on the new one.',
      'Start the work.',
    ],
    answer: CHANGE_PLAN,
  }),
};

/** Looking back while the work goes on. */
export const midPlanReview: PromptWriter = {
  reads,
  write: (task): Draft => ({
    title: 'Review the plan on its way',
    task: [
      'Judge whether this plan still leads to its goal, and whether the way it is worked on is sound. Change nothing.',
      '1. Does what is complete serve the goal? Which achievements are not needed any more, and which are missing?',
      '2. Compare estimates with the time that EXECUTION_TASKs say was spent. Where it is more than twice as much, find out why.',
      '3. Look for work that repeats itself: more than four iterations of one EXECUTION_TASK, or the same error twice.',
      '4. Look for work that could run at the same time and does not, and for dependencies that are wrong.',
      '5. Compare what the PLAN says of its state with the files.',
    ].join('\n'),
    parts: [countsPart(task), ...stepParts(task), ...standingParts(task), lackOf(task), planPart(task)],
    done: [
      'Every finding names its evidence: document and line, or file.',
      'Every finding has a proposal that somebody could carry out today.',
    ],
    avoid: ['Change, create or delete any file.', 'Repeat what the PLAN says without having checked it.'],
    answer: [
      'One sentence: continue, change course, or stop. Then a table, the most important first:',
      '',
      '| Finding | Evidence | Proposal |',
      '| --- | --- | --- |',
    ].join('\n'),
  }),
};

/** Closing a plan: nothing is called done that files do not prove. */
export const completePlan: PromptWriter = {
  reads,
  write: (task): Draft => {
    const open = task.plan.achievements.filter(({ status }) => !isOver(status));
    return {
      title: 'Complete the plan',
      task: [
        open.length === 0
          ? 'By its files every achievement of this plan is over. Check that it is so, and close the plan.'
          : `This plan cannot be closed: ${counted(open.length, 'achievement')} ${open.length === 1 ? 'is' : 'are'} not over. Say what is left of each, and do only step 1.`,
        '1. Check what blocks: run the tests, open every deliverable, and take every success criterion of the PLAN alone. One that is not met blocks.',
        '2. Compare the estimates with the time that was spent, and say why they differ where it is more than a third.',
        '3. Collect the future work of the EXECUTION_TASKs: what is worth doing, for which plan, with an estimate.',
        `4. Bring the handoff in ${pathCode(task, task.plan.uri)} up to date: what was reached, what was learnt, what is left for others.`,
        '5. Propose an entry for the changelog of the project, if it has one.',
      ].join('\n'),
      parts: [
        {
          ...quoted(
            'What blocks',
            'By the files, these achievements are not over:',
            open.map(({ id, title, status }) => `${id} ${oneLine(title)}: ${statusWords(status)}`),
            WEIGHT.task,
            '',
          ),
          gap: '\n',
        },
        lackOf(task),
        planPart(task),
      ],
      done: [
        'Every success criterion of the PLAN has a line that says what shows it is met.',
        'Everything that is left has a place where somebody will find it.',
      ],
      avoid: [
        'Call the plan complete while anything blocks.',
        'Write feedback files: a review does that.',
        'Move or delete files.',
      ],
      answer:
        'First "complete" or "blocked", with what blocks. Then the success criteria, the estimates, the future work and ' +
        'the changed section.',
    };
  },
};

const countsPart = ({ plan }: PromptTask): Part => {
  const { achievements, progress } = plan;
  const number = (has: (each: (typeof achievements)[number]) => boolean): number =>
    achievements.filter(has).length;
  const priorities = new Set(achievements.map(({ priority }) => priority)).size;
  return list(
    'In figures',
    [
      `${progress.complete} of ${counted(achievements.length, 'achievement')} complete, in ${counted(priorities, 'priority', 'priorities')}`,
      `${number(({ subplan }) => subplan !== undefined)} with a SUBPLAN, ${number(({ executions }) => executions.length > 0)} with an EXECUTION_TASK, ${number(({ fix }) => fix !== undefined)} with a FIX`,
    ],
    WEIGHT.list,
    '',
  );
};

/** Of work that has begun, or is called complete. */
const lackOf = ({ plan }: PromptTask): Part =>
  lackPart(
    plan,
    plan.achievements.filter(({ evidence }) => evidence.length > 0),
    WEIGHT.list,
  );
