import type { ExtensionContext } from 'vscode';
import { activateWith } from './activate';
import type { Api } from './api';

export { deactivate } from './activate';

/** Entry of the extension host of a browser. */
export const activate = (context: ExtensionContext): Api =>
  activateWith(context, {
    startRuntime: async (options) => (await import('./runtime.web')).startWebRuntime(options),
    fontsFor: async (missing) => ({ fonts: [], missing }),
    startLayout: async () => (await import('./graph/layout/layout.web')).layoutHere,
  });
