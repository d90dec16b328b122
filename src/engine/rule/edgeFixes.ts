import type { AchievementId, DependencySaying } from '../model/achievement';
import type { Edge, Statement } from './edge';
import { inSteps } from './edit/applyEdits';
import { removeEdges, removeRepetitions, renameInEdge } from './edit/edgeEdits';
import { removeFromPlan, renameInPlan } from './edit/planEdits';
import type { Fix, TextEdit } from './finding';

type StatedIn = Pick<Statement, 'by' | 'uri'>;

const isInPlan = (by: DependencySaying): boolean => by === 'plan-dependencies' || by === 'plan-blocks';

/** Removes an edge from the document of a statement, everything there that states it; front matter is left alone. */
export const removeEdgeFix = (edge: Edge, stated: StatedIn, preferred = false): readonly Fix[] =>
  removeEdgesFix([edge], stated, removalOf(edge), preferred);

export const removalOf = ({ dependent, dependency }: Edge): string =>
  `Remove the dependency of ${dependent} on ${dependency}`;

/** The same for several edges that one document states. */
export const removeEdgesFix = (
  all: readonly Edge[],
  { by, uri }: StatedIn,
  title: string,
  preferred = false,
): readonly Fix[] => {
  if (by === 'front-matter') return [];
  // a fix may be kept for long: not so the facts that its edges belong to
  const edges = all.map(({ dependent, dependency }) => ({ dependent, dependency }));
  const remove = isInPlan(by) ? removeAllFromPlan : removeEdges;
  return [{ title, preferred, uri, edits: (text) => remove(text, edges) }];
};

const removeAllFromPlan = (text: string, edges: readonly Edge[]): readonly TextEdit[] => {
  const [only] = edges;
  if (only && edges.length === 1) return removeFromPlan(text, only);
  return inSteps(
    text,
    edges.map((edge) => (from) => removeFromPlan(from, edge)),
  );
};

/** Lets the statements of an edge in one document name another id. */
export const renameFix = (
  { by, uri, named, span, ...edge }: Statement,
  id: AchievementId,
): readonly Fix[] => {
  if (by === 'front-matter') return [];
  // within a range the id does not stand alone
  if (isInPlan(by) && span.end - span.start !== named.length) return [];
  const edits = isInPlan(by) ? renameInPlan : renameInEdge;
  return [
    {
      title: `Replace ${named} by ${id}`,
      preferred: false,
      uri,
      edits: (text) => edits(text, edge, named, id),
    },
  ];
};

export const removeRepetitionFix = (edge: Edge, uri: string): Fix => ({
  title: 'Remove the repetition',
  preferred: true,
  uri,
  edits: (text) => removeRepetitions(text, edge),
});
