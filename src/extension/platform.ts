import type { LogOutputChannel, Memento } from 'vscode';
import type { Logger } from '../engine/files';
import type { FoundFonts } from '../raster/rasterParts';
import type { LayoutWorker } from './graph/layouts';
import type { Runtime } from './startRuntime';

/** What the desktop and the browser build do differently. */
export interface Platform {
  /** Loads and starts what activation must not wait for. */
  startRuntime(options: RuntimeOptions): Promise<Runtime>;
  /** Fonts of the machine that can draw these characters; there are none in a browser. */
  fontsFor(characters: readonly string[]): Promise<FoundFonts>;
  /** Loads and starts what lays out graphs; called with the first graph. */
  startLayout(): Promise<LayoutWorker>;
}

export interface RuntimeOptions {
  readonly logger: Logger;
  readonly log: LogOutputChannel;
  readonly roots: readonly string[];
  readonly rulesUrl: string;
  /** Remembers what belongs to the workspace. */
  readonly state: Memento;
}
