import { drawPng, drawSvg, layoutText } from './layout';
import type { LayoutWorker } from './layouts';

/** Lays out where it is called: a browser's extension host is a worker of its own already. It cannot be interrupted. */
export const layoutHere: LayoutWorker = {
  isRunning: () => true,
  layout: layoutText,
  svg: drawSvg,
  png: drawPng,
  stop: () => undefined,
};
