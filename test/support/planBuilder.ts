import { readParallel } from '../../src/engine/document/parallel/parallelFile';
import { readPlan } from '../../src/engine/document/plan/plan';
import type { ParallelFacts } from '../../src/engine/facts/parallelFacts';
import { analysePlan } from '../../src/engine/graph/analyse';
import { joinBarePlan, joinLonelyParallel } from '../../src/engine/join/joinPlan';
import type { AnalysedPlan } from '../../src/engine/model/analysis';
import type { StrayDocument } from '../../src/engine/model/plan';
import { parallelDocument, planDocument } from './documents.mjs';

export const PLAN_URI = 'file:///w/plans/SHOP/PLAN_SHOP.md';
export const PARALLEL_URI = 'file:///w/plans/SHOP/parallel.json';

export interface PlanTexts {
  /** Markdown of the PLAN. Without one the parallel.json stands alone. */
  readonly plan?: string;
  readonly parallel?: string;
  readonly strays?: readonly StrayDocument[];
}

/** The analysed plan of these texts, joined as the engine joins files. */
export const buildPlan = ({ plan, parallel, strays = [] }: PlanTexts): AnalysedPlan => {
  const document = parallel === undefined ? undefined : { uri: PARALLEL_URI, facts: readParallel(parallel) };
  if (plan === undefined) {
    return analysePlan(joinLonelyParallel(document ?? { uri: PARALLEL_URI, facts: nothing() }));
  }
  const root = 'file:///w/plans/SHOP';
  const folders = {
    root,
    subplans: `${root}/subplans`,
    executions: `${root}/execution`,
    feedbacks: `${root}/execution/feedbacks`,
  };
  const joined = joinBarePlan({ uri: PLAN_URI, name: 'SHOP', folders }, readPlan(plan), document);
  return analysePlan({ ...joined, strays });
};

const nothing = (): ParallelFacts => readParallel('{}');

/** A PLAN that defines these achievements; a value is the text of its `Dependencies` field. */
export const planText = (achievements: Readonly<Record<string, string | undefined>>): string =>
  planDocument(
    'Shop',
    Object.entries(achievements).map(([id, dependencies]) => [
      id,
      [
        '- **Effort**: 2 hours',
        ...(dependencies === undefined ? [] : [`- **Dependencies**: ${dependencies}`]),
      ].join('\n'),
    ]),
  );

/** A parallel.json of these achievements with their dependencies, and the titles that {@link planText} gives them. */
export const parallelText = (
  achievements: Readonly<Record<string, readonly string[]>>,
  rest: Readonly<Record<string, unknown>> = {},
): string =>
  parallelDocument(
    'SHOP',
    Object.entries(achievements).map(([id, dependencies]) => [id, { title: `Title of ${id}`, dependencies }]),
    rest,
  );
