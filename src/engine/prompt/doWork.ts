import { EXECUTION, SUBPLAN } from '../document/work/workSections';
import type { AnalysedAchievement } from '../model/analysis';
import { stepOf } from '../workflow/step';
import { definitionPart, dependencyParts, dependentParts, goalParts, peerParts } from './achievementParts';
import { documentPart, executionParts, subplanParts } from './documentParts';
import { type Draft, idWords, type PromptTask, type PromptWriter, pathCode } from './task';

const HONEST =
  'Call anything done, ticked or passed that you have not seen done: run it, and write down what you saw.';
const OWN_WORK = 'Change documents of other achievements, the PLAN or parallel.json.';
const NO_FEEDBACK = 'Write APPROVED or FIX files: a reviewer writes them, never the one who did the work.';

const ANSWER =
  'Make the changes in the workspace, where you can. Where you cannot, answer with each changed file in a fenced ' +
  'block, its path on the line before. End with three lines: what is done, what is left, what to decide.';

const around = (task: PromptTask) => [...dependencyParts(task), ...peerParts(task), ...goalParts(task)];

/** Going on with EXECUTION_TASKs that are not finished, or with a PRP, which says itself what to do. */
export const continueWork: PromptWriter = {
  reads: ({ subplan, executions }) => [...(subplan === undefined ? [] : [subplan]), ...executions],
  write: (task) => {
    const { plan, achievements } = task;
    const isPrp = plan.kind === 'prp-batch';
    const open = achievements.flatMap((each) => stepOf(plan, each).unfinished);
    return {
      title: `Do the work of ${idWords(achievements)}`,
      task: isPrp
        ? `Do what ${achievements.map(({ uri }) => pathCode(task, uri)).join(', ')} says.`
        : [
            `Go on with ${open.map((uri) => pathCode(task, uri)).join(', ')}, and nothing else.`,
            '1. Fill in what is still to be filled in before work starts: what is built, and the tests to write first.',
            '2. Write those tests and see them fail, then build until they pass.',
            `3. Work in iterations. After each, add an entry to "${EXECUTION.log.title}": what was tried, what happened, what comes next.`,
            '4. Tick a box when its deliverable is there and checked.',
            `5. When all is done, write "${EXECUTION.learning.title}" and set the last \`**Status**\` line to \`Complete\`.`,
          ].join('\n'),
      parts: [
        ...achievements.map((each) => definitionPart(task, each)),
        ...executionParts(task, open),
        ...achievements.flatMap((each) => subplanParts(task, each)),
        ...around(task),
      ],
      done: [
        'Every deliverable exists, and every success criterion is met by something that was run or looked at.',
        'All tests pass, those that were there before too.',
        ...(isPrp ? [] : ['The iteration log says what was tried, failures included.']),
      ],
      avoid: [HONEST, ...(isPrp ? [] : [OWN_WORK, NO_FEEDBACK])],
      answer: ANSWER,
    };
  },
};

/** Fixing what a review found. */
export const fixWork: PromptWriter = {
  reads: ({ subplan, executions, fix }) => [
    ...(fix === undefined ? [] : [fix]),
    ...(subplan === undefined ? [] : [subplan]),
    ...executions,
  ],
  write: (task): Draft => {
    const { achievements } = task;
    const fixes = achievements.flatMap(({ fix }) => fix ?? []);
    return {
      title: `Fix what the review of ${idWords(achievements)} found`,
      task: [
        `A review has rejected the work: ${fixes.map((uri) => pathCode(task, uri)).join(', ')}. Fix every issue it names, one after the other.`,
        '1. Reproduce the issue, and write a test that fails because of it where one can be written.',
        '2. Fix the cause, not the symptom.',
        `3. Add an entry to "${EXECUTION.log.title}" of the EXECUTION_TASK: the issue, its cause, what was changed, what showed that it is gone.`,
        '4. When all are fixed, ask for a second review.',
      ].join('\n'),
      parts: [
        ...fixes.map((uri) => documentPart(task, uri, 'main', 'paragraphs of the review')),
        ...achievements.map((each) => definitionPart(task, each)),
        ...achievements.flatMap(({ executions }) => executionParts(task, executions)),
        ...achievements.flatMap((each) => subplanParts(task, each)),
        ...around(task),
      ],
      done: [
        'Every issue of the review is fixed, or answered with a reason why it is not an issue.',
        'All tests pass, those that were there before too.',
      ],
      avoid: [
        HONEST,
        'Change, rename or delete the FIX file: it stays until the next review.',
        OWN_WORK,
        NO_FEEDBACK,
      ],
      answer: ANSWER,
    };
  },
};

/** Bringing the results of several EXECUTION_TASKs together in the SUBPLAN. */
export const synthesize: PromptWriter = {
  reads: ({ subplan, executions }) => [...(subplan === undefined ? [] : [subplan]), ...executions],
  write: (task): Draft => {
    const { achievements } = task;
    const subplans = achievements.flatMap(({ subplan }) => subplan ?? []);
    return {
      title: `Bring the results of ${idWords(achievements)} together`,
      task: [
        `All EXECUTION_TASKs are finished. Write the section \`## ${SUBPLAN.synthesis.title}\` of ${subplans.map((uri) => pathCode(task, uri)).join(', ')} from what they say:`,
        '- what was built, execution by execution, and where it is',
        '- what was decided against the approach of the SUBPLAN, and why',
        '- what was learnt that the next achievement should know',
        '- what is open, and who it waits for',
      ].join('\n'),
      parts: [
        ...achievements.map((each) => definitionPart(task, each)),
        ...achievements.flatMap(({ executions }) => executionParts(task, executions)),
        ...achievements.flatMap((each) => subplanParts(task, each)),
        ...dependentParts(task),
        ...goalParts(task),
      ],
      done: [
        'Every EXECUTION_TASK is accounted for, contradictions between them included.',
        'Each success criterion is named with what shows that it is met, or that it is not.',
      ],
      avoid: [
        'Change anything else: no code, no EXECUTION_TASK, no other section of the SUBPLAN.',
        'Claim results that no EXECUTION_TASK reports.',
        NO_FEEDBACK,
      ],
      answer:
        'Write the section into the SUBPLAN, where you can. Where you cannot, answer with the section alone in one ' +
        'fenced block.',
    };
  },
};

/** What every document of an achievement says, for a judgement. */
export const allDocuments = ({
  subplan,
  executions,
  fix,
  approved,
}: AnalysedAchievement): readonly string[] =>
  [fix, approved, subplan, ...executions].filter((uri) => uri !== undefined);
