import { firstOf, listed } from '../../shared/listed';
import { sentence } from '../../shared/sentence';
import type { GraphNode } from '../protocol/messages';
import type { CardMark } from '../protocol/runMessages';

/** The id as people read it. */
export const idOf = ({ id, context }: GraphNode): string => context?.label ?? id;

/** The id with the name of its plan, where the picture holds several. */
export const fullIdOf = (node: GraphNode): string =>
  node.context && node.kind !== 'plan' ? `${node.context.planName} ${node.context.label}` : idOf(node);

/** `Ready`, `Blocked by 1.2, 1.3`, `In a cycle`, or nothing. */
export const readinessOf = ({ readinessWords }: GraphNode): string => sentence(readinessWords ?? '');

const uncapitalised = (text: string): string =>
  text.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

/** `Critical`, `Slack 2 h`, or nothing. */
export const slackOf = ({ critical, slack }: GraphNode): string => {
  if (critical) return 'Critical';
  return slack === null ? '' : `Slack ${slack}`;
};

/** What stands beside the id of a card: `2 h, slack 6 h, Ada`. The end is cut where there is no room. */
export const asideOf = (node: GraphNode): readonly string[] =>
  [node.effort, uncapitalised(slackOf(node)), cyclicOf(node), node.owner].filter(
    (text): text is string => text !== null && text !== '',
  );

/** Why it has no level, unless its readiness says so already. */
export const cyclicOf = ({ levelReason, readinessWords }: GraphNode): string | null =>
  levelReason === readinessWords ? null : levelReason;

const placeOf = (node: GraphNode): string =>
  node.level === null ? (cyclicOf(node) ?? '') : `level ${node.level}`;

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
    ...firstOf(node.context?.links ?? []).first,
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

/** What a screen reader says of a node; what a run says of it comes first, as on its card. */
export const labelOf = (node: GraphNode, mark?: CardMark): string =>
  [nameOf(node), ...(mark ? [mark.words, ...mark.more] : []), ...facts(node).map(uncapitalised)].join(', ');

/** Everything about a node, for people who point at it. */
export const tooltipOf = (node: GraphNode, mark?: CardMark): string =>
  [
    `${fullIdOf(node)}  ${node.title}`,
    '',
    ...(mark ? [`Run: ${mark.words}`, ...mark.more.map(sentence)] : []),
    ...facts(node).map(sentence),
  ].join('\n');
