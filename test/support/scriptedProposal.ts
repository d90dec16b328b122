import type { ProposalUi, Review, ReviewAnswer } from '../../src/extension/proposal/ui';

export interface ScriptedProposal extends ProposalUi {
  /** What was asked and said, in order: `[name, text, …]`. */
  readonly transcript: readonly (readonly string[])[];
}

type Look = (review: Review) => ReviewAnswer | undefined | Promise<ReviewAnswer | undefined>;

export interface ProposalScript {
  /** One for each time the review is shown. */
  readonly looks: readonly Look[];
  readonly confirm?: 'write' | 'preview' | 'no';
  readonly chooses?: string;
  /** The person stops a model that is being asked. */
  readonly stops?: boolean;
}

/** Takes what is ticked. */
export const asTicked: Look = ({ taken }) => ({ next: 'write', ticked: [...taken] });

export const goOnTo =
  (what: ReviewAnswer['next']): Look =>
  ({ taken }) => ({ next: what, ticked: [...taken] });

/** `2.1 <- 1.1`, with a `*` in front of what is ticked. */
const edgeLines = ({ edges, taken }: Review): readonly string[] =>
  edges.map((edge) => `${taken.has(edge) ? '* ' : ''}${edge.dependent} <- ${edge.dependency}`);

/** Dialogs that answer by themselves. */
export const scriptedProposal = ({ looks, confirm, chooses, stops }: ProposalScript): ScriptedProposal => {
  const transcript: (readonly string[])[] = [];
  let next = 0;
  return {
    transcript,
    review: async (review) => {
      transcript.push(['review', ...edgeLines(review)]);
      const look = looks[next++];
      if (!look) throw new Error(`nobody expected another look: ${JSON.stringify(transcript)}`);
      return look(review);
    },
    confirm: async (question, details) => {
      transcript.push(['confirm', question, details]);
      return confirm ?? 'no';
    },
    preview: async (question) => {
      transcript.push(['preview', question]);
      return true;
    },
    chooseModel: async (names) => {
      transcript.push(['chooseModel', ...names]);
      return chooses;
    },
    asking: async (model, ask) => {
      transcript.push(['asking', model]);
      const controller = new AbortController();
      if (stops) controller.abort();
      const answer = await ask(controller.signal);
      return stops ? undefined : answer;
    },
    progress: (_count, work) => work({ report: () => undefined, isCancelled: () => false }),
    inform: (message) => void transcript.push(['inform', message]),
    failed: (message) => void transcript.push(['failed', message]),
    open: async (uri) => void transcript.push(['open', uri.slice(uri.lastIndexOf('/') + 1)]),
    show: async () => undefined,
  };
};
