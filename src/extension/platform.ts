import type { LogOutputChannel, Memento } from 'vscode';
import type { Dashboard } from '../engine/dashboard/dashboardTable';
import type { Engine } from '../engine/engine';
import type { GraphFormat } from '../engine/export/graphFormat';
import type { Placeholder } from '../engine/facts/workFacts';
import type { Logger } from '../engine/files';
import type { Scheduler } from '../engine/schedule/scheduler';
import type { complianceReport } from '../engine/validate/complianceReport';
import type { FoundFonts } from '../raster/rasterParts';
import type { PlaceFor } from './creation/batchPlace';
import type { LayoutWorker } from './graph/layout/layouts';
import type { RunPlatform } from './run/runPlatform';

/** What the desktop and the browser build do differently. */
export interface Platform {
  /** Loads and starts what activation must not wait for. */
  startRuntime(options: RuntimeOptions): Promise<Runtime>;
  /** Fonts of the machine that can draw these characters; there are none in a browser. */
  fontsFor(characters: readonly string[]): Promise<FoundFonts>;
  /** Loads and starts what lays out graphs; called with the first graph. */
  startLayout(): Promise<LayoutWorker>;
  /** What runs plans; there is none without a disk and processes. */
  readonly runs?: RunPlatform;
}

export interface RuntimeOptions {
  readonly logger: Logger;
  readonly log: LogOutputChannel;
  readonly roots: readonly string[];
  readonly rulesUrl: string;
  /** Remembers what belongs to the workspace. */
  readonly state: Memento;
}

export interface Runtime {
  readonly engine: Engine;
  /** Resolves when the workspace was read for the first time; the engine tells meanwhile how far it came. */
  readonly isRead: Promise<unknown>;
  /** Resolves when the editor talks to the language server; never rejects. */
  readonly connected: Promise<void>;
  readonly placeFor: PlaceFor;
  /** The places of a document that are to be filled in. */
  readonly placeholdersIn: (text: string) => readonly Placeholder[];
  /** What a graph can be exported as. */
  readonly graphFormats: readonly GraphFormat[];
  /** The scores of plans as Markdown; undefined where none has one. */
  readonly complianceReport: typeof complianceReport;
  readonly dashboard: Dashboard;
  readonly scheduler: Scheduler;
  stop(): Promise<void>;
}
