import { isPageState, type PageState, type View } from './messages';
import type { TabState } from './timelineMessages';

/** What the editor keeps for a page. */
export interface StateKeeper {
  getState(): unknown;
  setState(state: PageState): void;
}

/** How long the page rests before its state is stored. */
const REST_MS = 200;

type KnownState = Omit<PageState, 'planUri'> & { readonly planUri: string | undefined };

/** The state of the page across reloads; stored once it is known which plan it is about. */
export class PageStore {
  readonly #keeper: StateKeeper;
  #state: KnownState;
  #storing: ReturnType<typeof setTimeout> | undefined;

  constructor(keeper: StateKeeper) {
    this.#keeper = keeper;
    const stored = keeper.getState();
    this.#state = isPageState(stored) ? stored : { planUri: undefined, view: null, tabs: null };
  }

  recall(planUri: string): View | undefined {
    return this.#state.planUri === planUri ? (this.#state.view ?? undefined) : undefined;
  }

  remember(planUri: string, view: View): void {
    this.#store({ ...this.#state, planUri, view });
  }

  recallTabs(): TabState | undefined {
    return this.#state.tabs ?? undefined;
  }

  rememberTabs(tabs: TabState, planUri = this.#state.planUri): void {
    const view = planUri === this.#state.planUri ? this.#state.view : null;
    this.#store({ planUri, view, tabs });
  }

  #store(state: KnownState): void {
    this.#state = state;
    clearTimeout(this.#storing);
    this.#storing = setTimeout(() => {
      const { planUri, ...rest } = this.#state;
      if (planUri !== undefined) this.#keeper.setState({ planUri, ...rest });
    }, REST_MS);
  }
}
