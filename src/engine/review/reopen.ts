import type { AnalysedAchievement } from '../model/analysis';
import { childUri, nameOf, parentUri } from '../model/uri';

/** A file that gets another name, beside where it was. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/**
 * What takes the decision about an achievement back: its feedback is renamed so that it counts no more, and nothing
 * that was written is lost. Empty where nothing was decided.
 *
 * @param exists whether a file is there
 */
export const reopenRenames = async (
  { approved, fix, skipped }: AnalysedAchievement,
  exists: (uri: string) => Promise<boolean>,
): Promise<readonly FileRename[]> => {
  const renames: FileRename[] = [];
  for (const from of [approved, fix, skipped]) {
    if (from !== undefined) renames.push({ from, to: await freeName(from, exists) });
  }
  return renames;
};

const freeName = async (uri: string, exists: (uri: string) => Promise<boolean>): Promise<string> => {
  const name = nameOf(uri);
  for (let number = 1; ; number++) {
    const to = childUri(parentUri(uri), `WITHDRAWN_${number > 1 ? `${number}_` : ''}${name}`);
    if (!(await exists(to))) return to;
  }
};
