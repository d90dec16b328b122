import { printable } from '../../words/printable';
import type { Rule } from '../rule';

export const unreadValue: Rule = {
  code: 'unread-value',
  severity: 'warning',
  summary: 'A reference to an achievement in parallel.json was not understood',
  explanation:
    'An id is understood\n\n' +
    '- alone (`"1.1"`),\n' +
    '- with a word or a remark (`"Achievement 1.1 (schema)"`),\n' +
    '- in a list or a range in one text (`"1.1, 1.2"`, `"1.1-1.3"`),\n' +
    '- in an object (`{ "id": "1.1" }`),\n\n' +
    'and so is the title of an achievement. Other text that looks like an id, a range, a priority or an open ' +
    'question is not read. No view calls an achievement ready that waits for it.',
  example: { language: 'json', text: '{ "achievement_id": "1.2", "blocks": ["TBD"] }' },
  fix: 'Write a list of ids: `["1.1", "1.2"]`, or `[]`.',
  *check({ parallel }) {
    if (!parallel) return;
    const { uri, facts } = parallel;
    for (const { id, unreadBlocks } of facts.achievements) {
      for (const { span, text } of unreadBlocks) {
        yield {
          uri,
          span,
          message: `“${shown(text)}” was not understood: nobody can tell what ${id} blocks.`,
        };
      }
    }
    for (const { span, dependent } of facts.unreadCrossings) {
      const whose = dependent === undefined ? 'what depends on what' : `what ${dependent} depends on`;
      yield { uri, span, message: `This edge was not understood: nobody can tell ${whose}.` };
    }
  },
};

const LONGEST = 60;

const shown = (text: string): string => {
  const words = printable(text);
  return words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;
};
