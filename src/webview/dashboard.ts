import { createDashboardPage, type DashboardKeeper } from './dashboard/dashboardPage';
import { type DashboardRequest, isDashboardMessage } from './protocol/dashboardMessages';

interface Editor extends DashboardKeeper {
  postMessage(message: DashboardRequest): void;
}
declare const acquireVsCodeApi: () => Editor;

const editor = acquireVsCodeApi();
const page = createDashboardPage(document.body, {
  post: (message) => editor.postMessage(message),
  keeper: editor,
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isDashboardMessage(data)) page.receive(data);
});
editor.postMessage({ type: 'ready' });
