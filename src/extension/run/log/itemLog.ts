import { createTerminalText } from '../../../engine/run/text/terminalText';

/** Reads what one attempt printed on while it grows. */
export interface LogReader {
  /** What came since, whole characters only, and how many bytes before it are left out. Never twice at the same time. */
  readOn(): Promise<{ readonly text: string; readonly leftOut: number }>;
}

/** How an item stands whose log is shown. */
export interface LogStanding {
  /** The last attempt that was started; 0 for none. */
  readonly attempt: number;
  /** More may be printed at any moment. */
  readonly isAtWork: boolean;
  /** One line: how it stands. */
  readonly words: string;
}

/** What is said between what programs print; each one line without anything that steers a terminal. */
export interface LogWords {
  attemptBegins(attempt: number): string;
  leftOut(bytes: number): string;
}

/** The log of an item as a terminal is to show it, attempt by attempt. */
export interface ItemLog {
  /** What came since the last time. Never to be called twice at the same time. */
  readOn(now: LogStanding): Promise<string>;
}

/**
 * The log of one attempt, or of all from the one that is the last now. Once an item is at rest, the end says how it
 * stands; when it is worked on again, what is printed then follows.
 */
export const createItemLog = ({
  attempt: asked,
  readerOf,
  words,
}: {
  /** Undefined: the last one, and those that follow. */
  readonly attempt: number | undefined;
  readonly readerOf: (attempt: number) => LogReader;
  readonly words: LogWords;
}): ItemLog => {
  let attempt = asked ?? 0;
  let reader = attempt > 0 ? readerOf(attempt) : undefined;
  let screen = createScreen();
  let said = '';

  const readAttempt = async (): Promise<string> => {
    const part = await reader?.readOn();
    if (!part || part.text === '') return '';
    said = '';
    const before = part.leftOut > 0 ? screen.line(words.leftOut(part.leftOut)) : '';
    return before + screen.print(part.text);
  };

  const nextAttempt = (next: number): string => {
    const ending = screen.end();
    attempt = next;
    reader = readerOf(next);
    const before = screen;
    screen = createScreen();
    said = '';
    return next > 1 ? ending + before.line(words.attemptBegins(next)) : ending;
  };

  return {
    readOn: async (now) => {
      let shown = await readAttempt();
      // what an item left is whole when the next attempt begins
      if (asked === undefined && now.attempt > attempt) {
        shown += nextAttempt(now.attempt);
        shown += await readAttempt();
      }
      if (now.isAtWork) {
        said = '';
        return shown;
      }
      if (said === now.words) return shown;
      said = now.words;
      return shown + screen.line(now.words);
    },
  };
};

/** What was printed, and lines between it that are told apart from it. */
const createScreen = () => {
  const { write, end } = createTerminalText();
  let isInLine = false;
  let hasMoved = false;
  return {
    print: (text: string): string => {
      const safe = write(text);
      if (safe === '') return '';
      isInLine = !safe.endsWith('\n');
      hasMoved ||= STEP.test(safe);
      return withReturns(safe);
    },
    end: (): string => withReturns(end()),
    /** Below everything that is there. */
    line: (text: string): string => {
      const down = hasMoved ? `${BOTTOM}\r\n` : isInLine ? '\r\n' : '';
      isInLine = false;
      return `${PLAIN}${down}${BOLD}── ${text} ──${PLAIN}\r\n`;
    },
  };
};

const PLAIN = '\u001b[0m';
const BOLD = '\u001b[1m';
const BOTTOM = '\u001b[999B';
/** The cursor goes to another line. */
const STEP = /\[\d+[ABEF]/;

/** A terminal goes to the beginning of the next line only when it is told so. */
const withReturns = (text: string): string => text.replaceAll('\n', '\r\n');
