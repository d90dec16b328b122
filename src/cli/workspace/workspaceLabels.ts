import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'jsonc-parser';
import { MEANINGS, useFurtherWords } from '../../engine/document/words/furtherWords';
import type { Logger } from '../../engine/files';

const SETTING = 'parallelPlans.labels';

/**
 * The setting `parallelPlans.labels` of the workspace around a folder: of the nearest `.vscode/settings.json` that has
 * it. Undefined where there is none.
 * @param folder absolute path
 */
const labelsAround = (folder: string): unknown => {
  for (let at = folder; ; at = dirname(at)) {
    const labels = labelsIn(join(at, '.vscode', 'settings.json'));
    if (labels !== undefined || dirname(at) === at) return labels;
  }
};

const labelsIn = (file: string): unknown => {
  const text = textOf(file);
  // most settings have nothing to do with plans
  if (!text?.includes(SETTING)) return undefined;
  const settings: unknown = parse(text, undefined, { allowTrailingComma: true });
  return typeof settings === 'object' && settings !== null
    ? Object.entries(settings).find(([key]) => key === SETTING)?.[1]
    : undefined;
};

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // nearly no folder has one, and what cannot be read sets nothing
    return undefined;
  }
};

/**
 * Reads documents with these labels from now on, and says which of them mean nothing known.
 * @param given what a client says; where it says nothing, the first of the folders around which somebody sets labels counts
 * @param folders absolute paths
 */
export const applyLabels = (given: unknown, folders: readonly string[], logger: Logger): void => {
  const labels = given ?? folders.map(labelsAround).find((each) => each !== undefined);
  const unknown = useFurtherWords(labels);
  if (unknown.length === 0) return;
  logger.warn(`${SETTING}: ${unknown.join(', ')} must mean one of ${MEANINGS.join(', ')}.`);
};
