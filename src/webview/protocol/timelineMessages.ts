import type { Status } from '../../engine/model/achievement';
import { type Check, isFlag, isNumber, isText, listOf, oneOf, orNull, shapeOf } from '../../shared/shape';

export type Tab = 'graph' | 'timeline';

/** An open achievement in the schedule; times in hours of work from now. */
export interface TimelineBar {
  readonly id: string;
  readonly title: string;
  /** A place in {@link TimelineChart.executors}. */
  readonly executor: number;
  readonly start: number;
  readonly end: number;
  readonly status: Status;
  readonly critical: boolean;
  /** Nobody estimated it. */
  readonly assumed: boolean;
  /** Everything else about it, in words: who, when, how long, what it can wait, status, dependencies. */
  readonly facts: readonly string[];
  /** What its context menu looks at. */
  readonly tags: string;
}

/** How long everything takes with so many executors, and what no schedule can go below; in hours. */
export interface TimelinePoint {
  readonly executors: number;
  readonly makespan: number;
  readonly bound: number;
  /** `2 executors: 6 hours, which cannot be less`. */
  readonly words: string;
}

/** A schedule, and what it would take with other numbers of executors. */
export interface TimelineChart {
  /** `With 2 executors: 6 hours, which cannot be less`. */
  readonly headline: string;
  /** The other figures, a line each. */
  readonly facts: readonly string[];
  /** Who works, in order. */
  readonly executors: readonly string[];
  /** By executor, for each in order of time. */
  readonly bars: readonly TimelineBar[];
  readonly makespan: number;
  /** One point for every number of executors that is looked at. */
  readonly curve: readonly TimelinePoint[];
  readonly best: number;
  /** The fewest and the most executors one can ask for. */
  readonly fewest: number;
  readonly most: number;
}

/** Everything the timeline shows of a plan. */
export interface TimelineModel {
  readonly planUri: string;
  /** What there is to say where nothing can be drawn. */
  readonly instead: string | null;
  /** What is assumed or left out. */
  readonly notes: readonly string[];
  readonly chart: TimelineChart | null;
}

/** What the editor tells the page about tabs. */
export type TimelineHostMessage =
  | { readonly type: 'timeline'; readonly model: TimelineModel }
  | { readonly type: 'tab'; readonly tab: Tab };

/** The timeline is open, for so many executors or the best number of them; or it is open no more. */
export type TimelinePageMessage =
  | { readonly type: 'timeline'; readonly executors: number | null }
  | { readonly type: 'timelineClosed' };

/** What the page keeps of its tabs across a reload. */
export interface TabState {
  readonly tab: Tab;
  /** As many as were asked for; null for the best number. */
  readonly executors: number | null;
}

export const isStatus = oneOf<Status>(
  'not_started',
  'subplan_created',
  'execution_created',
  'in_progress',
  'complete',
  'failed',
  'skipped',
);

const isTab = oneOf<Tab>('graph', 'timeline');

/** Whole and at least one: nobody asks for half an executor. */
const isCount: Check<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) > 0;

const isChart = shapeOf<TimelineChart>({
  headline: isText,
  facts: listOf(isText),
  executors: listOf(isText),
  bars: listOf(
    shapeOf<TimelineBar>({
      id: isText,
      title: isText,
      executor: isNumber,
      start: isNumber,
      end: isNumber,
      status: isStatus,
      critical: isFlag,
      assumed: isFlag,
      facts: listOf(isText),
      tags: isText,
    }),
  ),
  makespan: isNumber,
  curve: listOf(
    shapeOf<TimelinePoint>({ executors: isNumber, makespan: isNumber, bound: isNumber, words: isText }),
  ),
  best: isNumber,
  fewest: isNumber,
  most: isNumber,
});

const isTimeline = shapeOf<Extract<TimelineHostMessage, { type: 'timeline' }>>({
  type: oneOf('timeline'),
  model: shapeOf<TimelineModel>({
    planUri: isText,
    instead: orNull(isText),
    notes: listOf(isText),
    chart: orNull(isChart),
  }),
});
const isTabMessage = shapeOf<Extract<TimelineHostMessage, { type: 'tab' }>>({
  type: oneOf('tab'),
  tab: isTab,
});
const isAsked = shapeOf<Extract<TimelinePageMessage, { type: 'timeline' }>>({
  type: oneOf('timeline'),
  executors: orNull(isCount),
});
const isClosed = shapeOf<Extract<TimelinePageMessage, { type: 'timelineClosed' }>>({
  type: oneOf('timelineClosed'),
});

export const isTimelineHostMessage: Check<TimelineHostMessage> = (value): value is TimelineHostMessage =>
  isTimeline(value) || isTabMessage(value);

export const isTimelinePageMessage: Check<TimelinePageMessage> = (value): value is TimelinePageMessage =>
  isAsked(value) || isClosed(value);

export const isTabState = shapeOf<TabState>({ tab: isTab, executors: orNull(isCount) });
