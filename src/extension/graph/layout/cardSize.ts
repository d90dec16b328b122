import type { CardSize, GraphModel, GraphNode } from '../../../webview/protocol/messages';

const NARROWEST = 168;
const WIDEST = 256;
/** Mean width of a letter in a title and in the smaller line below it; a little more than fonts need. */
const TITLE_LETTER = 7;
const FOOT_LETTER = 6.6;
const SIDES = 28;
/** Room for the id of a card and its icon. */
const HEAD = 78;
/** Letters beside the id, at most, before they are cut. */
const ASIDE_LIMIT = 26;
/** `Slack 12.5 h`, whatever the slack is: a card that grew with it would move the whole graph. */
const SLACK_LETTERS = 13;
/** Ids that a card names when it is blocked, at most, before it cuts the list. */
const FOOT_LIMIT = 38;

/** One size for all cards of a graph, from the longest texts: wide enough, and two lines where it must be. */
export const cardSizeOf = ({ nodes, criticalPath }: GraphModel): CardSize => {
  let title = 0;
  let foot = 0;
  let aside = 0;
  for (const node of nodes) {
    title = Math.max(title, node.title.length);
    aside = Math.max(aside, Math.min(ASIDE_LIMIT, asideLength(node, criticalPath !== null)));
    foot = Math.max(foot, Math.min(FOOT_LIMIT, footLength(node)));
  }
  const head = aside === 0 ? 0 : HEAD + aside * FOOT_LETTER;
  const wanted = Math.max(title * TITLE_LETTER + SIDES, foot * FOOT_LETTER + SIDES, head);
  const titleLines = title * TITLE_LETTER + SIDES > WIDEST ? 2 : 1;
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(wanted / 8) * 8)),
    height: titleLines === 2 ? 98 : 80,
    titleLines,
  };
};

/** Letters of what stands beside the id. */
const asideLength = ({ effort, owner }: GraphNode, hasSlack: boolean): number =>
  (hasSlack ? SLACK_LETTERS : 0) + (effort === null ? 0 : effort.length + 1) + (owner?.length ?? 0);

/** Letters of the status and of what stands beside it, with the space between. */
const footLength = ({ statusWords, readinessWords }: GraphNode): number =>
  statusWords.length + (readinessWords === null ? 0 : 1 + readinessWords.length);
