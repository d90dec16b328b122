import { type Disposable, DisposableStore } from '../../shared/dispose';
import type { RegisterCommands } from '../commands/commandRegistry';
import type { Targets } from '../commands/targets';
import type { EngineHost } from '../engineHost';
import type { LiveRuns } from '../run/live/liveRuns';
import { registerStatusBar } from './statusBar';
import { whatNow } from './whatNow';

/** What can be done now: how much of it in the status bar, all of it in a menu. */
export const registerWhatNow = (
  host: EngineHost,
  targets: Targets,
  register: RegisterCommands,
  live: LiveRuns,
): Disposable => {
  const store = new DisposableStore();
  store.add(registerStatusBar(host, live));
  store.add(register({ whatNow: whatNow(host, targets, live) }));
  return store;
};
