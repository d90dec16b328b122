import { readTitle } from '../document/title';
import { writeTitle } from './edit/valueEdits';
import type { Rule } from './rule';

export const titleDiffers: Rule = {
  code: 'title-differs',
  severity: 'info',
  summary: 'parallel.json gives an achievement another title than the PLAN',
  explanation:
    'The title of the PLAN is shown everywhere. Where parallel.json has another one, often the achievement was renamed ' +
    'or the id is wrong. Case, marks, white space and what stands behind a title (`⏱️ 4-6 hours`) make no difference.',
  example: {
    language: 'json',
    text: '{ "achievement_id": "1.1", "title": "Product Pages", "dependencies": [] }',
  },
  fix: 'Correct the id or the title; the quick fix takes the title of the PLAN.',
  *check({ facts, byId, parallel }) {
    if (!facts || !parallel) return;
    for (const { id, title, titleSpan } of parallel.facts.achievements) {
      const defined = title && titleSpan ? byId.get(id) : undefined;
      if (!title || !titleSpan || !defined || isSame(title, defined.title)) continue;
      const { title: right } = defined;
      yield {
        uri: parallel.uri,
        span: titleSpan,
        message: `The PLAN calls ${id} "${right}".`,
        related: [{ uri: defined.uri, span: defined.idSpan, message: `The definition of ${id}` }],
        fixes: [
          {
            title: `Take the title of the PLAN: "${right}"`,
            preferred: false,
            uri: parallel.uri,
            edits: (text) => writeTitle(text, id, right),
          },
        ],
      };
    }
  },
};

/** A title without a word says nothing that could differ. */
const isSame = (listed: string, defined: string): boolean => {
  if (listed === defined) return true;
  const words = wordsOf(readTitle(listed).title);
  return words === '' || words === wordsOf(defined);
};

const wordsOf = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
