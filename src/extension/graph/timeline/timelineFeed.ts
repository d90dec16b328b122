import type { Logger } from '../../../engine/files';
import type { AnalysedPlan } from '../../../engine/model/analysis';
import { USUAL_FORECAST } from '../../../engine/schedule/forecast';
import type { Network } from '../../../engine/schedule/network';
import { networkIn } from '../../../engine/schedule/networkIn';
import type { Scheduler } from '../../../engine/schedule/scheduler';
import type { Schedules } from '../../../engine/schedule/schedules';
import type { Pace } from '../../../shared/pace';
import { finishedWith, type Steps } from '../../../shared/steps';
import { messageOf } from '../../../shared/userError';
import type { TimelineHostMessage, TimelineModel } from '../../../webview/protocol/timelineMessages';
import { makingTimeline, nothingDrawn } from './timelineModel';

export interface TimelineFeedOptions {
  readonly planUri: string;
  /** The plan as it is now; undefined when it is gone. */
  readonly plan: () => AnalysedPlan | undefined;
  /** What a run of the plan has landed: it is not left to do. */
  readonly landed: () => ReadonlySet<string>;
  /** Asked for with the first timeline. */
  readonly scheduler: () => Promise<Scheduler>;
  readonly pace: Pace;
  readonly post: (message: TimelineHostMessage) => void;
  readonly logger: Logger;
  /** What the page shows once the plan is gone. */
  readonly goneText: string;
}

/**
 * Sends the page its timeline while it is open: when asked, and again whenever the plan is another. The work is done
 * in small pieces, and dropped where a newer question makes it useless.
 */
export class TimelineFeed {
  readonly #options: TimelineFeedOptions;
  /** What the page wants to see; undefined while its timeline is closed. */
  #asked: { readonly executors: number | null } | undefined;
  /** What the last question was about. */
  #answering:
    | { readonly plan: AnalysedPlan | undefined; readonly landed: string; readonly asked: unknown }
    | undefined;
  #made: Schedules | undefined;

  constructor(options: TimelineFeedOptions) {
    this.#options = options;
  }

  /** The timeline is open: for so many executors, or the best number of them. */
  ask(executors: number | null): Promise<void> {
    this.#asked = { executors };
    return this.refresh();
  }

  /** Nobody looks at it any more. */
  close(): void {
    this.#asked = undefined;
    this.#answering = undefined;
    this.#made = undefined;
  }

  /** Resolves when the page was sent the plan as it is, or somebody asked for something else. Never rejects. */
  async refresh(): Promise<void> {
    const asked = this.#asked;
    const plan = this.#options.plan();
    const question = { plan, landed: [...this.#options.landed()].join(), asked };
    const before = this.#answering;
    const isSame = before?.plan === plan && before?.asked === asked && before?.landed === question.landed;
    if (!asked || isSame) return;
    this.#answering = question;
    const { post, logger, planUri } = this.#options;
    try {
      const model = await this.#modelOf(plan, asked.executors, () => this.#answering === question);
      if (model) post({ type: 'timeline', model });
    } catch (error) {
      logger.error('The schedule could not be made', error);
      const text = `The schedule could not be made: ${messageOf(error)}`;
      post({ type: 'timeline', model: nothingDrawn(planUri, text) });
    }
  }

  /** Undefined as soon as it is not wanted any more. */
  async #modelOf(
    plan: AnalysedPlan | undefined,
    executors: number | null,
    isWanted: () => boolean,
  ): Promise<TimelineModel | undefined> {
    const { planUri, pace, goneText } = this.#options;
    if (!plan) return nothingDrawn(planUri, goneText);
    const network = networkIn(plan, this.#options.landed());
    const scheduler = await this.#options.scheduler();
    const schedules = network && this.#schedulesOf(network, scheduler);
    return finishedWith(planningTimeline(plan, schedules, executors, scheduler), pace, isWanted);
  }

  /** The curve is the same however many executors are asked for, so it is kept as long as the plan is. */
  #schedulesOf(network: Network, scheduler: Scheduler): Schedules {
    if (this.#made?.network !== network) this.#made = scheduler.schedulesOf(network);
    return this.#made;
  }
}

/** Schedule and timeline; without schedules, what there is to say instead. */
function* planningTimeline(
  plan: AnalysedPlan,
  schedules: Schedules | undefined,
  executors: number | null,
  scheduler: Scheduler,
): Steps<TimelineModel> {
  const request = { ...USUAL_FORECAST, executors: executors ?? undefined };
  const schedule = schedules && (yield* scheduler.planningSchedule(schedules, request));
  yield;
  return yield* makingTimeline(plan, schedule, executors);
}
