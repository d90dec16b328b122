import { planLinks } from '../../../engine/links/planLinks';
import type { AnalysedPlan } from '../../../engine/model/analysis';
import { isFinished, isGoing } from '../../../engine/model/lifecycle';
import { countReady } from '../../../engine/model/readiness';
import { counted } from '../../../shared/counted';
import { finished, type Steps } from '../../../shared/steps';
import type { GraphBand, GraphModel } from '../../../webview/protocol/messages';
import { type DrawnPlan, drawPlan, isDrawnInFull } from './drawnPlan';
import { type DrawnLinks, drawnLinks } from './workspaceLinks';

/** Stands where the graph of one plan has the plan's URI; no document has it. */
export const WORKSPACE = 'parallel-plans:workspace';

/** Above these a picture of single achievements is neither readable nor quick, so every plan is one box. */
const MOST_CARDS = 1500;
const MOST_STRIPS = 150;

/**
 * What the graph page shows of all plans: a strip for each with its box in the first column and its achievements in
 * those of their levels, and the links between plans. Plans that are finished or say nothing of dependencies are their
 * box alone, and so is every plan of a workspace that is too large to draw.
 */
export const workspaceModelOf = (plans: readonly AnalysedPlan[]): GraphModel =>
  finished(workspaceModelSteps(plans));

/** The same in small steps: of very many plans it takes longer than an editor may be kept waiting. */
export function* workspaceModelSteps(plans: readonly AnalysedPlan[]): Steps<GraphModel> {
  // read here, one by one, what the links ask for all at once
  for (const { facts } of plans) if (facts?.planMentions()) yield;
  const cards = sumOf(plans.filter(isDrawnInFull), (plan) => plan.achievements.length);
  const isLarge = cards > MOST_CARDS || plans.length > MOST_STRIPS;
  const drawn: DrawnPlan[] = [];
  for (const plan of inOrder(plans)) {
    drawn.push(drawPlan(plan, isDrawnInFull(plan) && !isLarge));
    yield;
  }
  const nodes = drawn.flatMap(({ box, graph }) => [box, ...(graph?.nodes ?? [])]);
  const ids = new Set(nodes.map(({ id }) => id));
  const links = drawnLinks(planLinks(plans), (id) => ids.has(id));
  return {
    planUri: WORKSPACE,
    name: 'All plans',
    complete: sumOf(plans, ({ progress }) => progress.complete),
    total: sumOf(plans, ({ progress }) => progress.total),
    ready: sumOf(plans.filter(isGoing), (plan) => countReady(plan)),
    criticalPath: null,
    notes: isLarge
      ? ['Too large to draw every achievement. Each plan is one box.', ...linkNote(links)]
      : [...boxNote(plans), ...arrowNote(drawn), ...linkNote(links)],
    waysOut: [],
    canEdit: false,
    hasTimeline: false,
    redundant: [],
    strips: isLarge ? [] : drawn.map(stripOf),
    nodes: nodes.map(links.said),
    edges: [...drawn.flatMap(({ graph }) => graph?.edges ?? []), ...links.edges],
    bands: [bandOfPlans(plans, drawn), ...mergedBands(drawn.flatMap(({ graph }) => graph?.bands ?? []))],
  };
}

const bandOfPlans = (plans: readonly AnalysedPlan[], drawn: readonly DrawnPlan[]): GraphBand => ({
  kind: 'plan',
  title: 'Plans',
  nodes: drawn.map(({ box }) => box.id),
  complete: plans.filter(isFinished).length,
  total: plans.length,
  isCollapsed: false,
  canCollapse: false,
});

const sumOf = (plans: readonly AnalysedPlan[], count: (plan: AnalysedPlan) => number): number =>
  plans.reduce((sum, plan) => sum + count(plan), 0);

/** What there is to do comes first, what is done last. */
const inOrder = (plans: readonly AnalysedPlan[]): readonly AnalysedPlan[] => [
  ...plans.filter(isDrawnInFull),
  ...plans.filter((plan) => !isDrawnInFull(plan) && !isFinished(plan)),
  ...plans.filter(isFinished),
];

const stripOf = ({ box, graph }: DrawnPlan): GraphModel['strips'][number] => ({
  title: box.context?.label ?? '',
  progress: box.statusWords,
  nodes: [box.id, ...(graph?.nodes.map(({ id }) => id) ?? [])],
});

const boxNote = (plans: readonly AnalysedPlan[]): readonly string[] => {
  const finished = plans.filter(isFinished).length;
  const unknown = plans.filter((plan) => !isFinished(plan) && plan.dependencySource === 'none').length;
  const alone = [
    ...(finished > 0 ? [counted(finished, 'finished plan')] : []),
    ...(unknown > 0 ? [`${counted(unknown, 'plan')} without dependency information`] : []),
  ];
  return alone.length > 0 ? [`One box each: ${alone.join(', ')}.`] : [];
};

const arrowNote = (drawn: readonly DrawnPlan[]): readonly string[] =>
  drawn.some(({ isThinned }) => isThinned)
    ? ['Arrows that follow from others are not drawn in large plans.']
    : [];

const linkNote = ({ edges }: DrawnLinks): readonly string[] =>
  edges.length > 0 ? ['Links between plans are what their documents say; they change no level.'] : [];

const together = (one: GraphBand, other: GraphBand): GraphBand => ({
  ...one,
  nodes: [...one.nodes, ...other.nodes],
  complete: one.complete + other.complete,
  total: one.total + other.total,
});

/** Levels side by side in their order, then what has none; each of them once, whatever plans it is of. */
const mergedBands = (bands: readonly GraphBand[]): readonly GraphBand[] => {
  const merged = new Map<string, GraphBand>();
  for (const band of bands) {
    const known = merged.get(band.title);
    merged.set(band.title, known ? together(known, band) : band);
  }
  const all = [...merged.values()];
  return [...all.filter(({ kind }) => kind === 'level'), ...all.filter(({ kind }) => kind !== 'level')];
};
