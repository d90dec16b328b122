import type { AchievementId, DependencySaying } from '../model/achievement';
import type { Edge, Statement } from './edge';
import { removeEdge, removeRepetitions, renameInEdge } from './edit/edgeEdits';
import { removeFromPlan, renameInPlan } from './edit/planEdits';
import type { Fix } from './finding';

type StatedIn = Pick<Statement, 'by' | 'uri'>;

const isInPlan = (by: DependencySaying): boolean => by === 'plan-dependencies' || by === 'plan-blocks';

/** Removes an edge from the document of a statement, everything there that states it; front matter is left alone. */
export const removeEdgeFix = (edge: Edge, { by, uri }: StatedIn, preferred = false): readonly Fix[] => {
  if (by === 'front-matter') return [];
  const title = `Remove the dependency of ${edge.dependent} on ${edge.dependency}`;
  const edits = isInPlan(by) ? removeFromPlan : removeEdge;
  return [{ title, preferred, uri, edits: (text) => edits(text, { ...edge }) }];
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
