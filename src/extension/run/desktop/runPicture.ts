import { itemStateWords } from '../../../engine/run/itemState';
import { type ItemProgress, progressOf } from '../../../engine/run/progress';
import { elapsedWords } from '../../../engine/run/text/elapsed';
import { toneOf } from '../../../engine/run/tone';
import { shortHours } from '../../../engine/words/hours';
import { printable } from '../../../engine/words/printable';
import type { RunPicture, RunRow } from '../../../webview/protocol/runTimeline';
import { isGoingOn, type Run } from '../runs';

/** A run beside its plan, as the timeline shows it; `now` in milliseconds since 1970. Linear in its items. */
export const runPicture = (run: Run, now: number): RunPicture => {
  const { items, pace, elapsed } = progressOf(run.state, now);
  const landed = items.filter(({ state }) => state === 'landed' || state === 'skipped').length;
  return {
    run: run.record,
    headline: `${run.name}: ${landed} of ${items.length} landed`,
    note: noteOf(pace),
    pace: pace ?? null,
    elapsed,
    goesOn: isGoingOn(run),
    isWhole: true,
    rows: items.map(rowOf),
  };
};

const noteOf = (pace: number | undefined): string =>
  pace === undefined
    ? 'When something has landed, the pace is known and the plan appears beside the run.'
    : `Outlined: the plan at the pace of this run. An hour of estimates took ${elapsedWords(pace * MS_PER_HOUR)}.`;

const MS_PER_HOUR = 3_600_000;

const rowOf = ({ item, state, planned, real }: ItemProgress): RunRow => ({
  id: item.id,
  title: printable(item.title),
  tone: toneOf(state) ?? null,
  words: [
    itemStateWords(state),
    ...(real?.end === undefined ? [] : [`took ${elapsedWords((real.end - real.start) * 1000)}`]),
    ...(planned ? [`estimate ${shortHours(item.seconds / 3600)}`] : []),
  ].join(', '),
  planned: planned ?? null,
  real: real ? { start: real.start, end: real.end ?? null } : null,
});
