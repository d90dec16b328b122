import type { Achievement, Evidence, EvidenceKind, Status } from './achievement';

/** Strongest first: the first kind present decides (DESIGN "Status"). */
const PRECEDENCE: readonly EvidenceKind[] = [
  'commit',
  'folder',
  'approved',
  'fix',
  'execution',
  'subplan',
  'skipped',
];

/** An evidence file with what decides between two states of the same kind. */
export interface StatusProof extends Evidence {
  /** An EXECUTION_TASK in which somebody has worked. */
  readonly showsWork: boolean;
}

/** Everything that proves something is a document, but for commits. */
export const isDocument = ({ kind }: Evidence): boolean => kind !== 'commit';

/** Files of one achievement, strongest first; within a kind the one that decides first, else in given order. */
export const rankEvidence = (proofs: readonly StatusProof[]): readonly StatusProof[] =>
  PRECEDENCE.flatMap((kind) => {
    const same = proofs.filter((proof) => proof.kind === kind);
    return [...same.filter(({ showsWork }) => showsWork), ...same.filter(({ showsWork }) => !showsWork)];
  });

/** Status from files alone: APPROVED > FIX > EXECUTION_TASK with work > EXECUTION_TASK > SUBPLAN > SKIPPED. */
export const statusOf = (ranked: readonly StatusProof[]): Status => {
  const [first] = ranked;
  switch (first?.kind) {
    case undefined:
      return 'not_started';
    case 'commit':
    case 'folder':
    case 'approved':
      return 'complete';
    case 'fix':
      return 'failed';
    case 'execution':
      return first.showsWork ? 'in_progress' : 'execution_created';
    case 'subplan':
      return 'subplan_created';
    case 'skipped':
      return 'skipped';
  }
};

/** Nothing is left to do: neither documents nor a review. */
export const isOver = (status: Status): boolean => status === 'complete' || status === 'skipped';

const WORDS: Readonly<Record<Status, string>> = {
  not_started: 'not started',
  subplan_created: 'SUBPLAN created',
  execution_created: 'EXECUTION created',
  in_progress: 'in progress',
  complete: 'complete',
  failed: 'failed',
  skipped: 'skipped',
};

/** A status as every view writes it: `in progress`, `SUBPLAN created`. */
export const statusWords = (status: Status): string => WORDS[status];

/** Where an achievement stands, as every view writes it: its status, or why it is not to be done any more. */
export const stateWords = ({ status, prp }: Pick<Achievement, 'status' | 'prp'>): string =>
  prp?.out ?? statusWords(status);

/** A status inside a sentence or a column of text: `in progress`, `subplan created`. */
export const plainStatus = (status: Status): string => status.replaceAll('_', ' ');

/** {@link stateWords} inside a sentence or a column of text. */
export const plainState = ({ status, prp }: Pick<Achievement, 'status' | 'prp'>): string =>
  prp?.out ?? plainStatus(status);
