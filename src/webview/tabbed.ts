import type { PageStore } from './kit/pageStore';
import { Tabs } from './kit/tabs';
import { isTyping } from './kit/typing';
import type { GraphModel } from './protocol/messages';
import type { RunPicture } from './protocol/runTimeline';
import type { Tab, TabState, TimelineHostMessage, TimelinePageMessage } from './protocol/timelineMessages';
import { Timeline } from './timeline/timeline';

export interface TabbedHost {
  post(message: TimelinePageMessage | { readonly type: 'open'; readonly id: string }): void;
  readonly store: PageStore;
  /** Shows all keys. */
  help(): void;
  /** Gives the focus to what it belongs to in the tab that is shown. */
  goHome(): void;
}

/** Graph and timeline as tabs of the page. The editor works out the timeline only while its tab is shown. */
export class Tabbed {
  readonly #host: TabbedHost;
  readonly #tabs = new Tabs((tab) => this.#show(tab));
  readonly #timeline: Timeline;
  #state: TabState;
  /** The focus is to go to the bars once they are there. */
  #isWaiting = false;
  /** Known with the plan. */
  #hasTimeline = false;

  /** `graph` is what the first tab shows. */
  constructor(host: TabbedHost, graph: HTMLElement) {
    this.#host = host;
    this.#timeline = new Timeline({
      ask: (executors) => this.#ask(executors),
      open: (id) => host.post({ type: 'open', id }),
      help: () => host.help(),
    });
    asPanel(graph, 'graph');
    asPanel(this.#timeline.element, 'timeline');
    document.addEventListener('keydown', (event) => this.#onKey(event));
    this.#state = host.store.tabs ?? { tab: 'graph', executors: null };
    this.#dress();
  }

  /** The tabs themselves. */
  get list(): HTMLElement {
    return this.#tabs.element;
  }

  /** What the second tab shows. */
  get panel(): HTMLElement {
    return this.#timeline.element;
  }

  /** Whether there is a timeline at all. */
  show({ hasTimeline }: GraphModel): void {
    this.#hasTimeline = hasTimeline;
    this.#tabs.element.hidden = !hasTimeline;
  }

  /** Gives the focus to the current bar, or to the tab until there are bars; whether the timeline is shown. */
  takeFocus(): boolean {
    if (this.#state.tab !== 'timeline') return false;
    this.#isWaiting = !this.#timeline.takeFocus();
    if (this.#isWaiting) this.#tabs.focus('timeline');
    return true;
  }

  /** The page can talk to the editor: asks for what is shown. */
  start(): void {
    if (this.#state.tab === 'timeline') this.#ask(this.#state.executors);
  }

  /** The last run of the plan, beside its schedule. */
  showRun(picture: RunPicture | null): void {
    this.#timeline.showRun(picture);
  }

  receive(message: TimelineHostMessage): void {
    if (message.type === 'tab') this.#show(message.tab);
    else {
      this.#host.store.remember({ planUri: message.model.planUri, tabs: this.#state });
      this.#timeline.show(message.model);
      if (this.#isWaiting && this.#tabs.hasFocus('timeline')) this.#timeline.takeFocus();
      this.#isWaiting = false;
    }
  }

  #show(tab: Tab): void {
    if (tab === this.#state.tab) return;
    this.#state = { ...this.#state, tab };
    this.#dress();
    if (tab === 'timeline') this.#ask(this.#state.executors);
    else {
      this.#host.store.remember({ tabs: this.#state });
      this.#host.post({ type: 'timelineClosed' });
    }
  }

  #ask(executors: number | null): void {
    this.#state = { ...this.#state, executors };
    this.#host.store.remember({ tabs: this.#state });
    this.#host.post({ type: 'timeline', executors });
  }

  #dress(): void {
    document.body.dataset.tab = this.#state.tab;
    this.#tabs.show(this.#state.tab);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event) || !this.#hasTimeline) return;
    event.preventDefault();
    this.#show(this.#state.tab === 'graph' ? 'timeline' : 'graph');
    this.#host.goHome();
  }
}

const asPanel = (element: HTMLElement, tab: Tab): void => {
  element.id = `panel-${tab}`;
  element.setAttribute('role', 'tabpanel');
  element.setAttribute('aria-labelledby', `tab-${tab}`);
};
