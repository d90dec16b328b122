import { StatusBarAlignment, window, workspace } from 'vscode';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { isGoing, stateMark } from '../../engine/model/lifecycle';
import { countReadyIn } from '../../engine/model/readiness';
import { planTimeWith } from '../../engine/progress/planTime';
import { timeLeftWords } from '../../engine/progress/timeWords';
import type { RunShare } from '../../engine/run/share';
import type { Snapshot } from '../../engine/snapshot';
import { planStateWords } from '../../engine/state/words';
import { printable } from '../../engine/words/printable';
import { counted } from '../../shared/counted';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import type { EngineHost } from '../engineHost';
import type { LiveRuns } from '../run/live/liveRuns';

/**
 * How many achievements are ready: in the plan of the active editor, else in all plans that go on. A plan that waits or
 * is over shows that instead. Click shows what can be done.
 */
export const registerStatusBar = (host: EngineHost, live: LiveRuns): Disposable => {
  const store = new DisposableStore();
  const item = store.add(window.createStatusBarItem('parallelPlans.ready', StatusBarAlignment.Left));
  item.name = 'Plans';
  const show = (): void => {
    const { snapshot } = host;
    if (!snapshot || !isWanted() || !snapshot.plans.some((plan) => plan.isOrderKnown())) {
      item.hide();
      return;
    }
    const one = shownPlan(snapshot);
    const count = countReadyIn(one ? [one] : snapshot.plans, (uri) => live.share(uri).taken);
    const icon = snapshot.isComplete ? '$(list-tree)' : '$(loading~spin)';
    item.text = `${icon} ${(one && stateMark(one)) ?? `${count} ready`}`;
    item.tooltip = one
      ? planTooltip(one, count, live.share(one.uri))
      : `${counted(count, 'achievement')} ready in ${counted(snapshot.plans.filter(isGoing).length, 'plan')}`;
    item.command = {
      command: 'parallelPlans.whatNow',
      title: 'What now?',
      arguments: one ? [one.uri] : [],
    };
    item.accessibilityInformation = { label: item.tooltip, role: 'button' };
    item.show();
  };
  store.add(host.onDidChange(show));
  store.add(live.onDidChange(show));
  store.add(window.onDidChangeActiveTextEditor(show));
  store.add(
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('parallelPlans.statusBar')) show();
    }),
  );
  return store;
};

/** The plan of the active editor, where there is more to say of it than that little is known. */
const shownPlan = (snapshot: Snapshot): AnalysedPlan | undefined => {
  const uri = window.activeTextEditor?.document.uri.toString();
  const plan = uri === undefined ? undefined : snapshot.planOf(uri);
  return plan && (plan.isOrderKnown() || !isGoing(plan)) ? plan : undefined;
};

const planTooltip = (plan: AnalysedPlan, ready: number, { landed, words }: RunShare): string => {
  const { complete, total } = plan.progress;
  if (!isGoing(plan)) {
    const state = printable(planStateWords(plan));
    return `${printable(plan.name)}: ${state}; ${complete} of ${total} achievements complete`;
  }
  const progress = `${printable(plan.name)}: ${complete} of ${counted(total, 'achievement')} complete`;
  const left = timeLeftWords(planTimeWith(plan, landed));
  return [progress, words, `${ready} ready`, left].filter((each) => each !== undefined).join(', ');
};

const isWanted = (): boolean => workspace.getConfiguration('parallelPlans').get('statusBar.enabled', true);
