import type { GraphNode } from './messages';

const MOST_LISTED = 8;

/** Ids with commas; a long list is cut with the number left out. */
export const listed = (ids: readonly string[]): string =>
  ids.length > MOST_LISTED
    ? `${ids.slice(0, MOST_LISTED).join(', ')} and ${ids.length - MOST_LISTED} more`
    : ids.join(', ');

/** `Ready`, `Blocked by 1.2, 1.3`, or nothing. */
export const readinessOf = ({ ready, blockedBy }: GraphNode): string => {
  if (ready) return 'Ready';
  return blockedBy.length > 0 ? `Blocked by ${listed(blockedBy)}` : '';
};

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const uncapitalised = (text: string): string =>
  text.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

const placeOf = ({ level, levelReason }: GraphNode): string => {
  if (level !== null) return `level ${level}`;
  return levelReason ?? '';
};

/** In the order in which a card shows them, so that what one reads aloud names the card to a voice control. */
const facts = (node: GraphNode): readonly string[] =>
  [
    node.statusWords,
    readinessOf(node),
    node.effort ?? '',
    placeOf(node),
    node.dependencies.length > 0 ? `depends on ${listed(node.dependencies)}` : 'depends on nothing',
  ].filter((fact) => fact !== '');

const nameOf = ({ kind, id, title }: GraphNode): string =>
  kind === 'level' ? `${id}, ${title}` : `Achievement ${id} ${title}`;

/** What a screen reader says of a node. */
export const labelOf = (node: GraphNode): string =>
  [nameOf(node), ...facts(node).map(uncapitalised)].join(', ');

/** Everything about a node, for people who point at it. */
export const tooltipOf = (node: GraphNode): string =>
  [`${node.id}  ${node.title}`, '', ...facts(node).map(capitalised)].join('\n');
