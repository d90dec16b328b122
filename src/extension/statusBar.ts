import { l10n, StatusBarAlignment, window, workspace } from 'vscode';
import type { Snapshot } from '../engine/engine';
import type { AnalysedPlan } from '../engine/model/analysis';
import { timeLeftWords } from '../engine/progress/timeWords';
import { plainText } from '../language/words';
import { counted } from '../shared/counted';
import { type Disposable, DisposableStore } from '../shared/dispose';
import type { EngineHost } from './engineHost';
import { readyCount } from './tree/register';

/** How many achievements are ready: in the plan of the active editor, else in all plans. Click shows the tree. */
export const registerStatusBar = (host: EngineHost): Disposable => {
  const store = new DisposableStore();
  const item = store.add(window.createStatusBarItem('parallelPlans.ready', StatusBarAlignment.Left));
  item.name = l10n.t('Plans');
  const show = (): void => {
    const { snapshot } = host;
    if (!snapshot || !isWanted() || !snapshot.plans.some(knowsDependencies)) {
      item.hide();
      return;
    }
    const uri = window.activeTextEditor?.document.uri.toString();
    const plan = uri === undefined ? undefined : snapshot.planOf(uri);
    const one = plan && knowsDependencies(plan) ? plan : undefined;
    const count = readyCount({ plans: one ? [one] : snapshot.plans });
    const icon = snapshot.isComplete ? '$(list-tree)' : '$(loading~spin)';
    item.text = `${icon} ${l10n.t('{0} ready', count)}`;
    item.tooltip = one
      ? planTooltip(one, count)
      : l10n.t('{0} ready in {1}', counted(count, 'achievement'), counted(snapshot.plans.length, 'plan'));
    item.command = {
      command: 'parallelPlans.whatNow',
      title: l10n.t('What now?'),
      arguments: one ? [one.uri] : [],
    };
    item.accessibilityInformation = { label: item.tooltip, role: 'button' };
    item.show();
  };
  store.add(host.onDidChange(show));
  store.add(window.onDidChangeActiveTextEditor(show));
  store.add(
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('parallelPlans.statusBar')) show();
    }),
  );
  return store;
};

const planTooltip = (plan: AnalysedPlan, ready: number): string => {
  const { complete, total } = plan.progress;
  const progress = l10n.t(
    '{0}: {1} of {2} complete, {3} ready',
    plainText(plan.name),
    complete,
    counted(total, 'achievement'),
    ready,
  );
  const left = timeLeftWords(plan.time());
  return left === undefined ? progress : `${progress}, ${left}`;
};

const knowsDependencies = ({ dependencySource }: Snapshot['plans'][number]): boolean =>
  dependencySource !== 'none';

const isWanted = (): boolean => workspace.getConfiguration('parallelPlans').get('statusBar.enabled', true);
