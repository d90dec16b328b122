import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DrawPng } from '../engine/graph/exportPng';
import { systemFontsFor } from '../node/systemFonts';
import { rasterPartsFor } from '../raster/rasterParts';

/** Draws with what lies beside the bundles; the rasteriser is one of its own, which nothing else reads. */
export const drawPng: DrawPng = async (svg) => {
  const { missing, ...parts } = await rasterPartsFor(svg, {
    shipped: (name) => readFile(join(__dirname, name)),
    fontsFor: systemFontsFor,
  });
  const raster = await (await import('../raster/raster')).drawPng(svg, parts);
  return { ...raster, missing };
};
