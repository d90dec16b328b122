import type { Status } from '../engine/model/achievement';
import { html, setText, svg } from './dom';
import { statusIcon } from './icons';
import type { GraphEdge, GraphModel } from './messages';

/** Every status with its word, in the order in which work goes on. */
export const STATUSES: readonly (readonly [Status, string])[] = [
  ['not_started', 'Not started'],
  ['subplan_created', 'SUBPLAN created'],
  ['execution_created', 'EXECUTION created'],
  ['in_progress', 'In progress'],
  ['complete', 'Complete'],
  ['failed', 'Failed'],
  ['skipped', 'Skipped'],
];
const EDGES: readonly (readonly [GraphEdge['kind'], string])[] = [
  ['satisfied', 'Dependency complete'],
  ['waiting', 'Waits for'],
  ['cycle', 'Cycle'],
  ['behind', 'Behind a cycle'],
  ['depends', 'Needed by another plan'],
  ['blocks', 'Blocks another plan'],
  ['related', 'Related plans'],
];

/** What the pictures and lines mean, as far as they occur. */
export class Legend {
  readonly element = html('footer', 'legend graph-only');
  readonly #list = html('ul', 'keys');
  readonly #help = html('p', 'help');
  #shown = '';

  constructor() {
    this.#list.setAttribute('aria-label', 'Legend');
    this.#help.id = 'help';
    this.element.append(this.#list, this.#help);
  }

  show({ nodes, edges, criticalPath, canEdit, hasTimeline, bands }: GraphModel): void {
    const keys = [
      'Arrow keys walk',
      'Enter opens',
      '/ searches',
      'f focuses',
      ...(criticalPath === null ? [] : ['c critical path']),
      ...(bands.some(({ canCollapse }) => canCollapse) ? ['e collapses'] : []),
      ...(canEdit ? ['l draws a dependency', 'Delete removes one'] : []),
      'z selection',
      'm overview',
      '+ \u2212 0 or Ctrl+wheel zoom',
      ...(hasTimeline ? ['t timeline'] : []),
    ];
    const words = keys.join(', ');
    setText(this.#help, words);
    this.#help.title = words;
    const statuses = STATUSES.filter(([status]) => nodes.some((node) => node.status === status));
    const arrows = EDGES.filter(([kind]) => edges.some((edge) => edge.kind === kind));
    const content = [...statuses, ...arrows, [criticalPath ? 'critical' : '']].map(([name]) => name).join();
    if (content === this.#shown) return;
    this.#shown = content;
    this.#list.replaceChildren(
      ...statuses.map(([status, word]) => key(statusIcon(status), word, status)),
      ...arrows.map(([kind, word]) => key(sample(kind), word, '')),
      ...(criticalPath === null ? [] : [key(sample('waiting critical'), 'Critical path', '')]),
    );
  }
}

/** A picture with its word; of a status, in its colour. */
export const key = (picture: Element, word: string, status: string): HTMLLIElement => {
  const item = html('li', 'key');
  if (status) item.dataset.status = status;
  item.append(picture, html('span', '', word));
  return item;
};

const sample = (kind: string): SVGElement => {
  const picture = svg('svg', { class: 'sample', viewBox: '0 0 28 10', 'aria-hidden': 'true' });
  const edge = svg('g', { class: `edge ${kind}` });
  edge.append(
    svg('path', { class: 'line', d: 'M0 5H20' }),
    svg('path', { class: 'arrow', d: 'M28 5L20 1.5V8.5Z' }),
  );
  picture.append(edge);
  return picture;
};
