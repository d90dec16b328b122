import { parentTitle } from '../../model/parent';
import { printable } from '../../words/printable';
import type { AcrossRule } from './acrossRule';

export const unlistedChild: AcrossRule = {
  code: 'unlisted-child',
  severity: 'info',
  summary: 'A PLAN names a GRAMMAPLAN or NORTH_STAR as its parent, which does not list it',
  explanation:
    'The header of a PLAN says what is above it, but no table of children of that document has the PLAN. Whoever reads ' +
    'the document above does not know of it. Its progress counts there all the same. A document without any table is ' +
    'not checked.',
  example: { language: 'markdown', text: '# PLAN: Sync\n\n**Parent GrammaPlan**: GRAMMAPLAN_SHOP.md' },
  fix: 'Add the PLAN to the table of the document above, or correct the parent.',
  *check({ plans, families }) {
    for (const { parent, children } of families()) {
      if (parent.facts.children.length === 0) continue;
      for (const { rows, named, plan, family } of children) {
        const uri = plan?.uri ?? family()?.parent.uri ?? childUri(plans, named?.name);
        if (rows.length > 0 || !named || uri === undefined) continue;
        yield {
          uri,
          span: named.span,
          message: `${printable(parentTitle(parent))} does not list this document among its children.`,
          related: [
            {
              uri: parent.uri,
              span: parent.facts.children[0]?.span ?? named.span,
              message: 'Its table of children',
            },
          ],
        };
      }
    }
  },
};

const childUri = (
  plans: readonly { readonly name: string; readonly uri: string }[],
  name: string | undefined,
) => plans.find((each) => each.name === name)?.uri;
