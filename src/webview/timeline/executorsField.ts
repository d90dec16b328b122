import { html, setText } from '../kit/dom';
import { MINUS, PLUS, toolButton } from '../kit/toolButton';
import { wordButton } from '../kit/wordButton';
import type { TimelineChart } from '../protocol/timelineMessages';

/** How many work at the same time: a field between two buttons, and the number that is best. */
export class ExecutorsField {
  readonly element = html('div', 'executors');
  readonly #input = html('input', 'query count');
  readonly #fewer = toolButton('One executor fewer', MINUS, () => this.#step(-1));
  readonly #more = toolButton('One executor more', PLUS, () => this.#step(1));
  readonly #best = wordButton('', () => this.#ask(null));
  readonly #ask: (executors: number | null) => void;
  /** What was asked for last, which the answer may not have caught up with. */
  #count = 1;
  #fewest = 1;
  #most = 1;

  constructor(ask: (executors: number | null) => void) {
    this.#ask = ask;
    const label = html('label', '', 'Executors');
    const input = this.#input;
    input.type = 'number';
    input.id = 'executors';
    input.min = '1';
    label.htmlFor = input.id;
    input.addEventListener('change', () => this.#choose(input.valueAsNumber));
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', 'Number of executors');
    this.element.append(label, this.#fewer, input, this.#more, this.#best);
  }

  show({ executors, best, fewest, most }: TimelineChart): void {
    this.#fewest = fewest;
    this.#most = most;
    this.#input.min = String(fewest);
    this.#input.max = String(most);
    setText(this.#best, `Best: ${best}`);
    this.#best.title = 'As many executors as are worthwhile: more would hardly help';
    this.#best.setAttribute('aria-pressed', String(executors.length === best));
    this.#showCount(executors.length);
  }

  #step(by: number): void {
    this.#choose(this.#count + by);
  }

  #choose(wanted: number): void {
    const whole = Number.isFinite(wanted) ? Math.round(wanted) : this.#count;
    const count = Math.max(this.#fewest, Math.min(this.#most, whole));
    const isOther = count !== this.#count;
    this.#showCount(count);
    if (isOther) this.#ask(count);
  }

  #showCount(count: number): void {
    this.#count = count;
    this.#input.value = String(count);
    // not `disabled`, which would take the focus away
    this.#fewer.setAttribute('aria-disabled', String(count <= this.#fewest));
    this.#more.setAttribute('aria-disabled', String(count >= this.#most));
  }
}
