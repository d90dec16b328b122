import type { Terminal } from '../terminal/terminal';

/** The lower end of a screen: lines that change in place, below everything else that is printed. */
export interface Screen {
  /** Puts these lines in the place of those that are there. */
  draw(lines: readonly string[]): void;
  /** Prints a line above them, which stays. */
  say(text: string): void;
}

/** @param print writes as it is, without a line break of its own */
export const createScreen = (print: (text: string) => void): Screen => {
  let drawn: readonly string[] = [];
  const wipe = (): string => (drawn.length === 0 ? '' : `\u001b[${drawn.length}A\u001b[0J`);
  const block = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  return {
    draw: (lines) => {
      if (lines.join('\n') === drawn.join('\n')) return;
      print(wipe() + block(lines));
      drawn = lines;
    },
    say: (text) => print(`${wipe()}${text}\n${block(drawn)}`),
  };
};

/** The screen of a terminal; undefined where lines cannot be drawn over: a file, a pipe, a dumb terminal. */
export const screenOf = ({ rows, outBytes }: Terminal): Screen | undefined =>
  rows === undefined ? undefined : createScreen((text) => outBytes(new TextEncoder().encode(text)));
