import type { ExtensionContext } from 'vscode';
import { activateWith } from './activate';
import type { Api } from './api';

export { deactivate } from './activate';

/** Entry of the desktop and remote extension host. */
export const activate = (context: ExtensionContext): Api =>
  activateWith(context, {
    startRuntime: async (options) => (await import('./runtime.js')).startDesktopRuntime(options),
    fontsFor: async (characters) => (await import('./runtime.js')).systemFontsFor(characters),
    startLayout: async () => (await import('./runtime.js')).startLayoutThread(),
    runs: {
      haveRecords: async (places) => (await import('./runtime.js')).haveRecords(places),
      start: async (options) => (await import('./runs.js')).startRuns(options),
    },
  });
