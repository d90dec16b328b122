import type { Tone } from '../../engine/run/tone';
import { isFlag, isNumber, isText, listOf, oneOf, orNull, shapeOf } from '../../shared/shape';
import { isTone } from './runMessages';

/** From when to when, in seconds. */
export interface RunSpan {
  readonly start: number;
  /** Null while it goes on. */
  readonly end: number | null;
}

/** An item of a run in time. */
export interface RunRow {
  readonly id: string;
  readonly title: string;
  /** Null for what the run has not begun. */
  readonly tone: Tone | null;
  /** How it stands, and how long it took: `landed, took 3 min`. */
  readonly words: string;
  /** By estimates alone, in seconds of these; null for what was done before or can never start. */
  readonly planned: RunSpan | null;
  /** In seconds since the run began; null for what was not begun. */
  readonly real: RunSpan | null;
}

/** A run beside its plan. */
export interface RunPicture {
  readonly run: string;
  /** `SHOP-1: 2 of 5 landed`. */
  readonly headline: string;
  /** How the plan is drawn: at which pace, or why it is not. */
  readonly note: string;
  /** Seconds that a second of estimates took; null while nobody knows. */
  readonly pace: number | null;
  /** Seconds since the run began, until its end. */
  readonly elapsed: number;
  readonly goesOn: boolean;
  /** All rows, in plan order; else those that differ. */
  readonly isWhole: boolean;
  readonly rows: readonly RunRow[];
}

/** The last run of the plan in time; null where it was never run. */
export interface RunTimelineMessage {
  readonly type: 'runTimeline';
  readonly picture: RunPicture | null;
}

const isSpan = shapeOf<RunSpan>({ start: isNumber, end: orNull(isNumber) });

export const isRunTimeline = shapeOf<RunTimelineMessage>({
  type: oneOf('runTimeline'),
  picture: orNull(
    shapeOf<RunPicture>({
      run: isText,
      headline: isText,
      note: isText,
      pace: orNull(isNumber),
      elapsed: isNumber,
      goesOn: isFlag,
      isWhole: isFlag,
      rows: listOf(
        shapeOf<RunRow>({
          id: isText,
          title: isText,
          tone: orNull(isTone),
          words: isText,
          planned: orNull(isSpan),
          real: orNull(isSpan),
        }),
      ),
    }),
  ),
});
