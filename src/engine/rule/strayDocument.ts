import type { StrayDocument } from '../model/plan';
import { span } from '../model/text';
import { nameOf } from '../model/uri';
import type { Rule } from './rule';

export const strayDocument: Rule = {
  code: 'stray-document',
  severity: 'warning',
  summary: 'A SUBPLAN, EXECUTION_TASK or feedback file belongs to no achievement for sure',
  explanation:
    'A file belongs to the achievement its header names, else to the one whose digits its name has. Where the PLAN has ' +
    'no such achievement, or two (`1.11` and `11.1` are both `111`), the file counts for none of them.',
  example: { language: 'text', text: 'subplans/SUBPLAN_SHOP_111.md   in a plan with 1.11 and 11.1' },
  fix: 'Name the achievement in the first lines of the file: `**Achievement**: 1.11`.',
  *check({ strays, name }) {
    for (const stray of strays) yield { uri: stray.uri, span: span(0, 0), message: messageOf(stray, name) };
  },
};

const messageOf = ({ uri, reason, says, candidates }: StrayDocument, plan: string): string => {
  const file = nameOf(uri);
  if (reason === 'ambiguous') {
    return `${file} says ${says}, which may be ${candidates.join(' or ')}: it counts for none of them.`;
  }
  return `${file} says ${says === '' ? 'no id' : says}, and ${plan} has no such achievement: it counts for none.`;
};
