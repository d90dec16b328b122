import { UserError } from '../../shared/userError';
import type { AnalysedPlan } from '../model/analysis';
import { toDot } from './dot';
import { toGraphJson } from './graphJson';
import { toMermaid } from './mermaid';
import { accessibleSvg } from './svg';

/** What a graph can be exported as; `ascii` is for terminals and no file. */
export type ExportFormat = 'png' | TextFormat;
type TextFormat = 'svg' | 'mermaid' | 'dot' | 'json';

/** How the names of their files end. */
export const FILE_ENDINGS: Readonly<Record<ExportFormat, string>> = {
  svg: 'svg',
  png: 'png',
  mermaid: 'mmd',
  dot: 'dot',
  json: 'json',
};

/** Draws DOT as SVG. Undefined where it ran out of memory. */
export type DrawSvg = (dot: string) => Promise<string | undefined>;

/** Above these nobody can read a picture, and drawing it takes minutes. */
const MOST_DRAWN = 500;
const MOST_ARROWS = 1500;

/** The text of a file that shows the graph of a plan; a PNG is {@link exportPng}. A `UserError` where the plan is too large for a picture. */
export const exportGraph = async (
  plan: AnalysedPlan,
  format: TextFormat,
  drawSvg: DrawSvg,
): Promise<string> => {
  switch (format) {
    case 'dot':
      return toDot(plan);
    case 'mermaid':
      return toMermaid(plan);
    case 'json':
      return toGraphJson(plan);
    case 'svg':
      return svgOf(plan, drawSvg);
  }
};

const svgOf = async (plan: AnalysedPlan, drawSvg: DrawSvg): Promise<string> => {
  const { achievements, name } = plan;
  let arrows = 0;
  for (const { dependencies } of achievements) arrows += dependencies.length;
  const isSmall = achievements.length <= MOST_DRAWN && arrows <= MOST_ARROWS;
  const drawn = isSmall ? await drawSvg(toDot(plan)) : undefined;
  if (drawn !== undefined) return accessibleSvg(plan, drawn);
  throw new UserError(
    `${name} is too large for a picture: ${achievements.length} achievements, ${arrows} dependencies. DOT, Mermaid and JSON have no limit.`,
  );
};
