import type { FeedbackKind } from '../create/batch';
import { oneLine } from '../create/content';
import type { AnalysedAchievement } from '../model/analysis';
import { feedbackTop } from '../review/feedback';
import { statusWords } from '../words/status';
import { stepOf } from '../workflow/step';
import { definitionPart, dependencyParts, goalParts } from './achievementParts';
import { documentPart, executionParts, subplanParts } from './documentParts';
import { allDocuments } from './doWork';
import { lackPart } from './lackPart';
import { list, type Part, WEIGHT } from './part';
import { feedbackUri } from './places';
import { cleaned, code, fenced } from './quote';
import { type Draft, idWords, type PromptTask, type PromptWriter, pathCode } from './task';

const documents = (task: PromptTask): readonly Part[] =>
  task.achievements.flatMap((each) => [
    ...(each.fix === undefined
      ? []
      : [documentPart(task, each.fix, 'document', 'paragraphs of the review before')]),
    ...(each.approved === undefined
      ? []
      : [documentPart(task, each.approved, 'document', 'paragraphs of the approval')]),
    ...executionParts(task, each.executions),
    ...subplanParts(task, each),
  ]);

const LOOK = [
  'Open every deliverable: does it exist, is it whole, is it used?',
  'Take every success criterion alone: what shows that it is met? A sentence that says so shows nothing.',
  'Run the tests, or read how they were run and what they printed. Do they fail without the work?',
  'Look for what was changed beyond the deliverables, and for files of other achievements.',
  'Compare the EXECUTION_TASKs with what is there: boxes ticked too early, steps left out, errors passed over.',
];

/** Reviewing finished work; the answer is the file that decides. */
export const review: PromptWriter = {
  reads: allDocuments,
  write: (task): Draft => {
    const { achievements } = task;
    return {
      title: `Review ${idWords(achievements)}`,
      task: [
        `Judge the work on ${idWords(achievements)} against what the PLAN asks for, as somebody who did not do it. Then write exactly one file for each achievement:`,
        ...achievements.flatMap((each) => [
          feedbackText(task, each, 'approved', 'where everything is as it should be', [
            '## Checks',
            '## Notes',
          ]),
          feedbackText(task, each, 'fix', 'where anything is missing or wrong', [
            '## Issues Found',
            '## Next Steps',
          ]),
        ]),
        ...achievements.flatMap(({ fix }) =>
          fix === undefined
            ? []
            : [
                `${pathCode(task, fix)} is from the review before: replace what it says where anything is still wrong.`,
              ],
        ),
        'Below the header come a line `---` and the two sections named. An issue says what is wrong, where, how to see it, and what would fix it.',
      ].join('\n\n'),
      parts: [
        list('What to look at', LOOK, WEIGHT.task, ''),
        lackPart(task.plan, achievements, WEIGHT.task),
        ...achievements.map((each) => definitionPart(task, each)),
        ...documents(task),
        ...dependencyParts(task),
        ...goalParts(task),
      ],
      done: [
        'Every deliverable, success criterion and test is named with what you saw.',
        'Exactly one of the two files is written, under exactly the name given: the name decides the status.',
      ],
      avoid: [
        'Fix anything yourself.',
        'Approve what you could not check: write down what is missing instead.',
        'Reject work because of something that the PLAN does not ask for: note that as future work.',
      ],
      answer:
        'Write the file, where you can. Where you cannot, answer with its path on one line and its content in one ' +
        'fenced block.',
    };
  },
};

const feedbackText = (
  task: PromptTask,
  achievement: AnalysedAchievement,
  kind: FeedbackKind,
  when: string,
  sections: readonly string[],
): string => {
  const top = feedbackTop(
    task.plan,
    { achievement, kind },
    { reviewer: '<who reviewed>', date: '<the day of the review, as YYYY-MM-DD>' },
  );
  const named = sections.map((section) => code(section)).join(' and ');
  const path = pathCode(task, feedbackUri(task.plan, achievement, kind));
  return `${path}, ${when}, with ${named}:\n\n${fenced(cleaned(top))}`;
};

/** Comparing what the documents claim with what there is; nothing is changed. */
export const verify: PromptWriter = {
  reads: allDocuments,
  write: (task): Draft => {
    const { achievements } = task;
    return {
      title: `Verify what is claimed about ${idWords(achievements)}`,
      task: [
        `List what the documents of ${idWords(achievements)} claim, and find out for each claim whether it is true. Change nothing.`,
        ...achievements.map((each) => standing(task, each)),
      ].join('\n\n'),
      parts: [
        list('What to look at', LOOK, WEIGHT.task, ''),
        ...achievements.map((each) => definitionPart(task, each)),
        ...documents(task),
        ...goalParts(task),
      ],
      done: ['Every ticked box, status, figure and file that is claimed has a line of its own.'],
      avoid: [
        'Change, create or delete any file.',
        'Take one document as proof of another: proof is code, output, or a file that is there.',
      ],
      answer: [
        'A table, one line for each claim:',
        '',
        '| Claim | Where | True, false or unknown | Evidence: file and line, or command and output |',
        '| --- | --- | --- | --- |',
        '',
        'Below it, one sentence: what the status should be, and what is missing for it to be complete.',
      ].join('\n'),
    };
  },
};

/** What the files prove, so that claims can be told from it. */
const standing = (task: PromptTask, achievement: AnalysedAchievement): string => {
  const { proof, executions } = stepOf(task.plan, achievement);
  const files = proof.map((uri) => pathCode(task, uri)).join(', ');
  const { id, status, claimedStatus } = achievement;
  return `${[
    `By its files, achievement ${id} is ${statusWords(status)}${files ? ` (${files})` : ''}`,
    ...(executions.total > 0
      ? [`${executions.finished} of ${executions.total} EXECUTION_TASKs call themselves finished`]
      : []),
    ...(claimedStatus === undefined ? [] : [`it is said to be ${code(oneLine(claimedStatus))}`]),
  ].join('; ')}.`;
};
