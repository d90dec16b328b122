import type { Locator, Page } from '@playwright/test';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import type { Theme } from '../../support/themes';
import { timelineOf } from '../../support/timelinePlans';
import type { GraphPage } from './graphPage';

/** The timeline of the graph page, answered as the panel would answer it. */
export class TimelinePage {
  #plan: AnalysedPlan | undefined;

  constructor(readonly graph: GraphPage) {}

  get page(): Page {
    return this.graph.page;
  }

  /** Loads the page with the graph of a plan, without the timeline. */
  async load(plan: AnalysedPlan, theme?: Theme): Promise<void> {
    this.#plan = plan;
    await this.graph.open(plan, theme);
  }

  /** Loads the page and shows the timeline of a plan. */
  async open(plan: AnalysedPlan, theme?: Theme): Promise<void> {
    await this.load(plan, theme);
    await this.page.keyboard.press('t');
    await this.answer();
  }

  /** Answers what the page asked for last. */
  async answer(): Promise<void> {
    const { executors } = await this.graph.asked('timeline');
    await this.show(this.#plan, executors);
  }

  /** Shows the timeline of a plan for so many executors, or for the best number; resolves when no bar moves any more. */
  async show(plan = this.#plan, executors: number | null = null): Promise<void> {
    if (!plan) throw new Error('the page was not loaded');
    await this.graph.send({ type: 'timeline', model: timelineOf(plan, executors) });
    await this.graph.still();
  }

  /** Notes which bars glide to another place, from now on. */
  async watchMotion(): Promise<void> {
    await this.page.evaluate(() => {
      const glided = new Set<string | undefined>();
      Object.assign(window, { glided });
      document.addEventListener('transitionrun', ({ target }) => {
        if (target instanceof HTMLElement) glided.add(target.dataset.bar);
      });
    });
  }

  /** The bars that did so. */
  glided(): Promise<readonly string[]> {
    return this.page.evaluate(() => [...(window as unknown as { glided: Set<string> }).glided]);
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name });
  }

  /** The bar of an achievement. */
  bar(id: string): Locator {
    return this.page.locator(`.time-bar[data-bar="${id}"]`);
  }

  /** The field for the number of executors. */
  get executors(): Locator {
    return this.page.getByRole('spinbutton', { name: 'Executors' });
  }

  get headline(): Locator {
    return this.page.locator('.headline');
  }

  /** The part that scrolls, with the bars in it. */
  get gantt(): Locator {
    return this.page.locator('.gantt');
  }

  /** Id of the achievement whose bar has the focus. */
  focusedBar(): Promise<string | undefined> {
    return this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.bar);
  }

  /** Puts the focus from the field for executors back into the bars with the keyboard alone. */
  async tabIntoBars(): Promise<void> {
    await this.executors.focus();
    for (let presses = 0; presses < 10 && (await this.focusedBar()) === undefined; presses++) {
      await this.page.keyboard.press('Shift+Tab');
    }
  }
}
