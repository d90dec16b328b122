import type { CardSize, GraphModel, GraphNode } from '../../webview/messages';
import { spanOf } from './essential';
import type { GraphShape } from './structure';

/** Points per inch: one unit of DOT's `pos` is one pixel of the page. */
const INCH = 72;
/** Columns crossed by all arrows together; from here on quick beats perfect. */
const LARGE = 600;

const NARROWEST = 168;
const WIDEST = 256;
/** Mean width of a letter in a title and in the smaller line below it; a little more than fonts need. */
const TITLE_LETTER = 7;
const FOOT_LETTER = 6.6;
const SIDES = 28;
/** Room for the id of a card and its icon. */
const HEAD = 78;
/** Letters beside the id, at most, before they are cut. */
const ASIDE_LIMIT = 26;
/** `Slack 12.5 h`, whatever the slack is: a card that grew with it would move the whole graph. */
const SLACK_LETTERS = 13;
/** Ids that a card names when it is blocked, at most, before it cuts the list. */
const FOOT_LIMIT = 38;

/** One size for all cards of a graph, from the longest texts: wide enough, and two lines where it must be. */
export const cardSizeOf = ({ nodes, criticalPath }: GraphModel): CardSize => {
  let title = 0;
  let foot = 0;
  let aside = 0;
  for (const node of nodes) {
    title = Math.max(title, node.title.length);
    aside = Math.max(aside, Math.min(ASIDE_LIMIT, asideLength(node, criticalPath !== null)));
    foot = Math.max(foot, Math.min(FOOT_LIMIT, footLength(node)));
  }
  const head = aside === 0 ? 0 : HEAD + aside * FOOT_LETTER;
  const wanted = Math.max(title * TITLE_LETTER + SIDES, foot * FOOT_LETTER + SIDES, head);
  const titleLines = title * TITLE_LETTER + SIDES > WIDEST ? 2 : 1;
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(wanted / 8) * 8)),
    height: titleLines === 2 ? 98 : 80,
    titleLines,
  };
};

/** Letters of what stands beside the id. */
const asideLength = ({ effort, owner }: GraphNode, hasSlack: boolean): number =>
  (hasSlack ? SLACK_LETTERS : 0) + (effort === null ? 0 : effort.length + 1) + (owner?.length ?? 0);

/** Letters of the status and of what stands beside it, with the space between. */
const footLength = ({ statusWords, readinessWords }: GraphNode): number =>
  statusWords.length + (readinessWords === null ? 0 : 1 + readinessWords.length);

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
