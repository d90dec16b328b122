import { isHostMessage, type PageMessage } from './messages';
import { Page } from './page';
import { PageStore, type StateKeeper } from './pageStore';

interface Editor extends StateKeeper {
  postMessage(message: PageMessage): void;
}
declare const acquireVsCodeApi: () => Editor;

const editor = acquireVsCodeApi();
const store = new PageStore(editor);

const page = new Page(document.body, {
  post: (message) => editor.postMessage(message),
  recall: (planUri) => store.recall(planUri),
  remember: (planUri, view) => store.remember(planUri, view),
  recallTabs: () => store.recallTabs(),
  rememberTabs: (tabs, planUri) => store.rememberTabs(tabs, planUri),
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isHostMessage(data)) page.receive(data);
});
editor.postMessage({ type: 'ready' });
page.start();
