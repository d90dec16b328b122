import { parentTitle } from '../../model/parent';
import { printable } from '../../words/printable';
import type { AcrossRule } from './acrossRule';

export const unknownChild: AcrossRule = {
  code: 'unknown-child',
  severity: 'info',
  summary: 'A GRAMMAPLAN or NORTH_STAR lists a plan that does not exist',
  explanation:
    'A table of children names a plan, but no document in the workspace has that name: it is not written yet, or it was ' +
    'renamed or removed. Its progress is known only from the table.',
  example: {
    language: 'markdown',
    text: '| Child PLAN | Status | Effort |\n| --- | --- | --- |\n| PLAN_SERCH-INDEX.md | Planning | 8h |',
  },
  fix: 'Write the PLAN, or correct its name in every table of the document.',
  *check({ plans, families }) {
    for (const { parent, children } of families()) {
      for (const { name, rows, plan, family } of children) {
        const [row] = rows;
        if (!row || plan || family() || plans.some((each) => each.name === name)) continue;
        yield {
          uri: parent.uri,
          span: row.span,
          message: `${printable(parentTitle(parent))} lists ${printable(name)}, but no document here has that name.`,
        };
      }
    }
  },
};
