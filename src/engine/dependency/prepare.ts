import { groupBy } from '../../shared/groupBy';
import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { addToFrontMatter } from '../edit/frontMatter/addToFrontMatter';
import { type Asked, askedEdges } from '../edit/guard/asked';
import { guardFix } from '../edit/guard/guardedFix';
import type { AnalysedPlan } from '../model/analysis';
import type { BreakableDependency } from '../model/edge';
import { type Edge, edgeKey, edgeOf } from '../model/edge';
import type { AchievementId } from '../model/ids';
import { firstDefinitions, type ParallelFiles, parallelTargetOf } from '../propose/parallelTarget';
import { entriesOf, newParallelText, updateAsked, updateEdits } from '../propose/parallelText';
import { removeEdgesFix } from '../rule/dependency/edgeFixes';
import type { Fix, GuardedFix } from '../rule/finding';
import { statementsOf } from '../statement/statement';
import { addToPlan } from './add';
import { problemOf } from './possible';

export interface DependencyRequest {
  /** {@link AnalysedPlan.uri} */
  readonly plan: string;
  /** One dependency that the plan is to have, or some that it has and is to lose. */
  readonly change:
    | ({ readonly kind: 'add' } & BreakableDependency)
    | { readonly kind: 'remove'; readonly dependencies: readonly BreakableDependency[] };
}

/** What lets a document say something else; the edits are worked out from the text it has when they are applied. */
export type DocumentChange = Pick<GuardedFix, 'uri' | 'edits' | 'check'>;

export interface DependencyEdits {
  /** In the order of the documents' URIs. */
  readonly documents: readonly DocumentChange[];
  /** A document that is not there yet. */
  readonly created: { readonly uri: string; readonly text: string } | undefined;
}

/**
 * Works out what adding or removing dependencies changes, without changing anything: each where it is stated and counts
 * (parallel.json, the fields of the PLAN, the front matter of PRPs), all else staying as it is. A plan in which nobody
 * stated any gets a parallel.json. Fails with a reason that a person can read, above all where a cycle would be closed.
 */
export const prepareDependencies = async (
  plan: AnalysedPlan,
  files: ParallelFiles,
  { change }: DependencyRequest,
): Promise<Result<DependencyEdits, UserError>> => {
  if (change.kind === 'remove') return removal(plan, change.dependencies);
  const problem = problemOf(plan, change);
  if (problem) return fail(problem);
  const edge = edgeOf(change);
  if (plan.kind === 'prp-batch')
    return ok(only(fileOf(plan, edge.dependent), askedEdges('prp', [], [edge]), toFrontMatter(edge)));
  if (plan.dependencySource === 'plan') {
    return ok(only(plan.uri, askedEdges('plan', [], [edge]), (text) => addToPlan(text, edge)));
  }
  return toParallel(plan, files, edge);
};

const only = (uri: string, asked: Asked, edits: Fix['edits']): DependencyEdits => ({
  documents: [guardFix({ title: '', preferred: false, uri, asked, edits })],
  created: undefined,
});

const fileOf = ({ byId, uri }: AnalysedPlan, id: AchievementId): string => byId.get(id)?.uri ?? uri;

const toFrontMatter =
  ({ dependency }: Edge): Fix['edits'] =>
  (text) =>
    addToFrontMatter(text, dependency);

const removal = (
  plan: AnalysedPlan,
  dependencies: readonly BreakableDependency[],
): Result<DependencyEdits, UserError> => {
  for (const each of dependencies) {
    const problem = problemOf(plan, { kind: 'remove', ...each });
    if (problem) return fail(problem);
  }
  const gone = new Set(dependencies.map((each) => edgeKey(edgeOf(each))));
  const stated = statementsOf(plan).filter((each) => gone.has(edgeKey(each)));
  const byDocument = groupBy(stated, ({ uri }) => uri);
  const documents = [...byDocument.values()].flatMap((statements) => {
    const [first] = statements;
    return first ? removeEdgesFix(statements, first, '').map(guardFix) : [];
  });
  return ok({
    documents: documents.sort((one, other) => (one.uri < other.uri ? -1 : 1)),
    created: undefined,
  });
};

const toParallel = async (
  plan: AnalysedPlan,
  files: ParallelFiles,
  edge: Edge,
): Promise<Result<DependencyEdits, UserError>> => {
  const planText = await files.read(plan.uri);
  if (planText === undefined) return fail(new UserError('That plan is gone: refresh and try again.'));
  const target = await parallelTargetOf(plan, files);
  if (!target.ok) return target;
  const { uri, before } = target.value;
  const definitions = firstDefinitions(planText);
  if (before === undefined) {
    const text = newParallelText(plan.name, entriesOf(definitions, [edge]), planText);
    return ok({ documents: [], created: { uri, text } });
  }
  const ends = definitions.filter(({ id }) => id === edge.dependent || id === edge.dependency);
  const entries = entriesOf(ends, [edge]);
  return ok(only(uri, updateAsked(entries), (text) => updateEdits(text, entries)));
};
