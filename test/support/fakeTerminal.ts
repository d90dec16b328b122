import type { Terminal } from '../../src/cli/terminal/terminal';

export interface FakeTerminal extends Terminal {
  readonly output: string[];
  readonly errors: string[];
  readonly questions: string[];
}

/** A terminal that records what it is told; `answer` is what a person would say, undefined means nobody is there. */
export const fakeTerminal = (answer?: boolean, color = false): FakeTerminal => {
  const output: string[] = [];
  const errors: string[] = [];
  const questions: string[] = [];
  return {
    color,
    width: 80,
    isScreen: true,
    rows: undefined,
    interactive: answer !== undefined,
    output,
    errors,
    questions,
    out: (text) => void output.push(text),
    outBytes: () => undefined,
    err: (text) => void errors.push(text),
    confirm: async (question) => {
      questions.push(question);
      return answer === true;
    },
  };
};
