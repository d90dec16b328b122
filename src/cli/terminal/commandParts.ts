import { Option } from 'commander';
import type { Workspace } from '../workspace/workspace';

export type TextFormat = 'text' | 'json';

/** What a command does with the plans it was given; gives the exit code. */
export type Job<W extends Workspace> = (workspace: W) => number | Promise<number>;

/** Opens the paths, does the job, closes them again. */
export type Work<W extends Workspace> = (paths: readonly string[], job: Job<W>) => Promise<void>;

/** `--format`; the first choice is the default. */
export const formatOption = (...choices: readonly string[]): Option =>
  new Option('-f, --format <format>', 'how to print it').choices(choices).default(choices[0]);
