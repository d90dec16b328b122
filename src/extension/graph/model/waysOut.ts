import type { AnalysedPlan, CycleBreaks } from '../../../engine/model/analysis';
import type { BreakableDependency } from '../../../engine/model/edge';
import { removalOf } from '../../../engine/rule/dependency/edgeWords';
import { hoursWords } from '../../../engine/words/hours';
import { printable } from '../../../engine/words/printable';
import type { WayOut } from '../../../webview/protocol/messages';

/** So many are offered for each set of cycles; the Problems panel has the rest. */
const MOST_OFFERED = 3;

/** What would break the cycles of a plan, best first, in the ranking and the words of the quick fixes. */
export const waysOutOf = (plan: AnalysedPlan): readonly WayOut[] =>
  plan.cycles.length === 0 ? [] : plan.cycleBreaks().flatMap(waysOf);

const waysOf = ({ alone, together, unit }: CycleBreaks): readonly WayOut[] =>
  alone.length === 0
    ? together.slice(0, 1).map(() => ({ words: togetherWords(together), dependencies: together.map(plain) }))
    : alone.slice(0, MOST_OFFERED).map((each) => ({
        words:
          removed(each) +
          (unit === 'hours' && Number.isFinite(each.chain) && alone.length > 1
            ? ` (leaves a chain of ${hoursWords(each.chain)})`
            : ''),
        dependencies: [plain(each)],
      }));

const removed = ({ id, dependsOn }: BreakableDependency): string =>
  printable(removalOf({ dependent: id, dependency: dependsOn }));

const togetherWords = (all: readonly BreakableDependency[]): string => {
  const [only] = all;
  if (only && all.length === 1) return removed(only);
  const named = all.slice(0, MOST_OFFERED).map(({ id, dependsOn }) => printable(`${id} on ${dependsOn}`));
  return `Remove ${all.length} dependencies: ${named.join(', ')}${all.length > MOST_OFFERED ? ' \u2026' : ''}`;
};

const plain = ({ id, dependsOn }: BreakableDependency): BreakableDependency => ({ id, dependsOn });
