import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AnalysedPlan } from '../../../engine/model/analysis';
import { pathOfUri } from '../../diskFiles';
import { gatesFor } from '../record/settings';
import type { OnHub } from './prepareOnHub';

/**
 * The mark of a task: equal for an item whose text in the plan and whose gates are equal. Who does it does not count,
 * so another executor goes on with what is there.
 */
export const itemInput = (plan: AnalysedPlan, { preparation: { settings } }: OnHub, item: string): string => {
  const achievement = plan.byId.get(item);
  const path = pathOfUri(achievement?.uri ?? '');
  const { start = 0, end = 0 } = achievement?.body ?? {};
  const text = path === undefined ? '' : readFileSync(path, 'utf8').slice(start, end);
  return createHash('sha256')
    .update(JSON.stringify([text.trimEnd(), gatesFor(settings, item)]))
    .digest('hex');
};
