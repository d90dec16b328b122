import type { Status } from '../../engine/model/achievement';
import { html } from '../kit/dom';
import { statusIcon } from '../kit/icons';
import { allKeysButton, key, STATUSES } from '../kit/legend';
import type { TimelineBar, TimelineChart } from '../protocol/timelineMessages';

/** What bars can be besides their status: the class they have, and the word for it. */
const KINDS: readonly (readonly [name: string, word: string, isOne: (bar: TimelineBar) => boolean])[] = [
  ['critical', 'Critical', ({ critical }) => critical],
  ['assumed', 'No estimate', ({ assumed }) => assumed],
];

/** What the pictures and frames of the bars mean, as far as they occur, and the keys. */
export class TimelineLegend {
  readonly element = html('div', 'legend');
  readonly #list = html('ul', 'keys');
  #shown = '';

  /** `showAll` opens the sheet with all keys. */
  constructor(showAll: () => void) {
    this.#list.setAttribute('aria-label', 'Legend');
    const help = html('p', 'help', 'Arrow keys move, Enter opens, + \u2212 0 zoom, t shows the graph');
    help.id = 'timeline-help';
    this.element.append(this.#list, help, allKeysButton(showAll));
  }

  show({ bars }: TimelineChart): void {
    const statuses = STATUSES.filter(([status]) => bars.some((bar) => bar.status === status));
    const kinds = KINDS.filter(([, , isOne]) => bars.some(isOne));
    const content = [...statuses, ...kinds].map(([name]) => name).join();
    if (content === this.#shown) return;
    this.#shown = content;
    this.#list.replaceChildren(
      ...statuses.map(([status, word]) => statusKey(status, word)),
      ...kinds.map(([name, word]) => key(html('span', `time-sample ${name}`), word, '')),
    );
  }
}

/** Work in progress has a stripe besides its picture, which is all a short bar has room for. */
const statusKey = (status: Status, word: string): HTMLLIElement => {
  const item = key(statusIcon(status), word, status);
  if (status === 'in_progress') item.prepend(html('span', 'time-sample running'));
  return item;
};
