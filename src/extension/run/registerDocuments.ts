import { window } from 'vscode';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import { NothingToDo } from '../../shared/userError';
import type { RegisterCommands } from '../commands/commandRegistry';
import { isNode, uriFrom } from '../commands/targets';
import { withoutIcons } from '../withoutIcons';
import type { RunDocuments } from './documents';
import { withOwnErrors } from './ownErrors';
import { registerReports, showReport } from './report/reports';
import type { Run, RunLogTarget } from './runs';
import type { RunsHost, RunsRuntime } from './runsHost';

interface DocumentsNeeds {
  readonly host: RunsHost<RunsRuntime & { readonly documents: RunDocuments }>;
  readonly register: RegisterCommands;
}

/** What there is to read of runs: logs of items, reports, results. */
export const registerRunDocuments = ({ host, register }: DocumentsNeeds): Disposable => {
  const store = new DisposableStore();
  store.add(registerReports(host, async (record) => (await host.load()).documents.report(record)));
  /** The run that the argument names, else the only one, or the one picked. */
  const runFor = async (argument: unknown): Promise<Run | undefined> => {
    const { runs } = await host.load();
    const record = textIn(argument, 'record');
    return record === undefined ? pickRun(runs.all) : runs.all.find((run) => run.record === record);
  };
  /** An achievement in the last run of its plan, by its row in the tree or by its card in the graph. */
  const lastOf = (argument: unknown, id: unknown): RunLogTarget | undefined => {
    const isRow = isNode(argument) && argument.kind === 'achievement';
    const item = isRow ? argument.achievement.id : id;
    const [run] = host.ofPlan(isRow ? argument.plan.uri : (uriFrom(argument) ?? ''));
    return run && typeof item === 'string' ? { record: run.record, run: run.name, item } : undefined;
  };
  store.add(
    register({
      openRunLog: async (argument, id) => {
        const { documents } = await host.load();
        const target = isTarget(argument)
          ? argument
          : (lastOf(argument, id) ?? (await pickItem(await runFor(undefined))));
        if (target) await withOwnErrors(async () => documents.openLog(target));
      },
      openRunReport: async (argument) => {
        const run = await runFor(argument);
        if (run) await showReport(run);
      },
      openRunResult: async (argument) => {
        const { documents } = await host.load();
        const run = await runFor(argument);
        if (run) await withOwnErrors(() => documents.openResult(run));
      },
    }),
  );
  return store;
};

const isTarget = (argument: unknown): argument is RunLogTarget =>
  textIn(argument, 'record') !== undefined && textIn(argument, 'item') !== undefined;

const textIn = (argument: unknown, name: string): string | undefined => {
  const value: unknown = Object(argument)[name];
  return typeof value === 'string' ? value : undefined;
};

const pickRun = async (runs: readonly Run[]): Promise<Run | undefined> => {
  if (runs.length === 0) throw new NothingToDo('Nothing was run here yet.');
  if (runs.length === 1) return runs[0];
  const items = runs.map((run) => ({ label: run.name, description: withoutIcons(run.head.plan), run }));
  return (await window.showQuickPick(items, { title: 'Run' }))?.run;
};

/** An item that was begun. */
const pickItem = async (run: Run | undefined): Promise<RunLogTarget | undefined> => {
  if (!run) return undefined;
  const begun = run.items.filter(({ record }) => record.attempt > 0);
  if (begun.length === 0) throw new NothingToDo(`Run ${run.name} has begun nothing yet.`);
  const items = begun.map(({ id, title, words }) => ({
    label: withoutIcons(`${id} ${title}`),
    description: words,
    target: { record: run.record, run: run.name, item: id },
  }));
  const title = `Log of run ${run.name}`;
  return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.target;
};
