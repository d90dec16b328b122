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

/** What a page is made of: a script in `dist/webview`, style sheets in `media`. */
export interface PageParts {
  readonly script: string;
  readonly styles: readonly string[];
}

const GRAPH: PageParts = { script: 'graph.js', styles: ['graph.css', 'timeline.css'] };

/** Gives a panel its title and its page, that of the graph when left out. */
export const dressPanel = (
  panel: WebviewPanel,
  title: string,
  extensionUri: Uri,
  { script, styles }: PageParts = GRAPH,
): void => {
  const { webview } = panel;
  const resource = (...path: readonly string[]): string =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, ...path)).toString();
  panel.title = title;
  webview.html = graphHtml({
    cspSource: webview.cspSource,
    nonce: newNonce(),
    title,
    scriptUri: resource('dist', 'webview', script),
    styleUris: styles.map((style) => resource('media', style)),
  });
};

const newNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
