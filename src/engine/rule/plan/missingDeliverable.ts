import { span } from '../../model/text';
import { nameOf } from '../../model/uri';
import type { Rule } from '../rule';

export const missingDeliverable: Rule = {
  code: 'missing-deliverable',
  severity: 'warning',
  summary: 'An approved achievement names a deliverable that does not exist',
  explanation:
    'Either the review approved a file that was never there, or the file was moved and the PLAN still names the old ' +
    'place. A path counts if it is in code or a link in the deliverables, has a folder, and ends with a file ending ' +
    'or a slash. It is looked up from the folder of the PLAN and from every folder above. Paths whose first folder ' +
    'is not in the workspace are not checked, nor are lines about files that were moved or removed.',
  example: {
    language: 'markdown',
    text: '**Achievement 1.1**: Basket\n\n- **Deliverables**: `src/basket.ts`',
  },
  fix: 'Correct the path, bring the file back, or withdraw the approval.',
  *check({ uri, facts, byId, isMissing }) {
    if (!facts || !isMissing) return;
    for (const definition of facts.achievements) {
      const { id, idSpan } = definition;
      const achievement = byId.get(id);
      const { approved } = achievement ?? {};
      if (approved === undefined || achievement?.status !== 'complete') continue;
      if (achievement.idSpan.start !== idSpan.start) continue;
      for (const named of definition.deliverablePaths()) {
        if (!isMissing(named.path)) continue;
        yield {
          uri,
          span: named.span,
          message: `${id} is approved, but there is no ${named.path}.`,
          related: [{ uri: approved, span: span(0, 0), message: `${nameOf(approved)} approves ${id}` }],
        };
      }
    }
  },
};
