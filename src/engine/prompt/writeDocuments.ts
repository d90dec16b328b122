import { counted } from '../../shared/counted';
import { documentHead } from '../create/template/head';
import { fill } from '../document/work/fillMark';
import { EXECUTION, SUBPLAN, type WorkSection } from '../document/work/workSections';
import { subplanToFill } from '../workflow/step';
import { definitionPart, dependencyParts, dependentParts, goalParts, peerParts } from './achievementParts';
import { executionParts, subplanParts } from './documentParts';
import { fixed, type Part } from './part';
import { executionUri, nextNumber, subplanUri } from './places';
import { cleaned, fenced } from './quote';
import { type Draft, idWords, type PromptTask, type PromptWriter, pathCode } from './task';

/** A document that is to be written. */
interface Wanted {
  readonly path: string;
  /** Title and header; undefined where the document exists and keeps those it has. */
  readonly head: string | undefined;
}

interface DocumentKind {
  readonly noun: 'SUBPLAN' | 'EXECUTION_TASK';
  readonly sections: readonly WorkSection[];
  readonly purpose: string;
  readonly done: readonly string[];
  readonly avoid: readonly string[];
}

const SUBPLANS: DocumentKind = {
  noun: 'SUBPLAN',
  sections: Object.values(SUBPLAN),
  purpose:
    'A SUBPLAN says how an achievement will be reached: the approach, its decisions, the executions it takes and the ' +
    'tests that prove it. Read the code and documents it is about first, and decide: somebody else must be able to do ' +
    'the work from the SUBPLAN alone.',
  done: [
    'Every deliverable and every success criterion of the achievement is covered by a step and by a test.',
    'The Execution Strategy says Single or Multiple, and Planned Executions lists each with what it does.',
    'Conflict Analysis names the files that others change at the same time, and how to keep apart.',
  ],
  avoid: [
    'Do the work itself: only the document is written now.',
    'Change the PLAN, parallel.json or documents of other achievements.',
    'Add deliverables that the PLAN does not ask for.',
  ],
};

const EXECUTIONS: DocumentKind = {
  noun: 'EXECUTION_TASK',
  sections: Object.values(EXECUTION),
  purpose:
    'An EXECUTION_TASK is the working paper of one execution of a SUBPLAN: what this execution builds, the tests that ' +
    'are written first, and later the log of what was tried.',
  done: [
    'It names the part of the SUBPLAN that this execution does, and nothing beyond it.',
    'Every deliverable of this part is a box that can be ticked, none of them ticked yet.',
    'The tests to write first are named, with how to run them.',
  ],
  avoid: [
    'Do the work itself, tick boxes or write log entries: nothing has been done yet.',
    'Change the PLAN, the SUBPLAN, parallel.json or documents of other achievements.',
  ],
};

/** What the sections hold that a new document has ready, and this prompt must therefore say. */
const READY: Readonly<Record<string, string>> = {
  [SUBPLAN.dependencies.title]: 'what must be finished first, and what waits for this',
  [SUBPLAN.reference.title]: 'that every execution is written down in its own EXECUTION_TASK',
  [SUBPLAN.workflow.title]: 'finish every EXECUTION_TASK, write the synthesis, ask for a review',
  [SUBPLAN.active.title]:
    'a table `| Execution | Document | Status |` with a row for each planned execution, numbered like `11_01`',
  [EXECUTION.parallel.title]: 'what it depends on, and what may run at the same time',
};

/** Written when the work is done: the new document only marks their place. */
const LATE: ReadonlySet<WorkSection> = new Set<WorkSection>([
  SUBPLAN.synthesis,
  EXECUTION.log,
  EXECUTION.learning,
  EXECUTION.comments,
  EXECUTION.future,
]);

const sectionsPart = ({ noun, sections }: DocumentKind): Part => {
  const lines = sections.map((section) => {
    const holds = section.holds ?? READY[section.title] ?? '';
    const content = LATE.has(section) ? `only \`${fill(holds)}\` for now` : holds;
    return `- \`## ${section.title}\`: ${content}`;
  });
  return fixed(`Sections of the ${noun}`, lines.join('\n'));
};

const draftOf = (
  task: PromptTask,
  kind: DocumentKind,
  wanted: readonly Wanted[],
  documents: readonly Part[],
): Draft => {
  const { achievements } = task;
  const noun = `${kind.noun}${wanted.length === 1 ? '' : 's'}`;
  const isNew = wanted.some(({ head }) => head !== undefined);
  const one = wanted.length === 1;
  return {
    title: `Write the ${noun} of ${idWords(achievements)}`,
    task: [
      one
        ? kind.purpose
        : `${kind.purpose} Write ${counted(wanted.length, 'document')}, one for each achievement.`,
      ...wanted.map(wantedText),
      ...(isNew
        ? ['Below the header and a line `---` come the sections that are listed below, in that order.']
        : []),
    ].join('\n\n'),
    parts: [
      ...achievements.map((each) => definitionPart(task, each)),
      ...(isNew ? [sectionsPart(kind)] : []),
      ...documents,
      ...dependencyParts(task),
      ...peerParts(task),
      ...dependentParts(task),
      ...goalParts(task),
    ],
    done: [
      ...kind.done,
      ...(one
        ? []
        : ['No two documents of this batch change the same file, or both say how they keep apart.']),
      'No place to fill in is left but those of sections that are written later.',
    ],
    avoid: kind.avoid,
    answer:
      'Write the files at the paths given, where you can write files. Where you cannot, answer with the whole content ' +
      'of each in a fenced block of its own, its path on the line before, and nothing else.',
  };
};

const wantedText = ({ path, head }: Wanted): string =>
  head === undefined
    ? `${path} exists. Keep what is written there and replace every \`<!-- fill: … -->\` and every other placeholder by what belongs there.`
    : `Create ${path}. It begins with exactly these lines:\n\n${fenced(cleaned(head))}`;

/** One SUBPLAN or several: new ones, or those with places left to fill in. */
export const writeSubplans: PromptWriter = {
  reads: ({ subplan }) => (subplan === undefined ? [] : [subplan]),
  write: (task) => {
    const { plan, achievements } = task;
    const wanted = achievements.map((achievement) => ({
      path: pathCode(task, subplanUri(plan, achievement)),
      head: achievement.subplan ? undefined : documentHead('subplan', plan, achievement),
    }));
    return draftOf(
      task,
      SUBPLANS,
      wanted,
      achievements.flatMap((each) => (subplanToFill(plan, each) ? subplanParts(task, each) : [])),
    );
  },
};

/** The next EXECUTION_TASK of each achievement; what earlier ones learnt is quoted. */
export const writeExecutions: PromptWriter = {
  reads: ({ subplan, executions }) => [...(subplan === undefined ? [] : [subplan]), ...executions],
  write: (task) => {
    const { plan, achievements } = task;
    const wanted = achievements.map((achievement) => {
      const number = nextNumber(plan, achievement);
      return {
        path: pathCode(task, executionUri(plan, achievement, number)),
        head: documentHead('execution', plan, achievement, number),
      };
    });
    return draftOf(
      task,
      EXECUTIONS,
      wanted,
      achievements.flatMap((each) => [
        ...subplanParts(task, each, 'main'),
        ...executionParts(task, each.executions, 'document'),
      ]),
    );
  },
};
