import { readFileSync } from 'node:fs';
import { window } from 'vscode';
import { createLogReader } from '../../../node/run/record/logReader';
import { attemptLog, type RunFolder, reviewLog, runFolder } from '../../../node/run/record/runFolder';
import { type RunSettings, settingsIn } from '../../../node/run/record/settings';
import { type Disposable, DisposableStore } from '../../../shared/dispose';
import { UserError } from '../../../shared/userError';
import { createItemLog } from '../log/itemLog';
import { type LogTerminal, openLogTerminal } from '../log/logTerminal';
import { standingOf } from '../log/standingOf';
import type { Run, RunLogTarget, Runs } from '../runs';

/** Most of a log that is shown at once, in bytes. */
const MOST = 256 * 1024;

/** Shows logs of items, each in a terminal of its own that follows it. */
export interface RunLogs extends Disposable {
  /** Shows a log, again where it is open already. Throws where the run is gone or has no such item. */
  open(target: RunLogTarget): void;
}

interface Shown extends LogTerminal {
  readonly record: string;
  readonly item: string;
  /** Undefined: the last one, whichever that is. */
  readonly attempt: number | undefined;
}

export const createRunLogs = (runs: Runs): RunLogs => {
  const store = new DisposableStore();
  let shown: readonly Shown[] = [];
  const runOf = (record: string): Run | undefined => runs.all.find((run) => run.record === record);

  const begin = ({ home, name, record }: Run, item: string, attempt: number | undefined): Shown => {
    const folder = runFolder(home, name);
    const settings = settingsOf(folder);
    const log = createItemLog({
      attempt,
      readersOf: (number) => [
        {
          title: `${item}: executor and gates`,
          kind: settings?.executor.result ?? 'exit',
          ...createLogReader(attemptLog(folder, item, number), MOST),
        },
        {
          title: `${item}: review`,
          kind: settings?.reviewer?.result ?? 'exit',
          ...createLogReader(reviewLog(folder, item, number), MOST),
        },
      ],
      words: {
        attemptBegins: (number) => `${item}: attempt ${number}`,
        leftOut: (bytes) => `${Math.ceil(bytes / 1024)} kB before this are not shown`,
      },
    });
    const opened = openLogTerminal({
      name: attempt === undefined ? `${item} · ${name}` : `${item} · ${name} · attempt ${attempt}`,
      log,
      standing: () => {
        const run = runOf(record);
        const now = run?.itemOf(item);
        return run && now && standingOf(run, now, attempt);
      },
    });
    return { ...opened, record, item, attempt };
  };

  store.add(
    runs.onDidChange((changed) => {
      const records = new Set(changed.map(({ record }) => record));
      for (const each of shown) if (records.has(each.record)) each.changed();
    }),
  );
  store.add(
    window.onDidCloseTerminal((closed) => {
      shown = shown.filter(({ terminal }) => terminal !== closed);
    }),
  );
  return {
    open: ({ record, run: name, item, attempt: asked }) => {
      const run = runOf(record);
      if (!run) throw new UserError(`There is no run ${name} any more.`);
      const now = run.itemOf(item);
      if (!now) throw new UserError(`Run ${name} has no ${item}.`);
      // the last one is followed by the next
      const attempt = asked === now.record.attempt ? undefined : asked;
      const isSame = (each: Shown): boolean =>
        each.record === record && each.item === item && each.attempt === attempt;
      const there = shown.find(isSame) ?? begin(run, item, attempt);
      if (!shown.includes(there)) shown = [...shown, there];
      there.terminal.show();
    },
    dispose: () => {
      store.dispose();
      for (const { terminal } of shown) terminal.dispose();
    },
  };
};

/** How the run was asked for; undefined where nobody knows any more. */
const settingsOf = ({ settings }: RunFolder): RunSettings | undefined => {
  try {
    return settingsIn(readFileSync(settings, 'utf8'));
  } catch {
    // what was printed can be read without it
    return undefined;
  }
};
