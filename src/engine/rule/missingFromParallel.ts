import { addAchievement } from './edit/addAchievement';
import type { Rule } from './rule';

export const missingFromParallel: Rule = {
  code: 'missing-from-parallel',
  severity: 'warning',
  summary: 'The PLAN defines an achievement that parallel.json does not list',
  explanation:
    'Where there is a parallel.json, only its dependencies count. An achievement it leaves out counts as one without ' +
    'dependencies, so it may look ready too early.',
  example: { language: 'markdown', text: '**Achievement 2.4**: Not mentioned in parallel.json' },
  fix: 'Add it to parallel.json; the quick fix does, with no dependencies.',
  *check({ uri, facts, parallel }) {
    const list = parallel?.facts.listSpan;
    if (!facts || !parallel || !list) return;
    // what stands behind a syntax error may be there and not be read
    if (parallel.facts.problems.some(({ kind }) => kind === 'malformed')) return;
    const known = new Set(parallel.facts.achievements.map(({ id }) => id));
    for (const { id, title, idSpan } of facts.achievements) {
      if (known.has(id)) continue;
      known.add(id);
      yield {
        uri,
        span: idSpan,
        message: `parallel.json does not list achievement ${id}.`,
        related: [{ uri: parallel.uri, span: list, message: 'The list of achievements' }],
        fixes: [
          {
            title: `Add ${id} to parallel.json`,
            preferred: false,
            uri: parallel.uri,
            edits: (text) => addAchievement(text, { id, title }),
          },
        ],
      };
    }
  },
};
