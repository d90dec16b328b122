import { UserError } from '../../shared/userError';
import { toDot } from '../graph/dot';
import { accessibleSvg } from '../graph/svg';
import type { AnalysedPlan } from '../model/analysis';
import { type Drawers, type GraphFormat, textFile } from './graphFormat';

/** A picture of lines, sharp in any size. */
export const svgFormat: GraphFormat = {
  id: 'svg',
  name: 'SVG',
  purpose: 'a picture for documents and browsers',
  ending: 'svg',
  draw: async (plan, drawers) => textFile(await svgOf(plan, drawers)),
};

/** Above these nobody can read a picture, and drawing it takes minutes. */
const MOST_DRAWN = 500;
const MOST_ARROWS = 1500;

/** The graph of a plan as an SVG that readers who see nothing can follow. A `UserError` where the plan is too large. */
export const svgOf = async (plan: AnalysedPlan, { svg }: Pick<Drawers, 'svg'>): Promise<string> => {
  const { achievements, name } = plan;
  let arrows = 0;
  for (const { dependencies } of achievements) arrows += dependencies.length;
  const isSmall = achievements.length <= MOST_DRAWN && arrows <= MOST_ARROWS;
  const drawn = isSmall ? await svg(toDot(plan)) : undefined;
  if (drawn !== undefined) return accessibleSvg(plan, drawn);
  throw new UserError(
    `${name} is too large for a picture: ${achievements.length} achievements, ${arrows} dependencies. DOT, Mermaid, text and JSON have no limit.`,
  );
};
