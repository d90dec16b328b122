import type { GraphModel } from '../protocol/messages';
import type { Tone } from '../protocol/runMessages';
import { html } from './dom';
import { legendOf, tonesIn } from './legend';
import { wordButton } from './wordButton';

type Entry = readonly [keys: readonly string[], words: string];
type Section = readonly [title: string, entries: readonly Entry[]];

/** All keys of the page and what the pictures mean, over the page until it is closed. */
export class HelpSheet {
  readonly element = html('dialog', 'sheet');
  readonly #sections = html('div', 'sections');
  #shown = '';

  constructor() {
    const title = html('h2', '', 'Keys and legend');
    title.id = 'sheet-title';
    this.element.setAttribute('aria-labelledby', title.id);
    const head = html('div', 'sheet-head');
    head.append(
      title,
      wordButton('Close', () => this.element.close()),
    );
    this.element.append(head, this.#sections);
    // what lies around it is the dialog itself, as far as a click is concerned
    this.element.addEventListener('click', ({ target }) => target === this.element && this.element.close());
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** @param tones what runs say of the cards */
  show(model: GraphModel, tones: ReadonlySet<Tone>): void {
    const sections = sectionsOf(model);
    const legend = [...legendOf(model), ...tonesIn(tones)];
    const content = JSON.stringify([sections, legend.map(({ textContent }) => textContent)]);
    if (content === this.#shown) return;
    this.#shown = content;
    const list = html('ul', 'keys');
    list.append(...legend);
    this.#sections.replaceChildren(
      ...sections.map(([title, entries]) => section(title, entriesList(entries))),
      section('What you see', list),
    );
  }

  open(): void {
    if (!this.element.open) this.element.showModal();
  }

  /** Nothing of the page below hears the keys. */
  #onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== '?') return;
    event.preventDefault();
    this.element.close();
  }
}

const sectionsOf = ({
  criticalPath,
  bands,
  canEdit,
  redundant,
  hasTimeline,
}: GraphModel): readonly Section[] => [
  [
    'Walk',
    [
      [['\u2190', '\u2192'], 'To what it depends on, to what depends on it'],
      [['\u2191', '\u2193'], 'Within the level'],
      [['Home', 'End'], 'To the first, to the last'],
      [['Enter'], 'Opens it'],
      [['Shift+F10'], 'All actions for it'],
    ],
  ],
  [
    'Find',
    [
      [['/', 'Ctrl+F'], 'Search; Enter or \u2193 goes to the first hit, Escape back'],
      [['n', 'Shift+N'], 'To the next hit, to the previous one'],
      [['f'], 'Only what it depends on and what depends on it'],
      ...(criticalPath === null ? [] : [entry('c', 'Only the critical path')]),
      [['Escape'], 'Everything again'],
    ],
  ],
  [
    'Look',
    [
      [['+', '\u2212'], 'Zoom; with the mouse Ctrl and the wheel'],
      [['0'], 'The whole graph in the window'],
      [['z'], 'To the selection and back'],
      [['m'], 'Overview, if the graph is larger than the window'],
      ...(bands.some(({ canCollapse }) => canCollapse) ? [entry('e', 'Collapses or expands the level')] : []),
      ...(redundant.length > 0 ? [entry('r', 'Dependencies that follow from others')] : []),
      ...(hasTimeline ? [entry('t', 'Timeline and back')] : []),
      [['?'], 'This sheet'],
    ],
  ],
  ...(canEdit
    ? [
        [
          'Change',
          [
            entry('l', 'Draws a dependency from it: move to the other, then Enter'),
            entry('Delete', 'Removes one of its dependencies'),
            entry('Ctrl+Z', 'Undoes the last change'),
          ],
        ] satisfies Section,
      ]
    : []),
];

const entry = (key: string, words: string): Entry => [[key], words];

const section = (title: string, content: HTMLElement): HTMLElement => {
  const element = html('section', '');
  element.append(html('h3', '', title), content);
  return element;
};

const entriesList = (entries: readonly Entry[]): HTMLElement => {
  const list = html('dl', 'entries');
  for (const [keys, words] of entries) {
    const term = html('dt', '');
    for (const name of keys) term.append(html('kbd', '', name), ' ');
    list.append(term, html('dd', '', words));
  }
  return list;
};
