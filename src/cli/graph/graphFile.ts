import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Drawers } from '../../engine/export/graphFormat';
import { systemFontsFor } from '../../node/systemFonts';
import { rasterPartsFor } from '../../raster/rasterParts';

/** Writing files and drawing PNGs: a bundle of its own, so that commands that print text do not read it. */
export { writeOutput } from '../../node/writeOutput';

/** Draws with what lies beside the bundles. */
export const drawPng: Drawers['png'] = async (svg) => {
  const { missing, ...parts } = await rasterPartsFor(svg, {
    shipped: (name) => readFile(join(__dirname, name)),
    fontsFor: systemFontsFor,
  });
  const raster = await (await import('../../raster/raster')).drawPng(svg, parts);
  return { ...raster, missing };
};
