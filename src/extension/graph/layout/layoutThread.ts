import { answerWith } from '../../../node/thread';
import type { RasterParts } from '../../../raster/raster';
import { drawPng, drawSvg, layoutText } from './layout';

const jobs = {
  layout: layoutText,
  svg: drawSvg,
  png: ({ svg, parts }: { readonly svg: string; readonly parts: RasterParts }) => drawPng(svg, parts),
};
export type LayoutJobs = typeof jobs;

// Entry of the thread that lays out and draws graphs on the desktop.
answerWith(jobs);
