import { commands } from 'vscode';
import type { Snapshot } from '../../engine/snapshot';

/** Tells the welcome content what there is, once that is known: `parallelPlans.state` is `plans`, `broken` or `none`. */
export const welcomeContext = (snapshot: Snapshot): void => {
  if (!snapshot.isComplete && snapshot.plans.length === 0) return;
  void commands.executeCommand('setContext', 'parallelPlans.state', stateOf(snapshot));
};

/** The first parallel.json with an error, where no plan was found to show it at. */
export const brokenFileOf = ({ findings }: Pick<Snapshot, 'findings'>): string | undefined =>
  findings.find(({ severity, uri }) => severity === 'error' && uri.endsWith('.json'))?.uri;

const stateOf = (snapshot: Snapshot): 'plans' | 'broken' | 'none' => {
  if (snapshot.plans.length > 0) return 'plans';
  return brokenFileOf(snapshot) === undefined ? 'none' : 'broken';
};
