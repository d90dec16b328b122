import * as fc from 'fast-check';
import type { Status } from '../../../src/engine/model/achievement';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { type Network, networkOf } from '../../../src/engine/schedule/network';
import { analysedPlan } from '../../support/analysedPlan';
import { anyAcyclic } from '../graph/graphs';

/** What a test says about an achievement; a single figure is an effort without a range. */
export interface Task {
  readonly needs?: readonly string[];
  readonly hours?: number | readonly [least: number, most: number];
  readonly status?: Status;
  readonly executor?: string;
}

export type Tasks = Readonly<Record<string, Task>>;

export const planWith = (tasks: Tasks): AnalysedPlan =>
  analysedPlan({
    achievements: Object.entries(tasks).map(([id, { needs = [], hours, ...rest }]) => ({
      id,
      needs,
      hours: typeof hours === 'number' ? [hours, hours] : hours,
      ...rest,
    })),
  });

export const networkWith = (tasks: Tasks): Network => networkOf(planWith(tasks));

/** Any plan of at most so many achievements, all open and estimated, some of them for one of two people, or for several `together`. */
export const anyTasks = (
  most: number,
  { withNames, together = [] }: { readonly withNames: boolean; readonly together?: readonly string[] },
): fc.Arbitrary<Tasks> =>
  anyAcyclic(most).chain(({ nodeCount, pairs }) =>
    fc
      .array(
        fc.record({
          least: fc.integer({ min: 0, max: 6 }),
          more: fc.integer({ min: 0, max: 4 }),
          executor: withNames
            ? fc.constantFrom(undefined, undefined, 'Ann', 'Bob', ...together)
            : fc.constant(undefined),
        }),
        { minLength: nodeCount, maxLength: nodeCount },
      )
      .map((made) =>
        Object.fromEntries(
          made.map(({ least, more, executor }, node): [string, Task] => [
            idOf(node),
            {
              needs: pairs.filter(([from]) => from === node).map(([, to]) => idOf(to)),
              // half hours, so that ends meet
              hours: [least / 2, (least + more) / 2],
              ...(executor === undefined ? {} : { executor }),
            },
          ]),
        ),
      ),
  );

const idOf = (node: number): string => `1.${node + 1}`;
