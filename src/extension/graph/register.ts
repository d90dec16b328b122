import { commands as editor, type Uri } from 'vscode';
import type { Logger } from '../../engine/files';
import { commands as ids } from '../../language/commands';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import type { RegisterCommands } from '../commands/commandRegistry';
import type { Targets } from '../commands/targets';
import type { Dependencies } from '../dependency/dependencies';
import type { EngineHost } from '../engineHost';
import type { Platform } from '../platform';
import type { LiveRuns } from '../run/live/liveRuns';
import type { Selection } from '../selection';
import { createDrawers } from './export/drawers';
import { type ExportUi, exportInto } from './export/exportFlow';
import { editorExportUi } from './export/exportUi';
import { createLayouts } from './layout/layouts';
import { createGraphPanels } from './panel/graphPanel';

export interface Graphs extends Disposable {
  /** The plan whose graph has the focus. */
  active(): string | undefined;
  /** Writes the graph of a plan into a file; undefined when the person turned away. */
  export(plan: string, ui: ExportUi): Promise<Uri | undefined>;
}

interface GraphNeeds {
  readonly extensionUri: Uri;
  readonly host: EngineHost;
  readonly targets: Targets;
  readonly register: RegisterCommands;
  readonly platform: Pick<Platform, 'startLayout' | 'fontsFor'>;
  readonly dependencies: Dependencies;
  readonly selection: Selection;
  readonly live: LiveRuns;
  readonly logger: Logger;
}

/** Graph, timeline and the graph of all plans, and pictures of them. */
export const registerGraphs = (needs: GraphNeeds): Graphs => {
  const { extensionUri, host, targets, register, platform, dependencies, selection, live, logger } = needs;
  const store = new DisposableStore();
  const layouts = store.add(createLayouts(platform.startLayout));
  const drawers = createDrawers(extensionUri, platform.fontsFor, layouts);
  const panels = store.add(
    createGraphPanels({
      extensionUri,
      engine: () => host.engine(),
      scheduler: async () => (await host.runtime()).scheduler,
      openAchievement: async (plan, id) => void (await editor.executeCommand(ids.openAchievement, plan, id)),
      layouts,
      selection,
      dependencies,
      live,
      logger,
    }),
  );
  const exportGraph: Graphs['export'] = (uri, ui) => {
    const plan = async () => (await host.current()).planOf(uri);
    const formats = async () => (await host.runtime()).graphFormats;
    return exportInto({ plan, formats, drawers }, ui);
  };
  store.add(
    register({
      showGraph: async (argument) => {
        const plan = await targets.planFor(argument);
        if (plan) await panels.show(plan.uri, 'graph');
      },
      showTimeline: async (argument) => {
        const plan = await targets.planForGraph(argument);
        if (plan) await panels.show(plan.uri, 'timeline');
      },
      showWorkspaceGraph: () => panels.showWorkspace(),
      exportGraph: async (argument) => {
        const plan = await targets.planForGraph(argument);
        if (plan) await exportGraph(plan.uri, editorExportUi);
      },
    }),
  );
  return { active: () => panels.active(), export: exportGraph, dispose: () => store.dispose() };
};
