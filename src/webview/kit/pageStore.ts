import { type Arrangement, isPageState, type PageState } from '../protocol/messages';
import type { TabState } from '../protocol/timelineMessages';

/** What the editor keeps for a page. */
export interface StateKeeper {
  getState(): unknown;
  setState(state: PageState): void;
}

/** The state is stored at most once in so many milliseconds: at once when nothing changed for as long. */
const REST_MS = 200;

type KnownState = Omit<PageState, 'planUri'> & { readonly planUri: string | undefined };

const NEW: KnownState = {
  planUri: undefined,
  view: null,
  current: null,
  arrangement: { choices: [], redundant: false },
  minimap: true,
  tabs: null,
};

/** The state of the page across reloads; stored once it is known which plan it is about. */
export class PageStore {
  readonly #keeper: StateKeeper;
  #state: KnownState;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #isStored = true;

  constructor(keeper: StateKeeper) {
    this.#keeper = keeper;
    const stored = keeper.getState();
    this.#state = isPageState(stored) ? stored : NEW;
  }

  /** How the plan of the page is arranged, known before the plan is. */
  get arrangement(): Arrangement {
    return this.#state.arrangement;
  }

  /** The tab of the page, known before the plan is; undefined while nobody changed it. */
  get tabs(): TabState | undefined {
    return this.#state.tabs ?? undefined;
  }

  /** How a plan was looked at last; undefined where it is another one. */
  recall(planUri: string): Omit<KnownState, 'planUri'> | undefined {
    return this.#state.planUri === planUri ? this.#state : undefined;
  }

  /** Keeps a change; the view of another plan goes with it. */
  remember(change: Partial<KnownState>): void {
    const { planUri } = this.#state;
    const isOther = change.planUri !== undefined && planUri !== undefined && change.planUri !== planUri;
    this.#state = { ...this.#state, ...(isOther ? { view: null, current: null } : {}), ...change };
    this.#isStored = false;
    if (this.#resting === undefined) this.#store();
  }

  /** Stores what is not stored yet, then rests; a window that is reloaded right after a key loses nothing. */
  #store(): void {
    this.#resting = undefined;
    const { planUri, ...rest } = this.#state;
    if (this.#isStored || planUri === undefined) return;
    this.#isStored = true;
    this.#keeper.setState({ planUri, ...rest });
    this.#resting = setTimeout(() => this.#store(), REST_MS);
  }
}
