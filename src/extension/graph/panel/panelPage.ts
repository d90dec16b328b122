import { Uri, type WebviewOptions, type WebviewPanel } from 'vscode';
import { baseName } from '../../../engine/model/uri';
import { graphHtml } from './graphHtml';

/** Named in package.json too: a stored panel of this type activates the extension. */
export const VIEW_TYPE = 'parallelPlans.graph';
export const WORKSPACE_VIEW_TYPE = 'parallelPlans.workspaceGraph';

/** `Graph: DOCUMENT-SEARCH`. */
export const panelTitle = (planUri: string): string => {
  const file = decodeURIComponent(baseName(planUri));
  return `Graph: ${file.replace(/^PLAN_/, '').replace(/\.md$/i, '')}`;
};

/** Scripts run, but only what the extension itself brings can be loaded. */
export const panelOptions = (extensionUri: Uri): WebviewOptions => ({
  enableScripts: true,
  localResourceRoots: [Uri.joinPath(extensionUri, 'dist', 'webview'), Uri.joinPath(extensionUri, 'media')],
});

/** Gives a panel its title and its page. */
export const dressPanel = (panel: WebviewPanel, title: string, extensionUri: Uri): void => {
  const { webview } = panel;
  const resource = (...path: readonly string[]): string =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, ...path)).toString();
  panel.title = title;
  webview.html = graphHtml({
    cspSource: webview.cspSource,
    nonce: newNonce(),
    scriptUri: resource('dist', 'webview', 'graph.js'),
    styleUris: [resource('media', 'graph.css'), resource('media', 'timeline.css')],
  });
};

const newNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
