import { Uri, workspace } from 'vscode';
import type { DrawPng } from '../../engine/graph/exportPng';
import { type RasterSources, rasterPartsFor } from '../../raster/rasterParts';
import { loadLayout } from '../loadLayout';

/** Draws with what ships in the extension, wherever that is installed. */
export const createDrawPng =
  (extensionUri: Uri, fontsFor: RasterSources['fontsFor']): DrawPng =>
  async (svg) => {
    const { missing, ...parts } = await rasterPartsFor(svg, {
      shipped: async (name) => workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', name)),
      fontsFor,
    });
    return { ...(await (await loadLayout()).drawPng(svg, parts)), missing };
  };
