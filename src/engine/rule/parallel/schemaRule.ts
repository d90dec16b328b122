import type { RuleDocumentation } from '../rule';

/** Its findings come from `schemaFindings`, and inside VS Code from the schema contribution. */
export const schemaRule: RuleDocumentation = {
  code: 'schema',
  severity: 'error',
  summary: 'parallel.json has a value of the wrong kind',
  explanation:
    'A list is expected and there is a string, an id or status is not one, or an achievement has no id. Keys the schema ' +
    'does not know are fine.',
  example: { language: 'json', text: '{ "achievement_id": 1.1, "dependencies": "1.2", "status": "done" }' },
  fix: 'Write a value of the kind the message names.',
};
