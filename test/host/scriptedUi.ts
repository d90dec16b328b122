import type { CreationUi } from '../../src/extension/api';

type Answers = {
  readonly [K in 'choose' | 'tick' | 'confirm' | 'offerSubplans' | 'retry']?: CreationUi[K];
} & {
  /** Cancels a batch after so many files. */
  readonly stopAfter?: number;
};

export interface ScriptedUi extends CreationUi {
  /** What was asked and said, in order: `[name, text, …]`. */
  readonly transcript: readonly (readonly string[])[];
  /** Texts of one kind. */
  said(name: string): readonly string[];
}

/** Dialogs that answer by themselves; a question without an answer fails the test. */
export function scriptedUi(answers: Answers): ScriptedUi {
  const transcript: (readonly string[])[] = [];
  const unexpected = (question: string): never => {
    throw new Error(`nobody expected the question ${question}: ${JSON.stringify(transcript)}`);
  };
  return {
    transcript,
    said: (name) => transcript.filter(([kind]) => kind === name).map(([, ...texts]) => texts.join('\n')),
    choose: async (choices) => {
      transcript.push(['choose', ...choices.map(({ label, description }) => `${label}: ${description}`)]);
      return answers.choose ? answers.choose(choices) : unexpected('choose');
    },
    tick: async (candidates) => {
      transcript.push(['tick', ...candidates.map(({ id }) => id)]);
      return answers.tick ? answers.tick(candidates) : unexpected('tick');
    },
    confirm: async (question, details, count) => {
      transcript.push(['confirm', question, details]);
      return answers.confirm ? answers.confirm(question, details, count) : unexpected('confirm');
    },
    offerSubplans: async (message, details) => {
      transcript.push(['offerSubplans', message, details]);
      return answers.offerSubplans ? answers.offerSubplans(message, details) : unexpected('offerSubplans');
    },
    retry: async (message, details) => {
      transcript.push(['retry', message, details]);
      return answers.retry ? answers.retry(message, details) : unexpected('retry');
    },
    preview: async (question, files) => {
      transcript.push(['preview', question, ...files.map(({ name }) => name)]);
      return true;
    },
    progress: (count, work) => {
      const reported: string[] = [];
      transcript.push(['progress', String(count)]);
      return work({
        report: (tried, name) => void reported.push(`${tried} ${name}`),
        isCancelled: () => reported.length >= (answers.stopAfter ?? Number.POSITIVE_INFINITY),
      });
    },
    inform: (message) => void transcript.push(['inform', message]),
    created: (message) => void transcript.push(['created', message]),
    showText: async (text) => void transcript.push(['showText', text]),
    open: async (uri) => void transcript.push(['open', uri]),
  };
}
