import type { Logger } from '../../../engine/files';
import type { Disposable } from '../../../shared/dispose';
import { breathe, type Pace } from '../../../shared/pace';
import { finishedWith, type Steps } from '../../../shared/steps';
import { messageOf } from '../../../shared/userError';
import type { Arrangement, GraphModel, PostedMessage } from '../../../webview/protocol/messages';
import { structureOf } from '../layout/structure';
import { AS_IT_IS } from '../model/graphModel';

/** What makes a model, in small steps. */
export type GraphSteps = Steps<GraphModel>;

export interface GraphFeedOptions {
  /** What makes the model of what there is to show now, arranged like that; undefined when it is gone. */
  readonly steps: (arrangement: Arrangement) => GraphSteps | undefined;
  /** From the text of a structure to a layout as JSON; `signal` says that it is not waited for any more. */
  readonly layout: (structure: string, signal: AbortSignal) => Promise<string>;
  readonly post: (message: PostedMessage) => void;
  /** Makes room for others while much is drawn. */
  readonly pace: Pace;
  readonly logger: Logger;
  /** What the page shows once it is gone. */
  readonly goneText: string;
}

interface Asked {
  readonly structure: string;
  readonly layout: Promise<string>;
  readonly drop: () => void;
}

/**
 * Keeps one page up to date: sends the model when it differs from the one sent last, asks for a layout only
 * when the structure differs, drops the layout that a newer structure makes useless, and never lets an older answer
 * overtake a newer one. Models and layouts are texts here: only the page looks inside.
 */
export class GraphFeed implements Disposable {
  readonly #options: GraphFeedOptions;
  #arrangement = AS_IT_IS;
  #running: Promise<void> | undefined;
  #isStale = false;
  #sent = '';
  #sentLayout: string | undefined;
  /** The layout that is waited for. */
  #asked: Asked | undefined;
  /** The last one that came. */
  #laid: { readonly structure: string; readonly layout: string } | undefined;
  #overtake: () => void = () => undefined;

  constructor(options: GraphFeedOptions) {
    this.#options = options;
  }

  /** Has the layout made while the page is not there yet. Never rejects: what fails is said when the page asks. */
  prepare(): Promise<void> {
    return this.#prepare().catch(() => undefined);
  }

  /** Sends everything again: the page is new. */
  restart(arrangement: Arrangement): Promise<void> {
    this.#arrangement = arrangement;
    this.#sent = '';
    this.#sentLayout = undefined;
    return this.refresh();
  }

  /** Shows it in another way. */
  arrange(arrangement: Arrangement): Promise<void> {
    this.#arrangement = arrangement;
    return this.refresh();
  }

  /** Resolves when the page has been sent everything as it is. Never rejects. */
  refresh(): Promise<void> {
    this.#isStale = true;
    this.#overtake();
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Waits for no layout any more. */
  dispose(): void {
    this.#drop();
  }

  async #prepare(): Promise<void> {
    const { steps, pace } = this.#options;
    const current = steps(this.#arrangement);
    const model = current && (await finishedWith(current, pace, () => this.#running === undefined));
    if (model && this.#running === undefined) this.#asked ??= this.#ask(structureOf(model));
  }

  async #run(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      try {
        await this.#send();
      } catch (error) {
        this.#options.logger.error('The graph could not be drawn', error);
        this.#sent = '';
        this.#options.post({ type: 'notice', text: `The graph could not be drawn: ${messageOf(error)}` });
      }
    }
  }

  async #send(): Promise<void> {
    const { steps, post, pace, goneText } = this.#options;
    const current = steps(this.#arrangement);
    if (!current) {
      this.#sent = '';
      this.#drop();
      post({ type: 'notice', text: goneText });
      return;
    }
    const model = await finishedWith(current, pace, () => !this.#isStale);
    if (!model) return;
    await breathe(pace);
    const content = JSON.stringify(model);
    if (this.#isStale) return;
    if (content === this.#sent) {
      this.#drop();
      return;
    }
    await breathe(pace);
    const layout = await this.#layoutOf(structureOf(model));
    if (layout === undefined || this.#isStale) return;
    post({ type: 'graph', model: content, layout: layout === this.#sentLayout ? null : layout });
    this.#sent = content;
    this.#sentLayout = layout;
  }

  /** Undefined when something newer came before it. */
  async #layoutOf(structure: string): Promise<string | undefined> {
    if (this.#asked?.structure !== structure) this.#drop();
    if (this.#laid?.structure === structure) return this.#laid.layout;
    if (this.#isStale) return undefined;
    this.#asked ??= this.#ask(structure);
    const news = new Promise<undefined>((resolve) => {
      this.#overtake = () => resolve(undefined);
    });
    try {
      const layout = await Promise.race([this.#asked.layout, news]);
      if (layout === undefined) return undefined;
      this.#laid = { structure, layout };
      this.#asked = undefined;
      return layout;
    } catch (error) {
      this.#drop();
      throw error;
    }
  }

  #ask(structure: string): Asked {
    const controller = new AbortController();
    const layout = this.#options.layout(structure, controller.signal);
    // whoever waits hears of a failure, but perhaps nobody waits any more
    layout.catch(() => undefined);
    return { structure, layout, drop: () => controller.abort() };
  }

  #drop(): void {
    this.#asked?.drop();
    this.#asked = undefined;
  }
}
