import type { AnalysedPlan } from '../../../engine/model/analysis';
import type { AchievementId } from '../../../engine/model/ids';
import { isFinished, isGoing, stateMark } from '../../../engine/model/lifecycle';
import { countReady } from '../../../engine/model/readiness';
import { isOver } from '../../../engine/model/status';
import { printable } from '../../../engine/words/printable';
import type { GraphModel, GraphNode } from '../../../webview/protocol/messages';
import { boxFor } from './condense';
import { graphModelOf } from './graphModel';

/** A plan among several: the box that stands for it, and its own graph where there is more to see. */
export interface DrawnPlan {
  readonly box: GraphNode;
  readonly graph: Pick<GraphModel, 'nodes' | 'edges' | 'bands'> | undefined;
  /** Of its arrows those are left out that follow from others. */
  readonly isThinned: boolean;
}

/** Names a node among those of several plans: an achievement, a level of a plan, or without a name the plan. */
export const keyOf = ({ uri }: AnalysedPlan, id?: AchievementId): string => keyIn(uri, id);

/** The same for a plan by its URI. */
export const keyIn = (planUri: string, id: AchievementId | undefined): string =>
  JSON.stringify(id === undefined ? [planUri] : [planUri, id]);

/** There is something to do, and the documents say in which order. */
export const isDrawnInFull = (plan: AnalysedPlan): boolean =>
  plan.achievements.length > 0 && plan.dependencySource !== 'none' && !isFinished(plan);

export const drawPlan = (plan: AnalysedPlan, inFull: boolean): DrawnPlan => {
  const graph = inFull ? graphAmongOthers(plan) : undefined;
  let known = 0;
  for (const { dependencies } of plan.achievements) {
    for (const { id } of dependencies) if (plan.byId.has(id)) known++;
  }
  return { box: boxOf(plan), graph, isThinned: graph !== undefined && graph.edges.length < known };
};

const boxOf = (plan: AnalysedPlan): GraphNode => {
  const { name, achievements } = plan;
  const ready = isGoing(plan) ? countReady(plan) : 0;
  const box = boxFor({ kind: 'level', title: name, level: undefined, achievements }, ready);
  const isDone = achievements.every(({ status }) => isOver(status));
  const mark = isDone && plan.state === 'complete' ? undefined : stateMark(plan);
  return {
    ...box,
    dependencies: [],
    critical: false,
    id: keyOf(plan),
    kind: 'plan',
    ...(achievements.length === 0 ? { status: 'not_started', statusWords: 'nothing to do yet' } : {}),
    ...(isFinished(plan) ? { status: isDone ? 'complete' : 'skipped' } : {}),
    ...(mark === undefined ? {} : { statusWords: `${box.statusWords}, ${mark}` }),
    context: contextOf(plan, printable(name)),
  };
};

/** The graph as it is alone, but for what only one plan can have: a critical path, and ids of its own. */
const graphAmongOthers = (plan: AnalysedPlan): DrawnPlan['graph'] => {
  const { nodes, edges, bands } = graphModelOf(plan);
  return {
    nodes: nodes.map((node) => ({
      ...node,
      id: keyOf(plan, node.id),
      critical: false,
      slack: null,
      context: contextOf(plan, printable(node.id)),
    })),
    edges: edges.map((edge) => ({
      ...edge,
      from: keyOf(plan, edge.from),
      to: keyOf(plan, edge.to),
      critical: false,
    })),
    bands: bands.map((band) => ({
      ...band,
      nodes: band.nodes.map((id) => keyOf(plan, id)),
      canCollapse: false,
    })),
  };
};

const contextOf = ({ uri, name }: AnalysedPlan, label: string): GraphNode['context'] => ({
  planUri: uri,
  planName: printable(name),
  label,
  links: [],
});
