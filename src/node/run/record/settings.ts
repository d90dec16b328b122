import type { HookEvent } from '../../../engine/run/config/config';
import type { Executor } from '../../../engine/run/executor/executor';
import type { Command } from '../../../engine/run/item';
import type { DoneItem } from '../../../engine/run/planRun';

/** How a run was asked for, as far as its journal does not say it. Kept with the run, so that it goes on the same way. */
export interface RunSettings {
  /** Version of this format. */
  readonly version: 1;
  /** The folder that the run belongs to. */
  readonly home: string;
  /** The top of the repository. */
  readonly top: string;
  /** The plan as it is opened, from the top of the repository: a PLAN file, or `folder#batch`. */
  readonly plan: string;
  readonly executor: Executor;
  /** Of the review by another executor. */
  readonly reviewer?: Executor;
  readonly setup: readonly Command[];
  readonly gates: readonly Command[];
  /** Further gates of single items, by their ids. */
  readonly itemGates: Readonly<Record<string, readonly Command[]>>;
  readonly hooks: Readonly<Partial<Record<HookEvent, Command>>>;
  /** The folder for the worktrees of the run. */
  readonly worktrees: string;
  readonly maxCost: { readonly item?: number; readonly run?: number };
  /** What needs no work; older versions did not say it here. */
  readonly done?: readonly DoneItem[];
  /** Another one for every run: marks its processes. */
  readonly mark: string;
}

/** Reads settings that {@link RunSettings} describe; undefined for anything else. */
export const settingsIn = (text: string): RunSettings | undefined => {
  try {
    const value = JSON.parse(text) as Partial<RunSettings>;
    return value.version === 1 && typeof value.top === 'string' ? (value as RunSettings) : undefined;
  } catch {
    return undefined;
  }
};

/** The commands that a run runs, its executor's first. */
export const commandsOf = ({
  executor,
  reviewer,
  setup,
  gates,
  itemGates,
  hooks,
}: RunSettings): readonly Command[] => [
  ...(executor.command.length > 0 ? [executor.command] : []),
  ...(executor.resume ? [executor.resume] : []),
  ...(reviewer ? [reviewer.command] : []),
  ...setup,
  ...gates,
  ...Object.values(itemGates).flat(),
  ...Object.values(hooks),
];

/** The text of which a hash says that a person has seen what these settings have run. */
export const trustTextOf = ({
  executor,
  reviewer,
  setup,
  gates,
  itemGates,
  hooks,
}: Omit<RunSettings, 'mark'>): string =>
  JSON.stringify(
    [executor, ...(reviewer ? [reviewer] : [])].map(({ command, resume, env }) => ({
      command,
      ...(resume && { resume }),
      env,
      setup,
      gates,
      itemGates,
      hooks,
    })),
  );

/** The gates that prove an item: those of everybody, then its own. */
export const gatesFor = (
  { gates, itemGates }: Pick<RunSettings, 'gates' | 'itemGates'>,
  item: string,
): readonly Command[] => [...gates, ...(Object.hasOwn(itemGates, item) ? (itemGates[item] ?? []) : [])];
