import { sentence } from '../../shared/sentence';
import { html, setText } from '../kit/dom';
import { statusIcon } from '../kit/icons';
import type { TimelineBar } from '../protocol/timelineMessages';

/** Pixels that a letter of an id takes, and what else a bar with its id, its picture, its title and words takes. */
const LETTER = 8;
const ROOM: Readonly<Record<string, number>> = {
  'has-id': 14,
  'has-picture': 54,
  'has-title': 96,
  'has-words': 190,
};

/** Where a bar is, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The bar of one achievement. It stays the same element when its place changes, so that it can be seen to move. */
export class Bar {
  readonly element = html('div', 'time-bar');
  readonly #face = html('div', 'time-face');
  readonly #picture = html('span', 'time-picture');
  readonly #id = html('span', 'time-id');
  readonly #title = html('span', 'time-title');
  readonly #word = html('span', 'time-word');
  #shown: TimelineBar | undefined;

  constructor(id: string, elementId: string) {
    this.element.id = elementId;
    this.element.dataset.bar = id;
    this.element.setAttribute('role', 'gridcell');
    this.element.tabIndex = -1;
    this.#face.append(this.#picture, this.#id, ' ', this.#title, ' ', this.#word);
    this.element.append(this.#face);
  }

  show(bar: TimelineBar, column: number): void {
    this.element.setAttribute('aria-colindex', String(column));
    if (bar === this.#shown) return;
    const { id, title, status, critical, assumed, facts, tags } = bar;
    if (status !== this.#shown?.status) this.#picture.replaceChildren(statusIcon(status));
    this.#shown = bar;
    this.element.dataset.status = status;
    this.element.classList.toggle('critical', critical);
    this.element.classList.toggle('assumed', assumed);
    this.element.classList.toggle('running', status === 'in_progress');
    this.element.setAttribute('aria-label', labelOf(bar));
    this.#face.title = [`${id}  ${title}`, '', ...facts.map(sentence)].join('\n');
    setText(this.#id, id);
    setText(this.#title, title);
    setText(this.#word, wordsOn(bar).join(', '));
    const context = { webviewSection: 'achievement', achievementId: id, achievementTags: tags };
    this.element.dataset.vscodeContext = JSON.stringify(context);
  }

  place({ x, y, width }: Place): void {
    const { style, classList } = this.element;
    style.translate = `${x}px ${y}px`;
    style.width = `${width}px`;
    const room = width - LETTER * (this.#shown?.id.length ?? 0);
    for (const [name, least] of Object.entries(ROOM)) classList.toggle(name, room >= least);
  }
}

/** What is written on the bar beside its title. */
const wordsOn = ({ critical, assumed, status }: TimelineBar): readonly string[] => [
  ...(critical ? ['critical'] : []),
  ...(status === 'in_progress' ? ['in progress'] : []),
  ...(assumed ? ['no estimate'] : []),
];

/** What a screen reader says: first what is written on the bar, so that a voice control knows it by that. */
const labelOf = (bar: TimelineBar): string => {
  const words = wordsOn(bar);
  const rest = bar.facts.filter((fact) => !words.includes(fact));
  return [`Achievement ${bar.id} ${bar.title}`, ...words, ...rest].join(', ');
};
