import { USUAL } from '../../document/prp/keys';
import type { Rule } from '../rule';

export const misspeltKey: Rule = {
  code: 'misspelt-key',
  severity: 'warning',
  summary: 'A key in the front matter of a PRP is nearly one that is read',
  explanation:
    'What stands behind a key that nobody knows is not read: of `dependancies` no dependency, of `estimated_hour` no ' +
    'estimate. A PRP whose dependencies may be meant is never ready.',
  example: { language: 'text', text: '---\nprp_id: PRP-7.2.1\ndependancies: [PRP-7.1.1]\n---' },
  fix: 'Write the key that was meant.',
  *check({ prps = [] }) {
    for (const { uri, facts } of prps) {
      for (const { key, meant, span } of facts.misspeltKeys) {
        yield {
          uri,
          span,
          message: `\`${key}\` is not read. Did you mean \`${USUAL[meant]}\`?`,
        };
      }
    }
  },
};
