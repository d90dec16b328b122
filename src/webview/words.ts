import type { GraphNode } from './messages';

const MOST_LISTED = 8;

/** The id as people read it. */
export const idOf = ({ id, context }: GraphNode): string => context?.label ?? id;

/** The id with the name of its plan, where the picture holds several. */
export const fullIdOf = (node: GraphNode): string =>
  node.context && node.kind !== 'plan' ? `${node.context.planName} ${node.context.label}` : idOf(node);

/** Ids with commas; a long list is cut with the number left out. */
export const listed = (ids: readonly string[]): string =>
  ids.length > MOST_LISTED
    ? `${ids.slice(0, MOST_LISTED).join(', ')} and ${ids.length - MOST_LISTED} more`
    : ids.join(', ');

/** `Ready`, `Blocked by 1.2, 1.3`, `Unclear dependencies: “TBD”`, or nothing. */
export const readinessOf = ({ ready, blockedBy, unclear }: GraphNode): string => {
  if (ready) return 'Ready';
  return blockedBy.length > 0 ? `Blocked by ${listed(blockedBy)}` : capitalised(unclear ?? '');
};

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const uncapitalised = (text: string): string =>
  text.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

/** `Critical`, `Slack 2 h`, or nothing. */
export const slackOf = ({ critical, slack }: GraphNode): string => {
  if (critical) return 'Critical';
  return slack === null ? '' : `Slack ${slack}`;
};

/** What stands beside the id of a card: `2 h, slack 6 h, Ada`. The end is cut where there is no room. */
export const asideOf = (node: GraphNode): readonly string[] =>
  [node.effort, uncapitalised(slackOf(node)), node.levelReason, node.owner].filter(
    (text): text is string => text !== null && text !== '',
  );

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
    slackOf(node),
    node.owner === null ? '' : `owner ${node.owner}`,
    placeOf(node),
    node.priority === null ? '' : `priority ${node.priority}`,
    dependenciesOf(node),
    ...(node.context?.links ?? []).slice(0, MOST_LISTED),
  ].filter((fact) => fact !== '');

const dependenciesOf = ({ kind, dependencies, context }: GraphNode): string => {
  if (dependencies.length > 0) return `depends on ${listed(dependencies)}`;
  // of a plan nobody said so, and beside `depends on SEARCH 2.1` it would not be true
  return kind === 'plan' || context?.links.length ? '' : 'depends on nothing';
};

const nameOf = (node: GraphNode): string => {
  const { kind, title, context } = node;
  if (kind === 'plan') return `Plan ${idOf(node)}, ${title}`;
  const plan = context ? `${context.planName}, ` : '';
  return kind === 'level'
    ? `${plan}${idOf(node)}, ${title}`
    : `${plan}${plan ? 'a' : 'A'}chievement ${idOf(node)} ${title}`;
};

/** What a screen reader says of a node. */
export const labelOf = (node: GraphNode): string =>
  [nameOf(node), ...facts(node).map(uncapitalised)].join(', ');

/** Everything about a node, for people who point at it. */
export const tooltipOf = (node: GraphNode): string =>
  [`${fullIdOf(node)}  ${node.title}`, '', ...facts(node).map(capitalised)].join('\n');
