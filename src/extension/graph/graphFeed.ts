import type { Logger } from '../../engine/files';
import { type Pace, paced } from '../../shared/pace';
import { messageOf } from '../../shared/userError';
import type { GraphModel, HostMessage, Layout } from '../../webview/messages';
import { structureOf } from './structure';

/** What makes a model, in small steps. */
export type GraphSteps = Generator<undefined, GraphModel>;

export interface GraphFeedOptions {
  /** What makes the model of what there is to show now; undefined when it is gone. */
  readonly steps: () => GraphSteps | undefined;
  readonly layout: (model: GraphModel) => Promise<Layout>;
  readonly post: (message: HostMessage) => void;
  /** Makes room for others while much is drawn. */
  readonly pace: Pace;
  readonly logger: Logger;
  /** What the page shows once it is gone. */
  readonly goneText: string;
}

/**
 * Keeps one page up to date: sends the model when it differs from the one sent last, lays out again only
 * when the structure differs, and never lets an older answer overtake a newer one.
 */
export class GraphFeed {
  readonly #options: GraphFeedOptions;
  #running: Promise<void> | undefined;
  #isStale = false;
  #sent = '';
  #sentLayout: Layout | undefined;
  #laid: { readonly structure: string; readonly layout: Layout } | undefined;

  constructor(options: GraphFeedOptions) {
    this.#options = options;
  }

  /** Sends everything again: the page is new. */
  restart(): Promise<void> {
    this.#sent = '';
    this.#sentLayout = undefined;
    return this.refresh();
  }

  /** Resolves when the page has been sent everything as it is. Never rejects. */
  refresh(): Promise<void> {
    this.#isStale = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
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
    const current = steps();
    if (!current) {
      this.#sent = '';
      post({ type: 'notice', text: goneText });
      return;
    }
    const model = await paced(current, pace);
    if (this.#isStale) return;
    const content = JSON.stringify(model);
    if (content === this.#sent) return;
    const layout = await this.#layoutOf(model);
    if (this.#isStale) return;
    post({ type: 'graph', model, layout: layout === this.#sentLayout ? null : layout });
    this.#sent = content;
    this.#sentLayout = layout;
  }

  async #layoutOf(model: GraphModel): Promise<Layout> {
    const structure = structureOf(model);
    if (this.#laid?.structure !== structure) {
      this.#laid = { structure, layout: await this.#options.layout(model) };
    }
    return this.#laid.layout;
  }
}
