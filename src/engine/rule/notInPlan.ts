import type { Rule } from './rule';

export const notInPlan: Rule = {
  code: 'not-in-plan',
  severity: 'error',
  summary: 'parallel.json lists an achievement that the PLAN does not define',
  explanation:
    'The PLAN says what the achievements are; parallel.json only how they depend on each other. An entry without a ' +
    'definition is shown nowhere, and whatever depends on it can never become ready.',
  example: {
    language: 'json',
    text: '{ "achievements": [{ "achievement_id": "9.9", "dependencies": [] }] }',
  },
  fix: 'Correct the id, define the achievement in the PLAN, or remove the entry.',
  *check({ uri, byId, facts, parallel }) {
    if (!facts || !parallel || byId.size === 0) return;
    const first = facts.achievements[0];
    for (const { id, idSpan } of parallel.facts.achievements) {
      if (byId.has(id)) continue;
      yield {
        uri: parallel.uri,
        span: idSpan,
        message: `The PLAN defines no achievement ${id}.`,
        related: first
          ? [{ uri, span: first.idSpan, message: 'The achievements of the PLAN start here' }]
          : [],
      };
    }
  },
};
