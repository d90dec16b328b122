import type { CardSize } from '../../../webview/protocol/messages';
import { spanOf } from '../model/essential';
import type { GraphShape } from './structure';

/** Points per inch: one unit of DOT's `pos` is one pixel of the page. */
const INCH = 72;
/** Columns crossed by all arrows together; from here on quick beats perfect. */
const LARGE = 600;

/**
 * The graph in DOT as graphviz is to lay it out. Holds numbers only, no text of a document: nodes are
 * named by their index in the model, levels are ranks from left to right.
 */
export const layoutDot = ({ nodes, edges, bands }: GraphShape, card: CardSize): string => {
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  const name = (id: string): string => `n${index.get(id) ?? -1}`;
  const column = new Map(bands.flatMap((band, at) => band.nodes.map((id) => [id, at])));
  const isLarge = spanOf(edges, (id) => column.get(id)) > LARGE;
  return [
    'digraph {',
    `rankdir=LR; nodesep=0.28; ranksep=${isLarge ? 1.4 : 1};`,
    isLarge ? 'mclimit=0.1; nslimit=0.2; nslimit1=1; searchsize=10; splines=polyline;' : 'splines=true;',
    `node [shape=box, fixedsize=true, label="", width=${card.width / INCH}, height=${card.height / INCH}];`,
    'edge [arrowhead=none];',
    ...nodes.map((_, at) => `n${at};`),
    ...bands
      .filter(({ kind }) => kind === 'level')
      .map((band) => `{rank=same; ${band.nodes.map(name).join('; ')}}`),
    ...edges.map(({ from, to, kind }, at) => {
      const ports = kind === 'satisfied' || kind === 'waiting' ? 'tailport=e, headport=w' : '';
      return `${name(from)} -> ${name(to)} [id=e${at}${ports && `, ${ports}`}];`;
    }),
    ...behindTheLevels(bands, name),
    '}',
  ].join('\n');
};

/** Keeps what has no level to the right of all levels. */
const behindTheLevels = (bands: GraphShape['bands'], name: (id: string) => string): readonly string[] => {
  const last = bands.findLast(({ kind }) => kind === 'level')?.nodes[0];
  const without = bands.find(({ kind }) => kind === 'cycle')?.nodes ?? [];
  if (last === undefined) return [];
  return without.map((id) => `${name(last)} -> ${name(id)} [style=invis, weight=0];`);
};
