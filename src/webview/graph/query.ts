import { idOf, readinessOf, slackOf } from '../kit/words';
import type { GraphNode } from '../protocol/messages';

/** Whether a node is what somebody looks for. */
export type Query = (node: GraphNode) => boolean;

const FIELD = /^(status|level|priority|owner|plan):(.+)$/;

/**
 * Reads what was typed into the search field; undefined where nothing was. Every word must match: an id from its
 * beginning, else a part of title, status, readiness or owner. `status:ready`, `level:2`, `priority:1`,
 * `owner:ada` and `plan:search` ask for one property, `level:1,2` for either value. Letter case does not matter.
 */
export const queryOf = (text: string): Query | undefined => {
  const terms = text.toLowerCase().split(/\s+/).filter(Boolean).map(termOf);
  return terms.length === 0 ? undefined : (node) => terms.every((matches) => matches(node));
};

const termOf = (word: string): Query => {
  const [, field, list = ''] = FIELD.exec(word) ?? [];
  const values = list.split(',').filter(Boolean);
  switch (field) {
    case 'status':
      return (node) => values.some((value) => statesOf(node).some((state) => state.startsWith(value)));
    case 'level':
      return ({ level }) => values.includes(level === null ? 'none' : String(level));
    case 'priority':
      return ({ priority }) => values.includes(priority?.toLowerCase() ?? 'none');
    case 'owner':
      return ({ owner }) => values.some((value) => (owner?.toLowerCase() ?? 'none').includes(value));
    case 'plan':
      return ({ context }) => values.some((value) => context?.planName.toLowerCase().includes(value));
    default:
      return (node) => idOf(node).toLowerCase().startsWith(word) || textOf(node).includes(word);
  }
};

/** What may stand behind `status:`, with both spellings of several words. */
const statesOf = (node: GraphNode): readonly string[] => [
  node.status,
  node.status.replaceAll('_', '-'),
  ...readinessStates(node),
  ...(node.critical ? ['critical'] : []),
];

/** `unclear` beside `unknown`, which is what the word on the card begins with. */
const readinessStates = ({ readiness, readinessWords }: GraphNode): readonly string[] => {
  if (readiness === null || readinessWords === null) return [];
  return readiness === 'unknown' ? ['unclear', 'unknown'] : [readiness];
};

const textOf = (node: GraphNode): string =>
  [node.title, node.statusWords, readinessOf(node).replace(/ by .*/, ''), slackOf(node), node.owner ?? '']
    .join('\n')
    .toLowerCase();
