import { svg } from '../kit/dom';
import { type GraphEdge, isLink } from '../protocol/messages';

/** Read along the arrow. */
const WORDS: Readonly<Partial<Record<GraphEdge['kind'], string>>> = {
  cycle: 'cycle',
  depends: 'needed by',
  blocks: 'blocks',
  related: 'related',
};
const ARROW = 8;
const HALF_ARROW = 3.5;

/** The arrow of one dependency or link; decoration, because every node says in words what it depends on. */
export const edgeElement = (edge: GraphEdge, route: readonly number[]): SVGGElement | undefined => {
  const { kind, critical, redundant } = edge;
  if (route.length < 8) return undefined;
  const group = svg('g', {
    class: `edge ${kind}${critical ? ' critical' : ''}${redundant ? ' redundant' : ''}`,
  });
  const { line, arrow } = edgePaths(route);
  group.append(svg('path', { class: 'line', d: line }), svg('path', { class: 'arrow', d: arrow }));
  const word = WORDS[kind];
  if (word !== undefined) group.append(isLink(edge) ? wordAtEnd(route, word) : wordInMiddle(route, word));
  return group;
};

/** Path data of the line, which ends where its arrow head begins, and of the head. */
export const edgePaths = (route: readonly number[]): { readonly line: string; readonly arrow: string } => {
  const [tipX = 0, tipY = 0] = route.slice(-2);
  const [dx, dy] = directionAtEnd(route);
  const baseX = tipX - dx * ARROW;
  const baseY = tipY - dy * ARROW;
  const at = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const curves = [...route.slice(2, -2), baseX, baseY].map((value) => value.toFixed(1)).join(' ');
  return {
    line: `M${at(route[0] ?? 0, route[1] ?? 0)}C${curves}`,
    arrow: `M${at(tipX, tipY)}L${at(baseX - dy * HALF_ARROW, baseY + dx * HALF_ARROW)}L${at(
      baseX + dy * HALF_ARROW,
      baseY - dx * HALF_ARROW,
    )}Z`,
  };
};

const directionAtEnd = (route: readonly number[]): readonly [number, number] => {
  const [tipX = 0, tipY = 0] = route.slice(-2);
  // a control point may lie on the end itself, so the last one that does not gives the direction
  for (let at = route.length - 4; at >= 0; at -= 2) {
    const dx = tipX - (route[at] ?? 0);
    const dy = tipY - (route[at + 1] ?? 0);
    const length = Math.hypot(dx, dy);
    if (length > 0.5) return [dx / length, dy / length];
  }
  return [1, 0];
};

const wordInMiddle = (route: readonly number[], said: string): SVGTextElement => {
  const curve = Math.floor((route.length / 2 - 1) / 3 / 2) * 6;
  const middle = (axis: number): number => {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 2, 4, 6].map((step) => route[curve + step + axis] ?? 0);
    return (a + 3 * b + 3 * c + d) / 8;
  };
  const word = svg('text', { x: middle(0), y: middle(1) + 4, 'text-anchor': 'middle' });
  word.textContent = said;
  return word;
};

/** Links share ways, but each arrives by itself. */
const wordAtEnd = (route: readonly number[], said: string): SVGTextElement => {
  const [x = 0, y = 0] = route.slice(-2);
  const [dx] = directionAtEnd(route);
  const anchor = dx > 0 ? 'end' : 'start';
  const word = svg('text', { x: x - Math.sign(dx) * (ARROW + 3), y: y - 3, 'text-anchor': anchor });
  word.textContent = said;
  return word;
};
