import { numberOf } from '../../engine/create/executions';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { nameOf } from '../../engine/model/uri';
import { groupBy } from '../../shared/groupBy';
import { distinctLabels } from './distinctLabels';
import type { FileRole } from './nodes';

/** A file of an achievement, and what it is to it. */
export interface OwnFile {
  readonly uri: string;
  readonly role: FileRole;
}

/**
 * What files of one achievement are called below it, where plan and id go without saying: what they are, with the
 * number of an execution in front where there are several. By URI.
 */
export const fileLabels = (files: readonly OwnFile[], plan: AnalysedPlan): ReadonlyMap<string, string> => {
  const labels = new Map<string, string>();
  for (const [role, same] of groupBy(files, (file) => file.role)) {
    const names = distinctLabels(same.map(({ uri }) => nameOf(uri)));
    const short = same.map(({ uri }) => (same.length === 1 ? role : numbered(role, numberOf(uri, plan))));
    const isClear = role !== 'folder' && new Set(short).size === same.length && !short.includes(undefined);
    for (const [at, { uri }] of same.entries()) {
      const name = nameOf(uri);
      labels.set(uri, (isClear ? short[at] : undefined) ?? names.get(name) ?? name);
    }
  }
  return labels;
};

const numbered = (role: FileRole, number: string | undefined): string | undefined =>
  number === undefined ? undefined : `${number} ${role}`;
