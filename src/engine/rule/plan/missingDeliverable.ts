import { span } from '../../model/text';
import { nameOf } from '../../model/uri';
import type { Rule } from '../rule';

export const missingDeliverable: Rule = {
  code: 'missing-deliverable',
  severity: 'warning',
  summary: 'An approved achievement names a file as deliverable that does not exist',
  explanation:
    'The review approved what cannot be there, or the file was moved and the PLAN still names the old place. Paths are ' +
    'those in code or links of the deliverables, with a folder and a file ending or a slash at the end. They are looked ' +
    'up from the folder of the PLAN and from every folder above it. A path whose first folder the workspace does not ' +
    'have is left alone, and so are lines about files that were moved or removed.',
  example: {
    language: 'markdown',
    text: '**Achievement 1.1**: Basket\n\n- **Deliverables**: `src/basket.ts`',
  },
  fix: 'Correct the path, bring the file back, or take the approval back.',
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
