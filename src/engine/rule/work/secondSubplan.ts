import { nameOf } from '../../model/uri';
import type { Rule } from '../rule';
import { contradictionsIn } from './headerContradictsName';
import { inForce, startOf, titleOf } from './work';

export const secondSubplan: Rule = {
  code: 'second-subplan',
  severity: 'info',
  summary: 'An achievement has two SUBPLANs, of which only one counts',
  explanation:
    'Each achievement has one SUBPLAN that counts: the first by name, with one named after the achievement before ' +
    'others. Prompts, links and the synthesis of its executions ignore every other. A later version replaces an ' +
    'earlier one by its suffix, like `SUBPLAN_SHOP_11_V2.md`. Copies in an archive do not count.',
  example: {
    language: 'text',
    text: 'subplans/SUBPLAN_SHOP_1-1.md\nsubplans/SUBPLAN_SHOP_11.md',
  },
  fix: 'Merge the two, or rename the valid one with a suffix like `_V2`.',
  *check(plan) {
    let renamed: ReadonlySet<string> | undefined;
    for (const achievement of plan.achievements) {
      const { id, subplan } = achievement;
      if (subplan === undefined) continue;
      const all = inForce(plan, achievement, 'subplan');
      if (all.length < 2) continue;
      renamed ??= new Set(contradictionsIn(plan).map(({ document }) => document.file.uri));
      for (const other of all) {
        if (other.file.uri === subplan || renamed.has(other.file.uri)) continue;
        yield {
          ...titleOf(other),
          message: `${id} has another SUBPLAN, ${nameOf(subplan)}, which counts; this one does not.`,
          related: [{ ...startOf(subplan), message: `The SUBPLAN of ${id} that counts` }],
        };
      }
    }
  },
};
