import { toAscii } from '../graph/ascii';
import type { PlanLink } from '../links/link';
import { linkLines } from '../links/linksText';
import { type GraphFormat, textFile } from './graphFormat';

/** As wide as text that is read in an editor or a mail. */
const WIDTH = 100;

/** Boxes of characters, for terminals, comments and mails. */
export const asciiFormat: GraphFormat = {
  id: 'ascii',
  name: 'Text',
  purpose: 'for terminals and comments',
  ending: 'txt',
  draw: async (plan) => textFile(toAscii(plan, { width: WIDTH, color: false })),
  drawAll: ({ plans, links, width, color }) =>
    [...plans.map((plan) => toAscii(plan, { width, color }).trimEnd()), ...linkText(links)].join('\n\n'),
};

const linkText = (links: readonly PlanLink[]): readonly string[] =>
  links.length === 0
    ? []
    : [['Links between plans', ...linkLines(links).map((line) => `  ${line}`)].join('\n')];
