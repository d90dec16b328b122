import type { SectionKind } from '../plan/sectionKind';

/** A section of a SUBPLAN or EXECUTION_TASK. */
export interface WorkSection extends SectionKind {
  /** What belongs there, for the place to fill in; nothing for what a new document has ready. */
  readonly holds?: string;
}

/** The sections of a SUBPLAN, in order (FORMAT A13). */
export const SUBPLAN = {
  objective: {
    title: 'Objective',
    words: /\b(?:objectives?|goals?|purpose)\b/i,
    holds: 'what is reached when this is done, and why it matters',
  },
  deliverables: {
    title: 'What Needs to Be Created',
    words: /\bneeds to be created\b|\bdeliverables?\b/i,
    holds: 'the files and changes this produces',
  },
  approach: {
    title: 'Approach',
    words: /\b(?:approach|method|implementation (?:plan|strategy|steps))\b/i,
    holds: 'the steps, in order, and the decisions behind them',
  },
  strategy: {
    title: 'Execution Strategy',
    words: /\bexecution strategy\b/i,
    holds: 'Single or Multiple executions, and why',
  },
  planned: {
    title: 'Planned Executions',
    words: /\bplanned executions?\b/i,
    holds: 'what the first execution does',
  },
  tests: {
    title: 'Tests Required',
    words: /\btest(?:s|ing)\b/i,
    holds: 'the tests that show it works, and how to run them',
  },
  results: {
    title: 'Expected Results',
    words: /\bexpected (?:results?|outcomes?)\b|\bsuccess (?:criteria|indicators)\b|\bdefinition of done\b/i,
    holds: 'what can be seen or measured afterwards',
  },
  conflicts: {
    title: 'Conflict Analysis',
    words: /\bconflicts?\b/i,
    holds: 'files that other achievements change too, and how to keep apart',
  },
  dependencies: { title: 'Dependencies', words: /\bdependencies\b/i },
  reference: {
    title: 'Execution Task Reference',
    words: /\bexecution task reference\b/i,
  },
  success: {
    title: 'Success Criteria',
    words: /\bsuccess criteria\b/i,
    holds: 'what must be true before this counts as done',
  },
  workflow: {
    title: 'Completion Workflow',
    words: /\bcompletion workflow\b/i,
  },
  active: {
    title: 'Active EXECUTION_TASKs',
    words: /\bactive execution[_ ]tasks?\b/i,
  },
  synthesis: {
    title: 'Execution Results Synthesis',
    words: /\bsynthesis\b/i,
    holds: 'after the last execution: what was done, learnt and left open',
  },
} as const satisfies Readonly<Record<string, WorkSection>>;

/** The sections of an EXECUTION_TASK, in order (FORMAT A13). */
export const EXECUTION = {
  building: {
    title: "What We're Building",
    words: /\bbuilding\b|\bobjectives?\b/i,
    holds: 'what this execution builds',
  },
  context: {
    title: 'SUBPLAN Context',
    words: /\bsubplan context\b/i,
    holds: 'the part of the SUBPLAN this execution does',
  },
  parallel: {
    title: 'Parallelization Context',
    words: /\bparallelization context\b/i,
  },
  tests: {
    title: 'Test Creation Phase',
    words: /\btest creation\b/i,
    holds: 'the tests written first, and what they showed before the work started',
  },
  log: {
    title: 'Iteration Log',
    words: /\biterations?\b|\b(?:execution|work|progress) log\b/i,
    holds: 'one entry per iteration: what was tried, what happened, what comes next',
  },
  learning: {
    title: 'Learning Summary',
    words: /\b(?:learn\w*|lessons?|insights?|takeaways?)\b/i,
    holds: 'what the next execution should know',
  },
  comments: {
    title: 'Code Comment Map',
    words: /\bcomment map\b/i,
    holds: 'where the code explains what was learnt',
  },
  future: { title: 'Future Work', words: /\bfuture work\b/i, holds: 'what was found but left for later' },
  completion: {
    title: 'Completion Status',
    words: /\bcompletion (?:status|checklist)\b/i,
    holds: 'what must be true before this execution counts as done',
  },
} as const satisfies Readonly<Record<string, WorkSection>>;
