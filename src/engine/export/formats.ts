import { asciiFormat } from './asciiFormat';
import { dotFormat } from './dotFormat';
import type { GraphFormat } from './graphFormat';
import { jsonFormat } from './jsonFormat';
import { mermaidFormat } from './mermaidFormat';
import { pngFormat } from './pngFormat';
import { svgFormat } from './svgFormat';

/** What a graph can be exported as, in the order of the menus; the options and help of the command line list them too. */
export const graphFormats: readonly GraphFormat[] = [
  svgFormat,
  pngFormat,
  mermaidFormat,
  dotFormat,
  asciiFormat,
  jsonFormat,
];
