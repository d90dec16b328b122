import { printableLine } from '../../engine/words/printable';

/** Where a command reads and writes; the process in real life, a record of it in tests. */
export interface Terminal {
  /** Colours and questions: false where the output goes to a file or a program. */
  readonly color: boolean;
  /** Columns to stay within. */
  readonly width: number;
  /** True where standard output is a screen, on which bytes would be noise. */
  readonly isScreen: boolean;
  /** Rows of a screen on which lines can be drawn over; undefined elsewhere. */
  readonly rows: number | undefined;
  /** True when a person can be asked. */
  readonly interactive: boolean;
  /** Writes lines to standard output. */
  out(text: string): void;
  /** Writes what is no text to standard output. */
  outBytes(bytes: Uint8Array): void;
  /** Writes lines to standard error. */
  err(text: string): void;
  /** Asks on standard error; resolves with true for `y` or `yes` alone. */
  confirm(question: string): Promise<boolean>;
}

/** Columns where nobody says how many there are. */
export const WITHOUT_TERMINAL_WIDTH = 100;

const WITHOUT_TERMINAL_ROWS = 24;

/** The terminal of this process; colours as https://no-color.org asks. */
export const processTerminal = (): Terminal => {
  const { stdout, stderr, env } = process;
  const color = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  // a reader that has seen enough (`| head`) is no failure
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    color,
    get width() {
      // a terminal that nobody told its size says 0
      return stdout.columns || WITHOUT_TERMINAL_WIDTH;
    },
    isScreen: stdout.isTTY === true,
    get rows() {
      return stdout.isTTY === true && env.TERM !== 'dumb' ? stdout.rows || WITHOUT_TERMINAL_ROWS : undefined;
    },
    // looked at late: opening standard input costs more than most commands do
    get interactive() {
      return process.stdin.isTTY === true && stderr.isTTY === true;
    },
    out: (text) => void stdout.write(`${color ? text : withoutControls(text)}\n`),
    outBytes: (bytes) => void stdout.write(bytes),
    err: (text) => void stderr.write(`${withoutControls(text)}\n`),
    confirm,
  };
};

/** The last line of defence: no control character of a document ever reaches a place without colours. */
const withoutControls = (text: string): string => text.split('\n').map(printableLine).join('\n');

const confirm = async (question: string): Promise<boolean> => {
  const { createInterface } = await import('node:readline');
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    reader.once('close', () => resolve(false));
    reader.question(`${printableLine(question)} (y/N) `, (answer) => {
      resolve(/^\s*y(?:es)?\s*$/i.test(answer));
      reader.close();
    });
  });
};
