import { version } from '../../../package.json';
import { itemExitCode } from '../../engine/run/itemExit';
import { itemStateWords } from '../../engine/run/itemState';
import { type ItemRecord, isDone, recordOf } from '../../engine/run/state';
import { printableLine } from '../../engine/words/printable';
import { importFromHub } from '../../node/run/hub/importFromHub';
import { landOnHub as land } from '../../node/run/hub/landOnHub';
import { type AskedOnHub, type OnHub, prepareOnHub } from '../../node/run/hub/prepareOnHub';
import { runItemOnHub } from '../../node/run/hub/runItemOnHub';
import { folderOf } from '../../node/run/hub/syncRecord';
import type { WorkerOptions } from '../../node/run/hub/worker';
import { unattendedRefusals } from '../../node/run/prepare/unattended';
import { toJson } from '../../shared/toJson';
import type { UserError } from '../../shared/userError';
import type { TextFormat } from '../terminal/commandParts';
import type { Terminal } from '../terminal/terminal';
import { onlyPlan } from '../workspace/onlyPlan';
import type { MakingWorkspace, OpenWorkspace } from '../workspace/workspace';
import { mayRunCommands } from './consent';
import { printEnd } from './follow';
import { interruptible } from './interrupt';
import { missingSecrets } from './missingSecrets';
import { ALL_LANDED, CANNOT_RUN, NOT_ALL_LANDED } from './options';
import { createPromptWriter } from './prompts';
import { runView } from './runView';

type Open = OpenWorkspace<MakingWorkspace>;

/** A run on a hub, as commands name it. */
export interface HubOptions {
  readonly run: string;
  readonly hub: string;
  readonly executor?: string | undefined;
  readonly trustCommands?: string | undefined;
  readonly format: TextFormat;
}

/** `run-item`: does one item on this machine and hands it in. */
export const runItem = async (
  terminal: Terminal,
  workspace: MakingWorkspace,
  open: Open,
  options: HubOptions & { readonly item: string },
): Promise<number> => {
  const plan = onlyPlan(workspace);
  const { item } = options;
  const prepared = await prepareOnHub(plan, askedOf(options), { run: options.run, remote: options.hub });
  if (!prepared.ok) return refuse(terminal, prepared.error);
  const on = prepared.value;
  for (const refusal of workRefusals(on)) terminal.err(`error: ${refusal}`);
  if (workRefusals(on).length > 0 || !(await isTrusted(terminal, on, options))) return CANNOT_RUN;
  const done = await working(terminal, open, on, options, (worker) => runItemOnHub(plan, on, item, worker));
  if (!done.ok) return refuse(terminal, done.error);
  const { exit, state, isNew, isBaseGreen } = done.value;
  const record = recordOf(state, item);
  tellItems(terminal, options.format, on, record ? [record] : []);
  if (!isNew && options.format === 'text') terminal.err(`${item} was done before: nothing was run.`);
  if (exit !== ALL_LANDED)
    for (const hint of missingSecrets(on.preparation.settings.executor)) terminal.err(hint);
  return isBaseGreen ? exit : CANNOT_RUN;
};

/** `land --hub`: lands what was handed in. */
export const landOnHub = async (
  terminal: Terminal,
  workspace: MakingWorkspace,
  open: Open,
  options: HubOptions & { readonly only?: readonly string[] | undefined },
): Promise<number> => {
  const plan = onlyPlan(workspace);
  const prepared = await prepareOnHub(plan, askedOf(options), { run: options.run, remote: options.hub });
  if (!prepared.ok) return refuse(terminal, prepared.error);
  const on = prepared.value;
  if (!(await isTrusted(terminal, on, options))) return CANNOT_RUN;
  const { only } = options;
  const landed = await working(terminal, open, on, options, (worker) => land(plan, on, only, worker));
  if (!landed.ok) return refuse(terminal, landed.error);
  const { records } = landed.value;
  tellItems(terminal, options.format, on, records);
  const codes = records.map((record) => (isDone(record) ? ALL_LANDED : landCode(record.state)));
  const [code = ALL_LANDED] = codes;
  return codes.length === 1 ? code : codes.every((each) => each === ALL_LANDED) ? ALL_LANDED : NOT_ALL_LANDED;
};

/** What waits to land still was not handed in, or waits for something else. */
const landCode = (state: ItemRecord['state']): number =>
  state === 'open' || state === 'queued-to-land' ? NOT_ALL_LANDED : itemExitCode(state);

/** `import`: brings a run on a hub into the record here. */
export const importRun = async (
  terminal: Terminal,
  workspace: MakingWorkspace,
  options: HubOptions,
): Promise<number> => {
  const plan = onlyPlan(workspace);
  const prepared = await prepareOnHub(plan, askedOf(options), { run: options.run, remote: options.hub });
  if (!prepared.ok) return refuse(terminal, prepared.error);
  const on = prepared.value;
  const imported = await importFromHub(on, version);
  if (!imported.ok) return refuse(terminal, imported.error);
  const { state, status, notes } = imported.value;
  for (const note of notes) terminal.err(note);
  printEnd(terminal, options.format, { state, folder: folderOf(on) });
  return status === 'success' ? ALL_LANDED : NOT_ALL_LANDED;
};

const askedOf = ({ executor }: HubOptions): AskedOnHub => ({
  executor,
  review: undefined,
  attempts: undefined,
  timeoutMinutes: undefined,
});

const workRefusals = ({ preparation: { refusals, head, settings } }: OnHub): readonly string[] => [
  ...refusals,
  ...unattendedRefusals(head.review, settings.executor),
];

const isTrusted = async (
  terminal: Terminal,
  { preparation: { trust, settings } }: OnHub,
  { trustCommands: given }: HubOptions,
): Promise<boolean> => !trust.isNeeded || mayRunCommands(terminal, { top: settings.top, ...trust, given });

const working = async <T>(
  terminal: Terminal,
  open: Open,
  { preparation }: OnHub,
  { format }: HubOptions,
  work: (options: WorkerOptions) => Promise<T>,
): Promise<T> => {
  const view = runView(terminal, format);
  try {
    return await interruptible(
      () => view.note('Stopping. What is done so far is handed in.'),
      (signal) =>
        work({
          prompts: createPromptWriter(open, preparation.settings.plan),
          version,
          signal,
          onNote: (text) => view.note(text),
          // how the whole run stands is not for a part of it to say
          onEvent: (event, state) => event.event !== 'finished' && view.event(event, state),
        }),
    );
  } finally {
    view.end();
  }
};

const tellItems = (
  terminal: Terminal,
  format: TextFormat,
  { hub }: OnHub,
  records: readonly ItemRecord[],
): void => {
  if (format === 'json') {
    const items = records.map((record) => {
      const { item, state, attempt, landed = null, error = null } = record;
      const isGood = isDone(record) || state === 'queued-to-land';
      return { id: item.id, state, attempts: attempt, landed, error: isGood ? null : error };
    });
    terminal.out(toJson({ run: hub.run, plan: hub.plan, items }));
    return;
  }
  if (records.length === 0) terminal.out('Nothing waits to land.');
  for (const { item, state } of records) {
    const words = state === 'open' ? 'nothing was handed in' : itemStateWords(state);
    terminal.out(printableLine(`${item.id} ${words}`));
  }
};

const refuse = (terminal: Terminal, error: UserError): number => {
  terminal.err(`error: ${error.message}`);
  return CANNOT_RUN;
};
