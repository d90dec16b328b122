import 'vscode-languageserver-protocol/node';
import { workspace } from 'vscode';
import { createGitHistory } from '../node/git/gitHistory';
import { createNodePace } from '../node/pace';
import { createDesktopPlaces } from './creation/desktopPlaces';
import { createDesktopFiles } from './files/desktopFiles';
import { includesIgnored } from './followSettings';
import type { Runtime, RuntimeOptions } from './platform';
import { startRuntime } from './startRuntime';

export { systemFontsFor } from '../node/systemFonts';
export { startLayoutThread } from './graph/layout/startLayout';
export { haveRecords } from './run/desktop/homes';

/** The engine over the disk where there is one, and the language server. A bundle of its own, loaded late. */
export const startDesktopRuntime = (options: RuntimeOptions): Promise<Runtime> =>
  startRuntime(options, {
    create: createDesktopFiles,
    placeFor: createDesktopPlaces(options.state),
    createPace: createNodePace,
    canRun: () => workspace.isTrusted,
    // git runs what the settings of a repository name
    createHistory: (logger) =>
      createGitHistory(logger, { mayRun: () => workspace.isTrusted, includeIgnored: includesIgnored }),
  });
