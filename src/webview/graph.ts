import { isHostMessage, isPageState, type PageMessage, type PageState } from './messages';
import { Page } from './page';

interface Editor {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: PageState): void;
}
declare const acquireVsCodeApi: () => Editor;

/** How long the view rests before it is stored. */
const REST_MS = 200;

const editor = acquireVsCodeApi();
let storing: ReturnType<typeof setTimeout> | undefined;

const page = new Page(document.body, {
  post: (message) => editor.postMessage(message),
  recall: (planUri) => {
    const state = editor.getState();
    return isPageState(state) && state.planUri === planUri ? state : undefined;
  },
  remember: (state) => {
    clearTimeout(storing);
    storing = setTimeout(() => editor.setState(state), REST_MS);
  },
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isHostMessage(data)) page.receive(data);
});
editor.postMessage({ type: 'ready' });
