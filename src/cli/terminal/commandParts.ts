import { InvalidArgumentError, Option } from 'commander';
import { printableLine } from '../../engine/words/printable';
import type { Workspace } from '../workspace/workspace';

export type TextFormat = 'text' | 'json';

/** What a command does with the plans it was given; gives the exit code. */
export type Job<W extends Workspace> = (workspace: W) => number | Promise<number>;

/** Opens the paths, does the job, closes them again. */
export type Work<W extends Workspace> = (paths: readonly string[], job: Job<W>) => Promise<void>;

/** `--format`; the first choice is the default. */
export const formatOption = (...choices: readonly string[]): Option =>
  new Option('-f, --format <format>', 'how to print it').choices(choices).default(choices[0]);

/** What commands that only look take. */
export const PATHS = 'PLAN files, folders or workspaces (default: the current folder)';

/** Reads `1.1,2.3`. */
export const idsOf = (text: string): readonly string[] => {
  const ids = text
    .split(',')
    .map((id) => printableLine(id).trim())
    .filter(Boolean);
  if (ids.length === 0) throw new InvalidArgumentError('Name at least one achievement, for example 1.1,2.3.');
  return ids;
};

/** Reads a whole number of these bounds. */
export const wholeNumber =
  (least: number, most = 999_999) =>
  (text: string): number => {
    const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
