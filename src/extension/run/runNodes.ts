import type { RunLogTarget } from './runs';

/** A row of the Runs view; also what its commands are given. Plain data, known again by its `id`. */
export type RunNode = RunRow | RunItemRow | RunAttemptRow;

export interface RunRow {
  readonly kind: 'run';
  readonly id: string;
  readonly record: string;
  readonly run: string;
}

export interface RunItemRow extends RunLogTarget {
  readonly kind: 'item';
  readonly id: string;
}

export interface RunAttemptRow extends RunLogTarget {
  readonly kind: 'attempt';
  readonly id: string;
  readonly attempt: number;
}

/** Whether a command was given a row of the Runs view, or what names one. */
export const isRunNode = (argument: unknown): argument is RunNode =>
  typeof argument === 'object' && argument !== null && 'record' in argument && 'run' in argument;
