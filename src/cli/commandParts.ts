import { Option } from 'commander';
import type { Workspace } from './workspace';

export type TextFormat = 'text' | 'json';

/** What a command does with the plans it was given; gives the exit code. */
export type Job = (workspace: Workspace) => number | Promise<number>;

/** Opens the paths, does the job, closes them again. */
export type Work = (paths: readonly string[], job: Job) => Promise<void>;

/** `--format`; the first choice is the default. */
export const formatOption = (...choices: readonly string[]): Option =>
  new Option('-f, --format <format>', 'how to print it').choices(choices).default(choices[0]);
