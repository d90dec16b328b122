import { PageStore, type StateKeeper } from './kit/pageStore';
import { Page } from './page';
import { hostMessageOf, type PageMessage } from './protocol/messages';

interface Editor extends StateKeeper {
  postMessage(message: PageMessage): void;
}
declare const acquireVsCodeApi: () => Editor;

const editor = acquireVsCodeApi();
const page = new Page(document.body, {
  post: (message) => editor.postMessage(message),
  store: new PageStore(editor),
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = hostMessageOf(data);
  if (message) page.receive(message);
});
page.start();
