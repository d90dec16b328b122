import type { LinkEnd, PlanLink } from '../../../engine/links/link';
import { printable } from '../../../engine/words/printable';
import type { GraphEdge, GraphNode, LinkKind } from '../../../webview/protocol/messages';
import { keyOf } from './drawnPlan';

/** Links as they are drawn, and as they are said. */
export interface DrawnLinks {
  readonly edges: readonly GraphEdge[];
  /** The node with what the links say about it. */
  said(node: GraphNode): GraphNode;
}

/** Of both ends: what the one it is said of, and what the other one, is told. */
const WORDS: Readonly<Record<LinkKind, readonly [from: string, to: string]>> = {
  depends: ['depends on', 'needed by'],
  blocks: ['blocks', 'waits for'],
  related: ['related to', 'related to'],
};

/** Links between the nodes that are drawn: where an achievement is not, its plan stands for it. */
export const drawnLinks = (links: readonly PlanLink[], isNode: (id: string) => boolean): DrawnLinks => {
  const edges = new Map<string, GraphEdge>();
  const words = new Map<string, string[]>();
  const nodeFor = ({ plan, achievement }: LinkEnd): string => {
    const id = keyOf(plan, achievement);
    return isNode(id) ? id : keyOf(plan);
  };
  const say = (id: string, text: string): void => {
    const known = words.get(id);
    if (!known) words.set(id, [text]);
    else if (!known.includes(text)) known.push(text);
  };
  for (const { kind, from, to } of links) {
    const ends = [nodeFor(from), nodeFor(to)] as const;
    // arrows lead from what comes first
    const [first, second] = kind === 'depends' ? [ends[1], ends[0]] : ends;
    edges.set(JSON.stringify([kind, first, second]), {
      from: first,
      to: second,
      kind,
      critical: false,
      redundant: false,
    });
    say(ends[0], `${WORDS[kind][0]} ${nameOf(to)}`);
    say(ends[1], `${WORDS[kind][1]} ${nameOf(from)}`);
  }
  return {
    edges: [...edges.values()],
    said: (node) => {
      const said = words.get(node.id);
      return said && node.context ? { ...node, context: { ...node.context, links: said } } : node;
    },
  };
};

const nameOf = ({ plan, achievement }: LinkEnd): string =>
  printable(achievement === undefined ? plan.name : `${plan.name} ${achievement}`);
