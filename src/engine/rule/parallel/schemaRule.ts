import type { RuleDocumentation } from '../rule';

/** Its findings come from `schemaFindings`, and inside VS Code from the schema contribution. */
export const schemaRule: RuleDocumentation = {
  code: 'schema',
  severity: 'error',
  summary: 'parallel.json has a value of the wrong kind',
  explanation:
    'Examples: a string where a list is expected, an invalid id or status, an achievement without an id. Keys that ' +
    'the schema does not know are fine.',
  example: { language: 'json', text: '{ "achievement_id": 1.1, "dependencies": "1.2", "status": "done" }' },
  fix: 'Write a value of the kind that the message names.',
};
