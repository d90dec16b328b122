import { readParallel } from '../../engine/document/parallel/parallelFile';
import { LineIndex } from '../../engine/model/text';
import type { ParallelDraft } from '../../engine/propose/prepare';
import {
  type Conflict,
  type EdgeEvidence,
  type ProposedEdge,
  tooManyWords,
} from '../../engine/propose/proposal';
import { printable, printableLine } from '../../engine/words/printable';
import { counted } from '../../shared/counted';
import type { Paint } from '../terminal/style';
import { pathIn, type Workspace } from '../workspace/workspace';

type Taken = readonly ProposedEdge[];

const counts = (count: number): string => counted(count, 'dependency', 'dependencies');

/** Every proposed edge with the places that speak for it, and what was left out. */
export const proposalText = (
  workspace: Workspace,
  draft: ParallelDraft,
  taken: Taken,
  paint: Paint,
): string => {
  const { plan, proposal } = draft;
  const isTaken = new Set(taken);
  const lineOf = lineFinder(workspace, draft);
  const proof = ({ evidence }: ProposedEdge): readonly string[] =>
    evidence.map(
      (each) => `    ${paint('cyan', placeText(workspace, each, lineOf))} ${printable(each.quote)}`,
    );
  const edgeLines = (edge: ProposedEdge): readonly string[] => [
    `  ${paint('bold', `${edge.dependent} depends on ${edge.dependency}`)} ${paint('dim', `(${edge.confidence})`)}`,
    ...proof(edge),
  ];
  const part = (title: string, edges: Taken): readonly string[] =>
    edges.length > 0 ? ['', paint('bold', title), ...edges.flatMap(edgeLines)] : [];
  const others = proposal.edges.filter((edge) => !isTaken.has(edge));
  const conflicts = proposal.conflicts.flatMap((conflict) => [
    `  ${conflictText(conflict)}`,
    ...proof(conflict.edge),
  ]);
  return [
    `${printable(plan.name)}: ${counts(proposal.edges.length)} proposed, ${taken.length} taken.`,
    ...part('Taken:', taken),
    ...part(
      'Not sure enough; decide yourself:',
      others.filter(({ isRedundant }) => !isRedundant),
    ),
    ...part(
      'Not needed, because they follow from the others:',
      others.filter(({ isRedundant }) => isRedundant),
    ),
    ...(conflicts.length > 0
      ? ['', paint('bold', 'Left out, because surer dependencies contradict them:'), ...conflicts]
      : []),
    ...proposal.tooMany.map((each) => `\n${paint('yellow', `${tooManyWords(each)}.`)}`),
  ].join('\n');
};

const conflictText = ({ edge, cycle }: Conflict): string => {
  const why = cycle ? `: ${cycle.join(' → ')}` : '';
  return `${edge.dependent} depends on ${edge.dependency} (${edge.confidence})${why}`;
};

const placeText = (
  workspace: Workspace,
  { place }: EdgeEvidence,
  lineOf: (evidence: Pick<EdgeEvidence, 'place'>) => number,
): string => `${printableLine(pathIn(workspace, place.uri))}:${lineOf({ place })}`;

/** One-based lines of places in documents of the plan. */
const lineFinder = (
  workspace: Workspace,
  { plan, planText }: ParallelDraft,
): ((evidence: Pick<EdgeEvidence, 'place'>) => number) => {
  const planLines = new LineIndex(planText);
  return ({ place: { uri, span } }) => {
    const lines = uri === plan.uri ? planLines : workspace.linesOf(uri);
    return (lines?.lineAt(span.start) ?? 0) + 1;
  };
};

/** What was written. */
export const changeText = (workspace: Workspace, draft: ParallelDraft, taken: Taken): string => {
  const path = printableLine(pathIn(workspace, draft.uri));
  if (draft.before === undefined) return `Created ${path}.`;
  const listed = new Set(readParallel(draft.before).achievements.map(({ id }) => id));
  const added = draft.proposal.achievements.filter((id) => !listed.has(id));
  return [
    `Changed ${path}: ${counted(added.length, 'achievement')} and ${counts(taken.length)} added.`,
    ...added.map((id) => `  + ${printable(id)}`),
    ...taken.map(({ dependent, dependency }) => `  + ${dependent} depends on ${dependency}`),
  ].join('\n');
};

/** The stable machine format of `parallel generate`; lines are one-based. */
export const generateJson = (
  workspace: Workspace,
  draft: ParallelDraft,
  { taken, text, written }: { readonly taken: Taken; readonly text: string; readonly written: boolean },
): object => {
  const isTaken = new Set(taken);
  const lineOf = lineFinder(workspace, draft);
  const edgeJson = ({ dependent, dependency, confidence, evidence }: ProposedEdge): object => ({
    dependent,
    dependency,
    confidence,
    evidence: evidence.map((each) => ({
      source: each.source,
      path: pathIn(workspace, each.place.uri),
      line: lineOf(each),
      quote: each.quote,
    })),
  });
  const { plan, uri, before, proposal } = draft;
  return {
    plan: plan.name,
    path: pathIn(workspace, uri),
    exists: before !== undefined,
    written,
    edges: proposal.edges.map((edge) => ({
      ...edgeJson(edge),
      taken: isTaken.has(edge),
      redundant: edge.isRedundant,
    })),
    conflicts: proposal.conflicts.map(({ edge, cycle }) => ({ ...edgeJson(edge), circle: cycle ?? null })),
    tooMany: proposal.tooMany,
    text,
  };
};
