import type { Logger } from '../../engine/files';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { messageOf } from '../../shared/userError';
import type { Arrangement, GraphModel, HostMessage, Layout } from '../../webview/messages';
import { AS_IT_IS, graphModelOf } from './graphModel';
import { structureOf } from './structure';

export interface GraphFeedOptions {
  /** The plan as it is now; undefined when it is gone. */
  readonly plan: () => AnalysedPlan | undefined;
  readonly layout: (model: GraphModel) => Promise<Layout>;
  readonly post: (message: HostMessage) => void;
  readonly logger: Logger;
  /** What the page shows once the plan is gone. */
  readonly goneText: string;
}

/**
 * Keeps one page up to date: sends the model when it differs from the one sent last, lays out again only
 * when the structure differs, and never lets an older answer overtake a newer one.
 */
export class GraphFeed {
  readonly #options: GraphFeedOptions;
  #arrangement = AS_IT_IS;
  #running: Promise<void> | undefined;
  #isStale = false;
  #sent = '';
  #sentLayout: Layout | undefined;
  #laid: { readonly structure: string; readonly layout: Layout } | undefined;

  constructor(options: GraphFeedOptions) {
    this.#options = options;
  }

  /** Sends everything again: the page is new. */
  restart(arrangement: Arrangement): Promise<void> {
    this.#arrangement = arrangement;
    this.#sent = '';
    this.#sentLayout = undefined;
    return this.refresh();
  }

  /** Shows the plan in another way. */
  arrange(arrangement: Arrangement): Promise<void> {
    this.#arrangement = arrangement;
    return this.refresh();
  }

  /** Resolves when the page has been sent the plan as it is. Never rejects. */
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
    const { plan, post, goneText } = this.#options;
    const current = plan();
    if (!current) {
      this.#sent = '';
      post({ type: 'notice', text: goneText });
      return;
    }
    const model = graphModelOf(current, this.#arrangement);
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
