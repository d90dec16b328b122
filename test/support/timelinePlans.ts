import type { AnalysedPlan } from '../../src/engine/model/analysis';
import { USUAL_FORECAST } from '../../src/engine/schedule/forecast';
import { networkIn } from '../../src/engine/schedule/networkIn';
import { planSchedule } from '../../src/engine/schedule/planSchedule';
import { timelineModelOf } from '../../src/extension/graph/timeline/timelineModel';
import type { TimelineModel } from '../../src/webview/protocol/timelineMessages';
import { changed } from './analysedPlan';
import { many, nine } from './graphPlans';

/** A sketched plan with an estimate for every achievement but each `gap`th, and nothing done where `isFresh`. */
export const estimated = (plan: AnalysedPlan, { gap = Number.POSITIVE_INFINITY, isFresh = false } = {}) =>
  changed(plan, ({ status }, at) => ({
    status: isFresh ? undefined : status,
    hours: at % gap === gap - 1 ? undefined : [1 + (at % 5), 2 + (at % 5) + (at % 3)],
  }));

export const nineEstimated = (): AnalysedPlan => estimated(nine(), { gap: 4 });

/** Sixty achievements of which a third is done. */
export const sixtyEstimated = (): AnalysedPlan => estimated(many(60, 10), { gap: 9 });

/** A thousand, all of them open. */
export const thousandEstimated = (): AnalysedPlan => estimated(many(1000, 50), { isFresh: true });

/** The timeline as the panel would send it. */
export const timelineOf = (plan: AnalysedPlan, executors: number | null = null): TimelineModel => {
  const network = networkIn(plan);
  const request = { ...USUAL_FORECAST, executors: executors ?? undefined };
  return timelineModelOf(plan, network && planSchedule(network, request), executors);
};
