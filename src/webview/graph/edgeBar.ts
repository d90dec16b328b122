import { html, setText } from '../kit/dom';
import { wordButton } from '../kit/wordButton';
import type { GraphEdge, GraphModel, Layout, PageDependency, Point } from '../protocol/messages';
import { edgeAt } from './edgeHit';
import type { Overlay } from './overlay';

/** How far from an arrow a click still means it, in pixels of the screen. */
const REACH = 7;

export interface EdgeBarActions {
  remove(dependencies: readonly PageDependency[]): void;
  /** Makes a node the current one and brings it into view. */
  reveal(id: string): void;
}

/** The arrow that was clicked, and a bar that says what it means and can remove it. */
export class EdgeBar {
  readonly element = html('div', 'edge-bar');
  readonly #overlay: Overlay;
  readonly #actions: EdgeBarActions;
  readonly #words = html('span', 'words');
  readonly #from = wordButton('', () => this.#reveal('from'));
  readonly #to = wordButton('', () => this.#reveal('to'));
  readonly #remove = wordButton('Remove', () => this.#removeIt());
  #model: GraphModel | undefined;
  #layout: Layout | undefined;
  #edge: GraphEdge | undefined;

  constructor(overlay: Overlay, actions: EdgeBarActions) {
    this.#overlay = overlay;
    this.#actions = actions;
    this.element.hidden = true;
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', 'Selected dependency');
    this.#words.setAttribute('role', 'status');
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.select(undefined);
    });
    this.element.append(this.#words, this.#from, this.#to, this.#remove);
  }

  /** Follows a change of the plan; an arrow that went is no longer selected. */
  show(model: GraphModel, layout: Layout): void {
    this.#model = model;
    this.#layout = layout;
    const edge = this.#edge;
    this.select(edge && model.edges.find(({ from, to }) => from === edge.from && to === edge.to));
  }

  /** Selects the arrow at a point of the graph, or none where there is none. */
  selectAt(point: Point, scale: number): void {
    const at = this.#layout ? edgeAt(this.#layout, point, REACH / scale) : undefined;
    this.select(at === undefined ? undefined : this.#model?.edges[at]);
  }

  isAt(point: Point, scale: number): boolean {
    return this.#layout !== undefined && edgeAt(this.#layout, point, REACH / scale) !== undefined;
  }

  select(edge: GraphEdge | undefined): void {
    this.#edge = edge;
    const model = this.#model;
    const at = edge ? (model?.edges.indexOf(edge) ?? -1) : -1;
    this.#overlay.select(this.#layout?.edges[at]);
    this.element.hidden = !edge;
    if (!edge || !model) return;
    const isSingle = [edge.from, edge.to].every(
      (id) => model.nodes.find((node) => node.id === id)?.kind === 'achievement',
    );
    setText(this.#words, `${edge.to} depends on ${edge.from}${remarkOn(edge)}`);
    setText(this.#from, `Go to ${edge.from}`);
    setText(this.#to, `Go to ${edge.to}`);
    this.#remove.hidden = !isSingle || !model.canEdit;
  }

  #reveal(end: 'from' | 'to'): void {
    if (this.#edge) this.#actions.reveal(this.#edge[end]);
  }

  #removeIt(): void {
    const edge = this.#edge;
    if (edge) this.#actions.remove([{ id: edge.to, dependsOn: edge.from }]);
  }
}

const remarkOn = ({ kind, critical, redundant }: GraphEdge): string => {
  const remarks = [
    ...(kind === 'cycle' ? ['part of a cycle'] : []),
    ...(critical ? ['on a critical path'] : []),
    ...(redundant ? ['follows from others'] : []),
  ];
  return remarks.length === 0 ? '' : ` (${remarks.join(', ')})`;
};
