import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineIndex } from '../../../engine/model/text';
import type { ConfigProblem, RunConfig } from '../../../engine/run/config/config';
import { readRunConfig } from '../../../engine/run/config/readConfig';
import { UserError } from '../../../shared/userError';
import { configPath } from '../record/runFolder';

/** What is wrong with a run.json, with its place, as a sentence. */
export interface ConfigWords {
  readonly isError: boolean;
  readonly text: string;
}

export interface FoundConfig {
  readonly config: RunConfig;
  readonly problems: readonly ConfigWords[];
}

/**
 * The run.json of a folder, under what the settings of an editor say by the same keys, where null says nothing.
 * Nothing is said where there is no run.json. Throws where it cannot be read.
 */
export const readConfig = (home: string, settings: Readonly<Record<string, unknown>> = {}): FoundConfig => {
  const file = readFile(home);
  const own = readSettings(settings);
  return { config: { ...file.config, ...own.config }, problems: [...file.problems, ...own.problems] };
};

/** Each setting is read as if it stood in a run.json. */
const readSettings = (settings: Readonly<Record<string, unknown>>): FoundConfig => {
  const read = Object.entries(settings).map(([key, value]) => ({
    key,
    ...readRunConfig(JSON.stringify({ [key]: value ?? null })),
  }));
  return {
    config: Object.assign({}, ...read.map(({ config }) => config)) as RunConfig,
    problems: read.flatMap(({ key, problems }) =>
      problems.map(({ severity, message }) => ({
        isError: severity === 'error',
        text: `The setting parallelPlans.run.${key}: ${message}`,
      })),
    ),
  };
};

const readFile = (home: string): FoundConfig => {
  const path = configPath(home);
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new UserError(`${path} cannot be read.`, { cause: error });
  }
  const { config, problems } = readRunConfig(text);
  const lines = new LineIndex(text);
  const words = ({ severity, message, span }: ConfigProblem): ConfigWords => {
    const { line, character } = lines.positionAt(span.start);
    return {
      isError: severity === 'error',
      text: `${join('.parallel-plans', 'run.json')}:${line + 1}:${character + 1}: ${message}`,
    };
  };
  return { config, problems: problems.map(words) };
};
