import { ConfigurationTarget, EventEmitter, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import { GROUPINGS, type Grouping } from './groupings';

const SETTING = 'parallelPlans.tree.groupBy';

/** What the plans of the tree are grouped by: a setting, which the menu of the view changes. */
export class TreeGrouping implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changes = this.#store.add(new EventEmitter<void>());
  readonly onDidChange = this.#changes.event;

  constructor() {
    this.#store.add(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTING)) this.#changes.fire();
      }),
    );
  }

  get current(): Grouping {
    const said = workspace.getConfiguration().get(SETTING);
    return GROUPINGS.find((each) => each === said) ?? 'none';
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** Asks what to group by and remembers it where the setting is set already, else for the person. */
export const chooseGrouping = async (current: Grouping): Promise<void> => {
  const items = GROUPINGS.map((grouping) => ({
    ...WORDS[grouping],
    description: grouping === current ? 'now' : '',
    grouping,
  }));
  const picked = await window.showQuickPick(items, { title: 'Group Plans By' });
  if (!picked) return;
  const configuration = workspace.getConfiguration();
  const isWorkspaces = configuration.inspect(SETTING)?.workspaceValue !== undefined;
  const target = isWorkspaces ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await configuration.update(SETTING, picked.grouping, target);
};

const WORDS: Readonly<Record<Grouping, Pick<QuickPickItem, 'label' | 'detail'>>> = {
  none: { label: 'Nothing', detail: 'One list: current plans first, finished plans last' },
  folder: { label: 'Folder', detail: 'The folders that contain the plans' },
  state: { label: 'State', detail: 'Active, paused, complete …' },
  tier: { label: 'Tier', detail: 'What comes after no other plan first' },
  parent: { label: 'Parent', detail: 'The GRAMMAPLAN or NORTH_STAR above' },
};

/** The path of a folder from its workspace folder on, whose name stands in front where there are several. */
export const pathFromWorkspace = (folder: string): string => {
  const uri = Uri.parse(folder);
  const isRoot = workspace.getWorkspaceFolder(uri)?.uri.toString() === folder;
  const several = (workspace.workspaceFolders?.length ?? 0) > 1;
  if (isRoot) return several ? (workspace.getWorkspaceFolder(uri)?.name ?? '') : '';
  return workspace.asRelativePath(uri);
};
