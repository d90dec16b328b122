import { toMermaid } from '../graph/mermaid';
import { toLinksMermaid } from '../links/linksMermaid';
import { type GraphFormat, textFile } from './graphFormat';

/** A flowchart that Markdown viewers draw. Holds one graph: of several plans it shows the links. */
export const mermaidFormat: GraphFormat = {
  id: 'mermaid',
  name: 'Mermaid',
  purpose: 'a flowchart in Markdown',
  ending: 'mmd',
  draw: async (plan) => textFile(toMermaid(plan)),
  drawAll: ({ plans, links }) => {
    const [only] = plans;
    return only && plans.length === 1 ? toMermaid(only) : toLinksMermaid(plans, links);
  },
};
