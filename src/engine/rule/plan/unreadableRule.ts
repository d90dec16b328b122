import type { RuleDocumentation } from '../rule';

/** Found while files are read, before there is a plan to check. */
export const unreadableRule: RuleDocumentation = {
  code: 'unreadable-document',
  severity: 'warning',
  summary: 'A PLAN, parallel.json or PRP file cannot be read as text',
  explanation:
    'The file is binary, too large, or you have no permission to read it. It takes no part in any plan until it can ' +
    'be read.',
  example: { language: 'text', text: 'PLAN_SHOP.md that is really a picture' },
  fix: 'Correct the file or its permissions, or give it another name.',
};
