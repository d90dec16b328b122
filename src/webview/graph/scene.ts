import { html, svg } from '../kit/dom';
import type { GraphEdge, GraphModel, GraphNode, Layout } from '../protocol/messages';
import type { RunMarksMessage, Tone } from '../protocol/runMessages';
import { Card } from './card';
import { Clashes } from './clashes';
import type { Detail } from './detail';
import { edgeElement } from './edges';
import { createMarks } from './marks';
import { encloses, grown, overlaps, type Rectangle } from './viewMath';

/** The drawn graph in its own units: groups of cards above the edges. Knows nothing of zoom and keys. */
export class Scene {
  readonly element = html('div', 'world');
  readonly #edges = svg('svg', { class: 'edges', 'aria-hidden': 'true' });
  readonly #cards = new Map<string, Card>();
  readonly #rectangles = new Map<string, Rectangle>();
  readonly #touching = new Map<string, SVGGElement[]>();
  readonly #marks = createMarks();
  readonly #clashes = new Clashes();
  #nodes: readonly GraphNode[] = [];
  #drawn: readonly (readonly [GraphEdge, SVGGElement])[] = [];
  /** Bright copies above all others: so that one arrow can stand out without a change to each of a thousand. */
  readonly #lit = svg('svg', { class: 'edges', 'aria-hidden': 'true' });
  #lighted: string | undefined;
  /** Where every card is drawn, and how. */
  #drawnArea: Rectangle | undefined;
  #detail: Detail | undefined;
  #layout: Layout | undefined;
  #edgesShown = '';

  constructor() {
    this.element.setAttribute('role', 'tree');
    this.element.setAttribute('aria-label', 'Dependency graph');
  }

