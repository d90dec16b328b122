import { toJson } from '../../shared/toJson';
import { graphJsonOf } from '../graph/graphJson';
import { linkJson } from '../links/linkJson';
import { type GraphFormat, textFile } from './graphFormat';

/** Data for programs. */
export const jsonFormat: GraphFormat = {
  id: 'json',
  name: 'JSON',
  purpose: 'for programs',
  ending: 'json',
  draw: async (plan) => textFile(toJson(graphJsonOf(plan))),
  drawAll: ({ plans, links, ...places }) =>
    toJson({
      graphs: plans.map((plan) => ({ path: places.pathOf(plan.uri), ...graphJsonOf(plan) })),
      links: links.map((link) => linkJson(places, link)),
    }),
};
