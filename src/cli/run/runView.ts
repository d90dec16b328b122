import type { TimedEvent } from '../../engine/run/event';
import { isFailure, isRecordedState } from '../../engine/run/itemState';
import type { RunState } from '../../engine/run/state';
import { painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { boardLines } from './board';
import { eventText } from './eventText';
import type { RunFormat } from './options';
import { type Screen, screenOf } from './screen';

/** A run as somebody follows it. */
export interface RunView {
  event(event: TimedEvent, state: RunState): void;
  /** A line for people about something that is in no journal. */
  note(text: string): void;
  /** Leaves what it shows as it is; to be called before anything else is printed. */
  end(): void;
}

/**
 * Shows what happens in a run as it happens: in text a line for each item that changes in place where the terminal can
 * do that, else a line for each event; nothing in `json`; the journal in `jsonl`.
 */
export const runView = (terminal: Terminal, format: RunFormat): RunView => {
  const screen = format === 'text' ? screenOf(terminal) : undefined;
  return screen ? liveView(terminal, screen) : lineView(terminal, format);
};

const lineView = (terminal: Terminal, format: RunFormat): RunView => {
  const paint = painter(terminal);
  return {
    event: (event, state) => {
      if (format === 'jsonl') terminal.out(JSON.stringify(event));
      const text = format === 'text' ? eventText(event, state, paint) : undefined;
      if (text !== undefined) terminal.out(text);
    },
    note: (text) => terminal.err(text),
    end: () => undefined,
  };
};

/** The elapsed times go on. */
const REDRAW_MS = 1_000;
/** What else is on the screen: the line of the cursor and one above. */
const OTHER_ROWS = 2;

const liveView = (terminal: Terminal, screen: Screen): RunView => {
  const paint = painter(terminal);
  let shown: RunState | undefined;
  const draw = (): void => {
    if (!shown?.head) return;
    const rows = Math.max(1, (terminal.rows ?? 0) - OTHER_ROWS);
    screen.draw(boardLines(shown, { width: terminal.width, rows, paint, now: Date.now() }));
  };
  const timer = setInterval(draw, REDRAW_MS);
  timer.unref();
  return {
    event: (event, state) => {
      shown = state;
      const text = staysOnScreen(event) ? eventText(event, state, paint) : undefined;
      if (text !== undefined) screen.say(text);
      draw();
    },
    note: (text) => screen.say(paint('yellow', text)),
    end: () => {
      clearInterval(timer);
      draw();
      shown = undefined;
    },
  };
};

/** The lines of items say all else, and forget it. */
const staysOnScreen = ({ event }: TimedEvent): boolean =>
  event !== 'blocked' && (!isRecordedState(event) || isFailure(event));
