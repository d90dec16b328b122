import type { Achievement, Status } from '../../../src/engine/model/achievement';
import type { DependencySource, Plan } from '../../../src/engine/model/plan';

const nowhere = { start: 0, end: 0 };

export const achievement = (
  id: string,
  dependencies: readonly string[] = [],
  status: Status = 'not_started',
): Achievement => ({
  id,
  title: `Title of ${id}`,
  uri: 'file:///plans/PLAN_A.md',
  definition: nowhere,
  idSpan: nowhere,
  body: nowhere,
  line: 1,
  priority: undefined,
  fields: [],
  unreadDependencies: [],
  dependencyNotes: [],
  dependencies: dependencies.map((on) => ({
    id: on,
    said: [{ by: 'dependencies', uri: 'file:///plans/parallel.json', span: nowhere }],
  })),
  effort: undefined,
  actual: undefined,
  status,
  evidence: [],
  subplan: undefined,
  executions: [],
  attempts: [],
  approved: undefined,
  fix: undefined,
  skipped: undefined,
  claimedStatus: undefined,
  subExecutions: [],
});

export const plan = (
  achievements: readonly Achievement[],
  dependencySource: DependencySource = 'parallel.json',
): Plan => ({
  kind: 'plan',
  name: 'A',
  uri: 'file:///plans/PLAN_A.md',
  folders: {
    root: 'file:///plans',
    subplans: 'file:///plans/subplans',
    executions: 'file:///plans/execution',
    feedbacks: 'file:///plans/execution/feedbacks',
  },
  achievements,
  dependencySource,
  parallel: undefined,
  facts: undefined,
  unnumbered: [],
  strays: [],
  work: new Map(),
});
