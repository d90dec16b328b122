import { fill } from '../../document/work/fillMark';
import { EXECUTION, SUBPLAN } from '../../document/work/workSections';
import { childUri, nameOf } from '../../model/uri';
import { effortWords } from '../../words/hours';
import type { CreationKind } from '../batch';
import { carried } from '../carried';
import { bullets, checklist, type DocumentSource, link, oneLine, otherFields } from '../content';
import {
  executionCount,
  executionTable,
  otherExecutions,
  partDependencies,
  partName,
  plannedList,
  twoDigits,
} from '../executions';
import {
  blockerText,
  deliveredList,
  dependencyList,
  dependentList,
  levelText,
  noDependencies,
  peerList,
} from '../relations';

/** A variable of the templates. */
export interface Variable {
  /** What it stands for, as docs/templates.md says it. */
  readonly says: string;
  /** The document it can be used in; both when left out. */
  readonly only?: CreationKind;
  /** Document text; empty where there is nothing to say. */
  readonly value: (source: DocumentSource) => string;
  /** What stands in its place when it is empty; nothing when left out. */
  readonly instead?: (source: DocumentSource) => string;
}

/** The variables of the templates; docs/templates.md lists them in this order. */
export const VARIABLES: Readonly<Record<string, Variable>> = {
  id: { says: 'Id of the achievement: `1.1`', value: ({ achievement }) => achievement.id },
  title: { says: 'Its title', value: ({ achievement }) => oneLine(achievement.title) },
  plan: { says: 'Name of the plan: `SHOP`', value: ({ plan }) => oneLine(plan.name) },
  planFile: { says: 'Name of the PLAN file', value: ({ plan }) => oneLine(nameOf(plan.uri)) },
  planLink: { says: 'Link to the PLAN file', value: ({ plan, folder }) => link(folder, plan.uri) },
  goal: {
    says: 'The goal',
    value: ({ content }) => carried(content.goal ?? ''),
    instead: ({ kind }) => fill(kind === 'subplan' ? SUBPLAN.objective.holds : EXECUTION.building.holds),
  },
  what: { says: 'What is to be done', value: ({ content }) => carried(content.what ?? '') },
  notes: {
    says: 'What else the PLAN says about the achievement, under labels of its own',
    value: ({ content }) => otherFields(content),
  },
  deliverables: {
    says: 'The deliverables, each with a box to tick',
    value: ({ content }) => checklist(content.deliverables),
    instead: ({ kind }) =>
      box(kind === 'subplan' ? SUBPLAN.deliverables.holds : 'the files and changes this execution produces'),
  },
  successCriteria: {
    says: 'The success criteria, each with a box to tick',
    value: ({ content }) => checklist(content.successCriteria),
    instead: ({ kind }) => box(kind === 'subplan' ? SUBPLAN.success.holds : EXECUTION.completion.holds),
  },
  tests: {
    says: 'The tests; in an EXECUTION_TASK each with a box to tick',
    value: ({ kind, content }) => (kind === 'subplan' ? bullets : checklist)(content.tests),
    instead: ({ kind }) => fill(kind === 'subplan' ? SUBPLAN.tests.holds : EXECUTION.tests.holds),
  },
  effort: {
    says: 'The estimated effort of the achievement, or of the part that an execution does',
    value: effortOf,
    instead: () => fill('how long this takes, for example 2-3 hours'),
  },
  level: { says: 'The dependency level, as a sentence', value: levelText },
  dependencies: {
    says: 'What the achievement depends on, each with a link to its SUBPLAN or definition',
    value: dependencyList,
    instead: noDependencies,
  },
  delivered: {
    says: 'What the complete dependencies delivered, with links to the results in their SUBPLANs',
    value: deliveredList,
  },
  dependents: {
    says: 'What depends on the achievement',
    value: dependentList,
    instead: () => 'Nothing else depends on this achievement.',
  },
  blockedBy: {
    says: 'The ids of the unfinished achievements that block it when the document is created, on one line',
    value: blockerText,
  },
  peers: { says: 'The open achievements of its level, which may run at the same time', value: peerList },
  subplan: {
    says: 'Name of the SUBPLAN',
    value: (source) => oneLine(nameOf(subplanOf(source))),
  },
  subplanLink: {
    says: 'Link to the SUBPLAN',
    value: (source) => link(source.folder, subplanOf(source)),
  },
  plannedExecutions: {
    says: 'The executions that `sub_executions` of parallel.json plans, as a numbered list',
    only: 'subplan',
    value: plannedList,
    instead: () => `1. ${fill(SUBPLAN.planned.holds)}`,
  },
  executionTable: {
    says: 'The table of EXECUTION_TASKs with the files they are going to have',
    only: 'subplan',
    value: executionTable,
  },
  execution: {
    says: 'Name of this EXECUTION_TASK',
    only: 'execution',
    value: ({ uri }) => oneLine(nameOf(uri)),
  },
  number: {
    says: 'Number of the execution: `01`',
    only: 'execution',
    value: ({ number }) => twoDigits(number),
  },
  count: {
    says: 'How many executions there are going to be, as far as anything says',
    only: 'execution',
    value: (source) => String(executionCount(source)),
  },
  executions: {
    says: 'The other executions of the achievement, there or planned',
    only: 'execution',
    value: otherExecutions,
  },
  planned: {
    says: 'What the SUBPLAN plans for this execution, on one line',
    only: 'execution',
    value: ({ saidBy, achievement, number }) =>
      carried(saidBy(achievement.subplan)?.plannedFor(number) ?? ''),
  },
  part: {
    says: 'The part of the achievement that this execution does, of `sub_executions` in parallel.json',
    only: 'execution',
    value: ({ part }) => (part ? partName(part) : ''),
  },
  partDependencies: {
    says: 'The parts that must be finished before this one starts',
    only: 'execution',
    value: partDependencies,
  },
  executor: {
    says: 'Who does the part',
    only: 'execution',
    value: ({ part }) => oneLine(part?.executor ?? ''),
  },
};

const box = (what: string): string => `- [ ] ${fill(what)}`;

function effortOf({ part, number, content, achievement }: DocumentSource): string {
  if (part?.effort) return effortWords(part.effort);
  // what one execution of several takes, nobody has estimated
  if (part || number > 1) return '';
  if (content.effort) return carried(content.effort);
  return achievement.effort ? effortWords(achievement.effort) : '';
}

const subplanOf = ({ achievement, plan, names }: DocumentSource): string =>
  achievement.subplan ?? childUri(plan.folders.subplans, names.subplan(achievement.id));

const knownFor = (kind: CreationKind): ReadonlySet<string> =>
  new Set(
    Object.entries(VARIABLES)
      .filter(([, { only = kind }]) => only === kind)
      .map(([name]) => name),
  );

/** Names that a template of this kind may use. */
export const KNOWN: Readonly<Record<CreationKind, ReadonlySet<string>>> = {
  subplan: knownFor('subplan'),
  execution: knownFor('execution'),
};
