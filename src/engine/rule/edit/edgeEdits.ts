import { readParallel } from '../../document/parallel/parallelFile';
import type { ParallelFacts } from '../../facts/parallelFacts';
import type { Span } from '../../model/text';
import { type Edge, parallelStatements, type Statement, sameEdge } from '../edge';
import type { TextEdit } from '../finding';
import { isRange, jsonTreeOf, writtenAt } from './jsonTree';
import { removeElements } from './removeElements';

/** Removes whatever `pick` finds in the present facts of a parallel.json. */
const removeFrom = (text: string, pick: (facts: ParallelFacts) => readonly Span[]): readonly TextEdit[] =>
  removeElements(text, pick(readParallel(text)));

const statementsIn = (facts: ParallelFacts, edge: Edge): readonly Statement[] =>
  parallelStatements('', facts).filter((statement) => sameEdge(statement, edge));

/** Removes every statement of some edges from a parallel.json: dependencies, blocks and cross-priority dependencies. */
export const removeEdges = (text: string, edges: readonly Edge[]): readonly TextEdit[] =>
  removeFrom(text, (facts) => {
    const stated = edges.flatMap((edge) => statementsIn(facts, edge));
    return [...new Map(stated.map(({ whole }) => [whole.start, whole])).values()];
  });

/** Leaves the first statement of an edge in each list it is repeated in. */
export const removeRepetitions = (text: string, edge: Edge): readonly TextEdit[] =>
  removeFrom(text, ({ achievements }) =>
    achievements.flatMap(({ id, dependencies, blocks }) => {
      const repeated = (list: typeof dependencies, value: string): readonly Span[] =>
        list
          .filter((reference) => reference.value === value)
          .slice(1)
          .map(({ span, whole }) => whole?.span ?? span);
      return [
        ...(id === edge.dependent ? repeated(dependencies, edge.dependency) : []),
        ...(id === edge.dependency ? repeated(blocks, edge.dependent) : []),
      ];
    }),
  );

/** Lets every statement of an edge name `newId` where it names `oldId` now. */
export const renameInEdge = (text: string, edge: Edge, oldId: string, newId: string): readonly TextEdit[] => {
  const root = jsonTreeOf(text);
  if (!root) return [];
  return statementsIn(readParallel(text), edge)
    .filter(({ named, span }) => named === oldId && !isRange(text, span))
    .map(({ span }) => ({ span, newText: writtenAt(root, span, newId) }))
    .sort((one, other) => one.span.start - other.span.start);
};
