import { Uri, workspace } from 'vscode';
import type { Drawers } from '../../../engine/export/graphFormat';
import { type RasterSources, rasterPartsFor } from '../../../raster/rasterParts';
import type { Layouts } from '../layout/layouts';

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
