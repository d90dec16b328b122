import { StatusBarAlignment, window } from 'vscode';
import { isActive } from '../../../engine/run/itemState';
import { type Disposable, DisposableStore } from '../../../shared/dispose';
import { isGoingOn, type Run, type Runs } from '../runs';
import { doneOf, runWords } from './runLooks';

/** What goes on, in the status bar, as long as something does. A click shows the Runs view. */
export const showRunStatus = (runs: Runs): Disposable => {
  const store = new DisposableStore();
  const item = store.add(window.createStatusBarItem('parallelPlans.runs', StatusBarAlignment.Left, -5));
  item.name = 'Runs of plans';
  item.command = { command: 'parallelPlans.runs.focus', title: 'Show Runs' };
  const show = (): void => {
    const going = runs.all.filter(isGoingOn);
    const [run] = going;
    if (!run) {
      item.hide();
      return;
    }
    item.text = `$(sync~spin) ${going.length === 1 ? oneWords(run) : `${going.length} runs`}`;
    item.tooltip = going.map(longWords).join('\n');
    item.accessibilityInformation = { label: going.map(longWords).join(', '), role: 'button' };
    item.show();
  };
  store.add(runs.onDidChange(show));
  show();
  return store;
};

const oneWords = (run: Run): string => {
  const { done, total } = doneOf(run);
  return `${run.name} ${done}/${total}`;
};

/** `SHOP-1: running, 3/9 done, 2 at work` */
const longWords = (run: Run): string => {
  const { done, total } = doneOf(run);
  const working = run.items.filter(({ state }) => isActive(state)).length;
  return `${run.name}: ${runWords(run)}, ${done} of ${total} done, ${working} at work`;
};
