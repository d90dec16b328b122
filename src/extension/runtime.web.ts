import 'vscode-languageserver-protocol/browser';
import { respectingEditors } from './creation/batchPlace';
import { createEditorPlace } from './creation/editorPlace';
import { createEditorFiles } from './files/editorFiles';
import type { Runtime, RuntimeOptions } from './platform';
import { startRuntime } from './startRuntime';
import { createTimerPace } from './timerPace';

/** The engine over the editor's file systems alone, and the language server. */
export const startWebRuntime = (options: RuntimeOptions): Promise<Runtime> =>
  startRuntime(options, {
    create: createEditorFiles,
    placeFor: () => respectingEditors(createEditorPlace(options.state)),
    createPace: createTimerPace,
  });
