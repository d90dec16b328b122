import { commands, EventEmitter, type Memento, type TreeDataProvider, window, workspace } from 'vscode';
import type { Logger } from '../../engine/files';
import type { AnalysedPlan } from '../../engine/model/analysis';
import type { RunSelection } from '../../engine/run/chooseItems';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import { UserError } from '../../shared/userError';
import type { Command, RegisterCommands } from '../commands/commandRegistry';
import { isNode, type Targets } from '../commands/targets';
import type { EngineHost } from '../engineHost';
import type { Platform } from '../platform';
import type { LiveSwitch } from './live/liveRuns';
import { needsDisk } from './needsDisk';
import { withOwnErrors } from './ownErrors';
import { registerRunDocuments } from './registerDocuments';
import { isRunNode, type RunNode } from './runNodes';
import { type LoadedRuns, RUN_COMMANDS } from './runPlatform';
import { createRunsHost, type RunsHost } from './runsHost';
import type { RunUi } from './runUi';

/** The runs of plans, and what starts and steers them. */
export interface RunsFeature extends Disposable {
  readonly runs: RunsHost<LoadedRuns>;
  /** Runs a plan with `ui` in the place of the editor's lists; the name of the run. */
  runPlan(plan: AnalysedPlan, selection: RunSelection, ui: RunUi): Promise<string | undefined>;
}

interface RunNeeds {
  readonly host: EngineHost;
  readonly targets: Targets;
  readonly register: RegisterCommands;
  readonly platform: Pick<Platform, 'runs'>;
  /** The views that show what runs say listen to it. */
  readonly live: LiveSwitch;
  readonly state: Memento;
  readonly version: string;
  readonly logger: Logger;
}

/**
 * The Runs view and the commands about runs. What they do is loaded when a plan is run, the view is opened, or a record
 * of a run is found; never in a workspace that nobody trusts.
 */
export const registerRuns = ({ host, targets, register, platform, ...needs }: RunNeeds): RunsFeature => {
  const { live, state, version, logger } = needs;
  const store = new DisposableStore();
  const folders = () => (workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  const changed = store.add(new EventEmitter<RunNode | RunNode[] | undefined>());
  const tree: TreeDataProvider<RunNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => (await runs.load()).tree.getChildren(node),
    getTreeItem: async (node) => (await runs.load()).tree.getTreeItem(node),
  };
  const view = store.add(window.createTreeView('parallelPlans.runs', { treeDataProvider: tree }));
  const runs = store.add(
    createRunsHost(async () => {
      if (!workspace.isTrusted) {
        throw new UserError('Plans do not run in a workspace that you do not trust.');
      }
      if (!platform.runs) throw needsDisk();
      const engine = () => host.engine();
      const options = { engine, onDidChangePlans: host.onDidChange, folders, view, state, version, logger };
      const loaded = await platform.runs.start(options);
      live.follow(loaded.live);
      loaded.tree.onDidChangeTreeData?.((node) => changed.fire(node ?? undefined));
      return loaded;
    }, logger),
  );
  const lazily = (work: (loaded: LoadedRuns, ...args: readonly unknown[]) => Promise<unknown>): Command => {
    return async (...args) => {
      const loaded = await runs.load();
      await withOwnErrors(() => work(loaded, ...args));
    };
  };
  const onNode = (name: (typeof RUN_COMMANDS)[number]): Command =>
    lazily((loaded, node) => loaded.commands[name](isRunNode(node) ? node : undefined));
  store.add(
    register({
      ...Object.fromEntries(RUN_COMMANDS.map((name) => [name, onNode(name)])),
      runPlan: lazily(async ({ runPlan }, argument, id) => {
        const plan = await targets.planForGraph(argument);
        if (plan) await runPlan(plan, selectionOf(argument, id));
      }),
      exportRun: lazily(async ({ exportRun }, argument, engine) => {
        const plan = await targets.planForGraph(argument);
        if (plan) await exportRun(plan, engine);
      }),
    }),
  );

  store.add(registerRunDocuments({ host: runs, register }));

  if (platform.runs) void commands.executeCommand('setContext', 'parallelPlans.canRun', true);
  const look = async (): Promise<void> => {
    const plans = host.snapshot?.plans.map(({ uri }) => uri) ?? [];
    if (workspace.isTrusted && (await platform.runs?.haveRecords({ folders: folders(), plans }))) {
      await (await runs.load()).refresh();
    }
  };
  const lookLater = (): void =>
    void look().catch((error: unknown) => logger.error('The runs could not be read', error));
  const first = host.onDidChange(({ isComplete }) => {
    if (!isComplete) return;
    first.dispose();
    lookLater();
  });
  store.add(first);
  store.add(workspace.onDidGrantWorkspaceTrust(lookLater));
  store.add(window.onDidChangeWindowState(({ focused }) => focused && lookLater()));
  // what comes in a folder that has just come is not always told: so whatever is told later of a run will do
  const records = store.add(
    workspace.createFileSystemWatcher('**/.parallel-plans/runs/{*,*/journal.jsonl}', false, false, true),
  );
  store.add(records.onDidCreate(lookLater));
  store.add(records.onDidChange(lookLater));
  return {
    runs,
    runPlan: async (plan, selection, ui) => (await runs.load()).runPlan(plan, selection, ui),
    dispose: () => store.dispose(),
  };
};

/** What a menu, row or caller means by its arguments: one achievement, those of a level, or all. */
const selectionOf = (argument: unknown, id: unknown): RunSelection => {
  if (typeof id === 'string') return { by: 'only', ids: [id] };
  if (!isNode(argument)) return { by: 'all' };
  if (argument.kind === 'achievement') return { by: 'only', ids: [argument.achievement.id] };
  return argument.kind === 'group'
    ? { by: 'only', ids: argument.achievements.map((each) => each.id) }
    : { by: 'all' };
};
