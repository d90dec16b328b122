import { USUAL } from '../../document/prp/keys';
import type { Rule } from '../rule';

export const misspeltKey: Rule = {
  code: 'misspelt-key',
  severity: 'warning',
  summary: 'A key in the front matter of a PRP is almost a known one',
  explanation:
    'The value of an unknown key is not read: `dependancies` states no dependency, `estimated_hour` no estimate. A ' +
    'PRP whose misspelt key may mean dependencies is never ready.',
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
