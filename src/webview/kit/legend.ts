import type { Status } from '../../engine/model/achievement';
import type { GraphEdge, GraphModel } from '../protocol/messages';
import type { Tone } from '../protocol/runMessages';
import { html, svg } from './dom';
import { statusIcon } from './icons';
import { TONES, toneIcon } from './toneIcons';
import { wordButton } from './wordButton';

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

/** What the pictures and lines mean, as far as they occur, and the keys to begin with. */
export class Legend {
  readonly element = html('footer', 'legend graph-only');
  readonly #list = html('ul', 'keys');
  #shown = '';

  /** `showAll` opens the sheet with all keys. */
  constructor(showAll: () => void) {
    this.#list.setAttribute('aria-label', 'Legend');
    const help = html('p', 'help', 'Arrow keys move, Enter opens, / searches');
    help.id = 'help';
    this.element.append(this.#list, help, allKeysButton(showAll));
  }

  /** @param tones what runs say of the cards */
  show(model: GraphModel, tones: ReadonlySet<Tone>): void {
    const items = [...legendOf(model), ...tonesIn(tones)];
    const content = items.map(({ textContent }) => textContent).join();
    if (content === this.#shown) return;
    this.#shown = content;
    this.#list.replaceChildren(...items);
  }
}

/** Opens the sheet with all keys. */
export const allKeysButton = (showAll: () => void): HTMLButtonElement => {
  const button = wordButton('All keys (?)', showAll);
  button.classList.add('all-keys');
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-keyshortcuts', '?');
  return button;
};

/** An entry for each status and kind of line that occurs. */
export const legendOf = ({ nodes, edges, criticalPath }: GraphModel): readonly HTMLLIElement[] => [
  ...STATUSES.filter(([status]) => nodes.some((node) => node.status === status)).map(([status, word]) =>
    key(statusIcon(status), word, status),
  ),
  ...EDGES.filter(([kind]) => edges.some((edge) => edge.kind === kind)).map(([kind, word]) =>
    key(sample(kind), word, ''),
  ),
  ...(criticalPath === null ? [] : [key(sample('waiting critical'), 'Critical path', '')]),
];

/** An entry for each of what runs say of cards. */
export const tonesIn = (tones: ReadonlySet<Tone>): readonly HTMLLIElement[] =>
  TONES.filter(([tone]) => tones.has(tone)).map(([tone, word]) => {
    const item = key(toneIcon(tone), word, '');
    item.dataset.run = tone;
    return item;
  });

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
