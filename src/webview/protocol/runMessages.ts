import type { Tone } from '../../engine/run/tone';
import { isFlag, isNumber, isText, listOf, oneOf, shapeOf } from '../../shared/shape';

export type { Tone } from '../../engine/run/tone';

/** What a run says of a card. */
export interface CardMark {
  /** The id of the node. */
  readonly id: string;
  readonly tone: Tone;
  /** `running`, `waits for a person`. */
  readonly words: string;
  /** What there is no room for on a card: what it may conflict with. */
  readonly more: readonly string[];
  /** There is a log to open. */
  readonly hasLog: boolean;
}

/** Two cards that change the same files and that nothing orders. */
export interface Clash {
  readonly from: string;
  readonly to: string;
  /** `conflict?`: there is no room for more; the cards say with what and where. */
  readonly words: string;
}

/** What runs say of the cards. It changes no place, so it comes apart from the graph. */
export interface RunMarksMessage {
  readonly type: 'runs';
  /** Everything that is marked; else only what differs. */
  readonly isWhole: boolean;
  readonly marks: readonly CardMark[];
  /** Of which nothing is said any more. */
  readonly gone: readonly string[];
  readonly clashes: readonly Clash[];
  /** How many achievements may be called ready, and what the runs have, in few words: for the header. */
  readonly ready: number;
  readonly words: string;
}

export const isTone = oneOf<Tone>(
  'working',
  'landing',
  'landed',
  'person',
  'conflict',
  'failed',
  'held',
  'paused',
);

export const isRunMarks = shapeOf<RunMarksMessage>({
  type: oneOf('runs'),
  isWhole: isFlag,
  marks: listOf(
    shapeOf<CardMark>({ id: isText, tone: isTone, words: isText, more: listOf(isText), hasLog: isFlag }),
  ),
  gone: listOf(isText),
  clashes: listOf(shapeOf<Clash>({ from: isText, to: isText, words: isText })),
  ready: isNumber,
  words: isText,
});
