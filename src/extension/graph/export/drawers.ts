import { Uri, workspace } from 'vscode';
import type { DrawSvg } from '../../../engine/graph/exportGraph';
import type { DrawPng } from '../../../engine/graph/exportPng';
import { type RasterSources, rasterPartsFor } from '../../../raster/rasterParts';
import type { Layouts } from '../layout/layouts';

/** What draws the pictures of an export. */
export interface Drawers {
  readonly svg: DrawSvg;
  readonly png: DrawPng;
}

/** Draws with what ships in the extension, wherever that is installed, and with the fonts of the machine. */
export const createDrawers = (
  extensionUri: Uri,
  fontsFor: RasterSources['fontsFor'],
  layouts: Layouts,
): Drawers => ({
  svg: (dot) => layouts.svg(dot),
  png: async (svg) => {
    const { missing, ...parts } = await rasterPartsFor(svg, {
      shipped: async (name) => workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', name)),
      fontsFor,
    });
    return { ...(await layouts.png(svg, parts)), missing };
  },
});
