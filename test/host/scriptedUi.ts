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
    choose: async (title, choices) => {
      const entries = choices.map(({ label, description }) => `${label}: ${description}`);
      transcript.push(['choose', title, ...entries]);
      return answers.choose ? answers.choose(title, choices) : unexpected('choose');
    },
    tick: async (title, candidates) => {
      transcript.push(['tick', title, ...candidates.map(({ id }) => id)]);
      return answers.tick ? answers.tick(title, candidates) : unexpected('tick');
    },
    confirm: async (proposal) => {
      const { title: asked, action, files, skipped, unfilled } = proposal;
      const lines = files.map(({ name, id, title }) => `${name}: ${id} ${title}`);
      const left = skipped.map(({ id, reason }) => `skip ${id}: ${reason}`);
      const first = unfilled.map(({ id, why }) => `first ${id}: ${why}`);
      transcript.push(['confirm', asked, action, ...lines, ...left, ...first]);
      return answers.confirm ? answers.confirm(proposal) : unexpected('confirm');
    },
    offerSubplans: async (message, details) => {
      transcript.push(['offerSubplans', message, details]);
      return answers.offerSubplans ? answers.offerSubplans(message, details) : unexpected('offerSubplans');
    },
    retry: async (message, details) => {
      transcript.push(['retry', message, details]);
      return answers.retry ? answers.retry(message, details) : unexpected('retry');
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
    cancelled: (message) => void transcript.push(['cancelled', message]),
    created: (message) => void transcript.push(['created', message]),
    open: async (uri) => void transcript.push(['open', uri]),
    fill: async (uri) => void transcript.push(['fill', uri]),
  };
}