  /** Brings the drawing up to date; touches only the cards that differ while the layout stays the same. */
  show(model: GraphModel, layout: Layout): void {
    const { planUri } = model;
    this.element.dataset.vscodeContext = JSON.stringify({ planUri, preventDefaultContextMenuItems: true });
    if (layout !== this.#layout) this.#place(model, layout);
    this.#nodes = model.nodes;
    for (const node of model.nodes) this.#cards.get(node.id)?.show(node, this.#marks.of(node.id));
    this.#clashes.show(this.#marks.clashes, this.#rectangles);
    const edges = JSON.stringify(model.edges);
    if (edges !== this.#edgesShown) this.#drawEdges(model, layout);
    this.#edgesShown = edges;
  }

  /** Shows what runs say; touches only the cards that this is about. Answers what is said now. */
  mark(message: RunMarksMessage): ReadonlySet<Tone> {
    const changed = this.#marks.take(message);
    for (const node of this.#nodes) {
      if (changed.has(node.id)) this.#cards.get(node.id)?.show(node, this.#marks.of(node.id));
    }
    this.#clashes.show(this.#marks.clashes, this.#rectangles);
    return this.#marks.tones;
  }

  /** Draws what of the cards can be seen in `area`; to be called whenever another part of the graph comes into view. */
  look(area: Rectangle, detail: Detail): void {
    const isSame = detail === this.#detail;
    if (isSame && this.#drawnArea && encloses(this.#drawnArea, area)) return;
    // a little ahead, for many cards cost hardly more than one; but not while all are drawn in another way
    this.#drawnArea = isSame ? grown(area, area.height / 4) : area;
    this.#detail = detail;
    this.element.classList.toggle('far', detail !== 'near');
    for (const [id, rectangle] of this.#rectangles) {
      if (overlaps(this.#drawnArea, rectangle)) this.#cards.get(id)?.draw(detail);
    }
  }

  /** Where each card is, in units of the graph. */
  places(): readonly (readonly [string, Rectangle])[] {
    return [...this.#rectangles];
  }

  get arrows(): Element {
    return this.#edges;
  }

  card(id: string): HTMLElement | undefined {
    return this.#cards.get(id)?.element;
  }

  /** Where a card is, in units of the graph. */
  rectangleOf(id: string): Rectangle | undefined {
    return this.#rectangles.get(id);
  }

  /** Brings out the arrows that begin or end at a node; none for undefined. */
  light(id: string | undefined): void {
    this.#lighted = id;
    const copies = (this.#touching.get(id ?? '') ?? []).map((edge) => {
      const copy = edge.cloneNode(true);
      if (copy instanceof Element) copy.classList.add('lit');
      return copy;
    });
    this.#lit.replaceChildren(...copies);
    this.#edges.classList.toggle('muted', copies.length > 0);
  }

  /** Dims every card but `shown` and what does not connect them; nothing for undefined. */
  dim(shown: ReadonlySet<string> | undefined, isCriticalOnly: boolean): void {
    for (const [id, { element }] of this.#cards) element.classList.toggle('dim', shown?.has(id) === false);
    for (const [{ from, to, critical }, element] of this.#drawn) {
      const isShown = !shown || (shown.has(from) && shown.has(to) && (critical || !isCriticalOnly));
      element.classList.toggle('dim', !isShown);
    }
    this.light(this.#lighted);
  }

  /** Marks the card that a search has come to; none for undefined. */
  point(id: string | undefined): void {
    for (const card of this.element.querySelectorAll('.found')) card.classList.remove('found');
    if (id !== undefined) this.card(id)?.classList.add('found');
  }

  /** Marks the card that is selected, here and in the rest of the editor; none for null. */
  select(id: string | null): void {
    for (const card of this.element.querySelectorAll('[aria-selected]'))
      card.removeAttribute('aria-selected');
    if (id !== null) this.card(id)?.setAttribute('aria-selected', 'true');
  }

  #place(model: GraphModel, layout: Layout): void {
    this.#layout = layout;
    this.#drawnArea = undefined;
    this.#edgesShown = '';
    this.#rectangles.clear();
    const { style } = this.element;
    style.width = `${layout.width}px`;
    style.height = `${layout.height}px`;
    style.setProperty('--card-width', `${layout.card.width}px`);
    style.setProperty('--card-height', `${layout.card.height}px`);
    style.setProperty('--title-lines', String(layout.card.titleLines));
    model.nodes.forEach(({ id }, at) => {
      const { x, y } = layout.nodes[at] ?? { x: 0, y: 0 };
      this.#rectangles.set(id, { x, y, width: layout.card.width, height: layout.card.height });
    });
    for (const id of [...this.#cards.keys()]) if (!this.#rectangles.has(id)) this.#cards.delete(id);
    this.element.replaceChildren(
      this.#edges,
      this.#lit,
      this.#clashes.element,
      ...model.bands.map((band) => this.#group(band)),
    );
  }

  #group({ title, nodes }: GraphModel['bands'][number]): HTMLElement {
    const group = html('div', 'group');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', title);
    const top = (id: string): number => this.#rectangles.get(id)?.y ?? 0;
    for (const id of [...nodes].sort((a, b) => top(a) - top(b))) {
      const card = this.#cards.get(id) ?? new Card(id);
      this.#cards.set(id, card);
      const { x = 0, y = 0 } = this.#rectangles.get(id) ?? {};
      card.element.style.left = `${x}px`;
      card.element.style.top = `${y}px`;
      group.append(card.element);
    }
    return group;
  }

  #drawEdges(model: GraphModel, layout: Layout): void {
    this.#edges.setAttribute('width', String(layout.width));
    this.#edges.setAttribute('height', String(layout.height));
    this.#touching.clear();
    this.#drawn = model.edges.flatMap((edge, at): (readonly [GraphEdge, SVGGElement])[] => {
      const element = edgeElement(edge, layout.edges[at] ?? []);
      if (!element) return [];
      for (const id of new Set([edge.from, edge.to])) {
        const touching = this.#touching.get(id);
        if (touching) touching.push(element);
        else this.#touching.set(id, [element]);
      }
      return [[edge, element]];
    });
    // critical ones on top, their heads would be hidden by others that end there too
    const onTop = [...this.#drawn].sort(([one], [other]) => Number(one.critical) - Number(other.critical));
    this.#edges.replaceChildren(...onTop.map(([, element]) => element));
    this.light(this.#lighted);
  }
}
