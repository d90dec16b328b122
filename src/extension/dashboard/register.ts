import { commands as editor, type Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { Logger } from '../../engine/files';
import type { Snapshot } from '../../engine/snapshot';
import { commands as ids } from '../../language/commands';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import {
  type DashboardMessage,
  type DashboardRequest,
  isDashboardRequest,
} from '../../webview/protocol/dashboardMessages';
import type { RegisterCommands } from '../commands/commandRegistry';
import type { EngineHost } from '../engineHost';
import { dressPanel, panelOptions } from '../graph/panel/panelPage';

/** Named in package.json too: a stored panel of this type activates the extension. */
const VIEW_TYPE = 'parallelPlans.dashboard';

/** The table of all plans: one panel, kept up to date, restored after a reload of the window. */
export const registerDashboard = (
  host: EngineHost,
  register: RegisterCommands,
  extensionUri: Uri,
  logger: Logger,
): Disposable => {
  const store = new DisposableStore();
  let open: WebviewPanel | undefined;

  const openAsMarkdown = async (plans: readonly string[]): Promise<void> => {
    const { dashboard } = await host.runtime();
    const content = dashboard.markdownOf(await host.current(), plans);
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
  };

  const send = async (panel: WebviewPanel, snapshot: Snapshot): Promise<void> => {
    const { dashboard } = await host.runtime();
    const message: DashboardMessage = { type: 'dashboard', ...dashboard.tableOf(snapshot) };
    await panel.webview.postMessage(message);
  };

  const answer = async (panel: WebviewPanel, request: DashboardRequest): Promise<void> => {
    switch (request.type) {
      case 'ready':
        await send(panel, await host.current());
        return;
      case 'open':
        await editor.executeCommand(ids.openFile, request.plan.split('#')[0]);
        return;
      case 'graph':
        await editor.executeCommand(ids.showGraph, request.plan);
        return;
      case 'whatNow':
        await editor.executeCommand(ids.whatNow, request.plan);
        return;
      case 'export':
        await openAsMarkdown(request.plans);
    }
  };

  const adopt = (panel: WebviewPanel): void => {
    open?.dispose();
    open = panel;
    const own = new DisposableStore();
    own.add(
      host.onDidChange((snapshot) => {
        if (panel.visible) void send(panel, snapshot);
      }),
    );
    own.add(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        if (!isDashboardRequest(message)) logger.warn('The dashboard sent an invalid message');
        else
          answer(panel, message).catch((error: unknown) =>
            logger.error('The dashboard could not follow', error),
          );
      }),
    );
    panel.onDidDispose(() => {
      own.dispose();
      if (open === panel) open = undefined;
    });
    panel.webview.options = panelOptions(extensionUri);
    dressPanel(panel, 'Plans', extensionUri, {
      script: 'dashboard.js',
      styles: ['graph.css', 'dashboard.css'],
    });
  };

  store.add(
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel) => adopt(panel),
    }),
  );
  store.add({ dispose: () => open?.dispose() });
  store.add(
    register({
      showDashboard: async () => {
        if (open) open.reveal();
        else adopt(window.createWebviewPanel(VIEW_TYPE, 'Plans', ViewColumn.Active));
      },
    }),
  );
  return store;
};
