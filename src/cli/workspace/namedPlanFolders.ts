import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { meantAmong } from '../../engine/links/mentionLinks';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { parentUri, resolveUri } from '../../engine/model/uri';
import { pathOfUri } from '../../node/diskFiles';
import { isBelow } from '../../node/walk';
import { foldersAbove } from './archiveFolders';
import { evidenceRoot } from './evidenceRoot';

/** In so many folders of a folder above, at most, a plan is looked for. */
const MOST_FOLDERS = 200;

/**
 * Folders of plans that the plans asked for wait for and that lie outside of what is read: who asks about one plan names
 * its folder, and whether it can begin is said by another one. Looked for by the path of a link, else as
 * `PLAN_<NAME>.md` or `<NAME>/PLAN_<NAME>.md` in the folders above and those right below them; never outside of them.
 * @param known every plan that was read
 */
export const namedPlanFolders = (
  plans: readonly AnalysedPlan[],
  known: readonly AnalysedPlan[],
): readonly string[] => {
  const meant = meantAmong(known);
  return plans.flatMap((plan) => {
    const wanted = (plan.facts?.planMentions() ?? []).filter(
      (mention) => mention.relation === 'hard' && meant(mention, plan) === 'unknown',
    );
    const folder = wanted.length > 0 ? pathOfUri(parentUri(plan.uri)) : undefined;
    if (folder === undefined) return [];
    const above = foldersAbove(folder);
    return wanted.flatMap(({ name, path }) => {
      const linked = path === undefined ? undefined : pathOfUri(resolveUri(parentUri(plan.uri), path) ?? '');
      const places = [...(linked === undefined ? [] : [linked]), ...placesOf(name, above)];
      const found = places.find((place) => isBelow(above.at(-1) ?? folder, place) && isFile(place));
      return found === undefined ? [] : [evidenceRoot(dirname(found))];
    });
  });
};

function* placesOf(name: string, above: readonly string[]): Generator<string> {
  const file = `PLAN_${name}.md`;
  for (const folder of above) {
    yield join(folder, file);
    yield join(folder, name, file);
    for (const below of foldersIn(folder)) {
      yield join(folder, below, file);
      yield join(folder, below, name, file);
    }
  }
}

/** None where nobody may look, and where there are too many. */
const foldersIn = (folder: string): readonly string[] => {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    return names.length > MOST_FOLDERS ? [] : names;
  } catch {
    return [];
  }
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
