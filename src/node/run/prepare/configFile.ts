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

/** The run.json of a folder; nothing is said where there is none. Throws where it cannot be read. */
export const readConfig = (
  home: string,
): { readonly config: RunConfig; readonly problems: readonly ConfigWords[] } => {
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
