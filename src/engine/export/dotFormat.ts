import { toDot } from '../graph/dot';
import { toLinksDot } from '../links/linksDot';
import { type GraphFormat, textFile } from './graphFormat';

/** The language of graphviz. Of several plans one graph each, and one more for the links between them. */
export const dotFormat: GraphFormat = {
  id: 'dot',
  name: 'DOT',
  purpose: 'for graphviz',
  ending: 'dot',
  draw: async (plan) => textFile(toDot(plan)),
  drawAll: ({ plans, links }) =>
    [...plans.map(toDot), ...(links.length > 0 ? [toLinksDot(plans, links)] : [])]
      .map((text) => text.trimEnd())
      .join('\n\n'),
};
