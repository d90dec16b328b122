import type { AnalysedPlan } from '../model/analysis';
import { type DrawSvg, exportGraph } from './exportGraph';

/** A PNG as it was drawn. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** It has fewer pixels than it takes to be sharp. */
  readonly scaledDown: boolean;
  /** Characters that no font there has; boxes stand in their place. */
  readonly missing: readonly string[];
}

/** Draws an SVG that `exportGraph` made. */
export type DrawPng = (svg: string) => Promise<Picture>;

export interface ExportedPicture {
  readonly bytes: Uint8Array;
  /** What a person should know about it, a sentence each. */
  readonly notes: readonly string[];
}

/** The graph of a plan as a PNG: its SVG, drawn. A `UserError` where the plan is too large for a picture. */
export const exportPng = async (
  plan: AnalysedPlan,
  drawSvg: DrawSvg,
  drawPng: DrawPng,
): Promise<ExportedPicture> => {
  const { bytes, width, height, scaledDown, missing } = await drawPng(
    await exportGraph(plan, 'svg', drawSvg),
  );
  const notes: string[] = [];
  if (scaledDown) {
    notes.push(
      `The graph is too large for a sharp PNG and was scaled down to ${width} × ${height} pixels; SVG is sharp in any size.`,
    );
  }
  if (missing.length > 0) {
    const named = missing.slice(0, MOST_NAMED).join(' ');
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
    notes.push(`No font here can draw ${named}${more}: boxes stand in their place.`);
  }
  return { bytes, notes };
};

const MOST_NAMED = 10;
