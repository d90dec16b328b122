import type { Rule } from './rule';

export const jsonSyntax: Rule = {
  code: 'json-syntax',
  severity: 'error',
  summary: 'The file is not valid JSON, or an object has the same key twice',
  explanation:
    'Other tools refuse the whole file; this one goes on with what it can read, which may be less than you wrote. ' +
    'Of two equal keys only the last counts, so the first is lost without a word. Comments and trailing commas are allowed.',
  example: { language: 'json', text: '{ "achievements": [{ "achievement_id": "1.1" "dependencies": [] }] }' },
  fix: 'Write what is missing at the marked place, or remove one of the two keys.',
  *check({ parallel }) {
    if (!parallel) return;
    for (const { message, span } of parallel.facts.problems) yield { uri: parallel.uri, span, message };
  },
};
