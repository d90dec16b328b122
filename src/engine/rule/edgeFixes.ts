import { askedEdges, type DocumentKind } from '../edit/asked';
import type { DependencySaying } from '../model/achievement';
import type { AchievementId } from '../model/ids';
import type { Edge, Statement } from './edge';
import { removalOf } from './edgeWords';
import { inSteps } from './edit/applyEdits';
import { removeEdges, removeRepetitions, renameInEdge } from './edit/edgeEdits';
import { removeFromFrontMatter, renameInFrontMatter } from './edit/frontMatterEdits';
import { removeFromPlan, renameInPlan } from './edit/planEdits';
import type { Fix, TextEdit } from './finding';

type StatedIn = Pick<Statement, 'by' | 'uri'>;

const isInPlan = (by: DependencySaying): boolean => by === 'plan-dependencies' || by === 'plan-blocks';

const documentOf = (by: DependencySaying): DocumentKind => {
  if (by === 'front-matter') return 'prp';
  return isInPlan(by) ? 'plan' : 'parallel';
};

/** Removes an edge from the document of a statement, everything there that states it. */
export const removeEdgeFix = (edge: Edge, stated: StatedIn, preferred = false): readonly Fix[] =>
  removeEdgesFix([edge], stated, removalOf(edge), preferred);

/** The same for several edges that one document states. */
export const removeEdgesFix = (
  all: readonly Edge[],
  { by, uri }: StatedIn,
  title: string,
  preferred = false,
): readonly Fix[] => {
  // nothing edits the phases of a BATCH-PLAN
  if (by === 'batch-plan') return [];
  // a fix may be kept for long: not so the facts that its edges belong to
  const edges = all.map(({ dependent, dependency }) => ({ dependent, dependency }));
  const remove = removalFrom(by);
  const asked = askedEdges(documentOf(by), edges);
  return [{ title, preferred, uri, asked, edits: (text) => remove(text, edges) }];
};

const removalFrom = (
  by: DependencySaying,
): ((text: string, edges: readonly Edge[]) => readonly TextEdit[]) => {
  if (by === 'front-matter') return removeAllFromFrontMatter;
  return isInPlan(by) ? removeAllFromPlan : removeEdges;
};

const removeAllFromFrontMatter = (text: string, edges: readonly Edge[]): readonly TextEdit[] =>
  inSteps(
    text,
    edges.map(
      ({ dependency }) =>
        (from) =>
          removeFromFrontMatter(from, dependency),
    ),
  );

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
  if (by === 'batch-plan') return [];
  // within a range the id does not stand alone
  if (isInPlan(by) && span.end - span.start !== named.length) return [];
  const edits = (text: string): readonly TextEdit[] => {
    if (by === 'front-matter') return renameInFrontMatter(text, named, id);
    return (isInPlan(by) ? renameInPlan : renameInEdge)(text, edge, named, id);
  };
  const renamed = { ...edge, [edge.dependent === named ? 'dependent' : 'dependency']: id };
  const asked = askedEdges(documentOf(by), [edge], [renamed]);
  return [{ title: `Replace ${named} by ${id}`, preferred: false, uri, asked, edits }];
};

export const removeRepetitionFix = (edge: Edge, uri: string): Fix => ({
  title: 'Remove the repetition',
  preferred: true,
  uri,
  asked: askedEdges('parallel', [edge], [edge]),
  edits: (text) => removeRepetitions(text, edge),
});
