import type { Engine } from '../../../engine/engine';
import type { AnalysedPlan } from '../../../engine/model/analysis';
import type { RunSelection } from '../../../engine/run/chooseItems';
import { type RunConfig, USUAL_RUN } from '../../../engine/run/config/config';
import { executorNames } from '../../../engine/run/executor/chosenExecutor';
import { commandText } from '../../../engine/run/text/dryRun';
import { printable } from '../../../engine/words/printable';
import { beginRun } from '../../../node/run/prepare/beginRun';
import { runningRefusals } from '../../../node/run/prepare/cannotRun';
import { readConfig } from '../../../node/run/prepare/configFile';
import { dryRunOf, readableDryRun } from '../../../node/run/prepare/dryRun';
import { type Preparation, placeOf, prepareRun } from '../../../node/run/prepare/preparation';
import { configPath, runFolder } from '../../../node/run/record/runFolder';
import { isTrusted, trust } from '../../../node/run/record/trusted';
import { counted } from '../../../shared/counted';
import { listed } from '../../../shared/listed';
import { orThrow } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { needsDisk } from '../needsDisk';
import type { Run } from '../runs';
import type { RunForm, RunProposal, RunUi } from '../runUi';
import { executorChoices } from './executorChoices';
import type { RunsModel } from './runsModel';
import type { Steering } from './steering';

export interface RunPlanNeeds {
  readonly engine: () => Promise<Engine>;
  readonly model: Pick<RunsModel, 'refresh' | 'all'>;
  readonly steering: Pick<Steering, 'resume'>;
  /** What settings say by the keys of run.json; what they leave to that is not in it. */
  readonly settings: (planUri: string) => Readonly<Record<string, unknown>>;
  /** Saves what is unsaved of a plan, where the person wants that; false when they turned away. */
  readonly saveAll: (plan: AnalysedPlan) => Promise<boolean>;
  readonly version: string;
}

/**
 * Asks how a plan is to be run, shows what would be done, and begins it. Resolves with the name of the run once a runner
 * has taken it over; undefined when the person turned away, or it cannot be run, which was told.
 */
export const runPlan = async (
  needs: RunPlanNeeds,
  asked: AnalysedPlan,
  selection: RunSelection,
  ui: RunUi,
): Promise<string | undefined> => {
  if (!asked.uri.startsWith('file:')) throw needsDisk();
  if (!(await needs.saveAll(asked))) return undefined;
  // as it is after saving
  const plan = (await needs.engine()).snapshot.planOf(asked.uri) ?? asked;
  const { home } = orThrow(placeOf(plan));
  const settings = needs.settings(plan.uri);
  const { config, problems } = readConfig(home, settings);
  const wrong = problems.filter(({ isError }) => isError).map(({ text }) => text);
  const refused = [...(await runningRefusals(home, plan.name)), ...wrong];
  if (refused.length > 0) {
    ui.refuse(refused);
    return undefined;
  }
  const form = await ui.choose(choicesOf(plan, selection, home, config), formOf(config));
  if (!form) return undefined;
  const options = {
    selection,
    redo: false,
    barrier: undefined,
    attempts: undefined,
    stopOnError: false,
    timeoutMinutes: undefined,
    land: undefined,
    ...form,
  };
  const preparation = orThrow(await prepareRun(plan, options, settings));
  const { head, refusals } = preparation;
  await ui.showDryRun(head.run, `${readableDryRun(preparation)}\n`);
  if (refusals.length > 0) {
    ui.refuse(refusals);
    return undefined;
  }
  const { trust: commands, settings: own } = preparation;
  const isNew = commands.isNeeded && !(await isTrusted(own.top, commands.hash));
  const isWanted = await ui.confirm(proposalOf(preparation, isNew));
  await ui.hideDryRun(head.run);
  if (!isWanted) return undefined;
  if (commands.isNeeded) await trust(own.top, commands.hash);
  await ui.progress(`Starting ${head.run}`, async () => {
    orThrow(await beginRun(preparation, needs.version));
    await needs.model.refresh();
    await needs.steering.resume(begun(needs.model, runFolder(own.home, head.run).path));
  });
  return head.run;
};

const begun = ({ all }: Pick<RunsModel, 'all'>, record: string): Run => {
  const run = all.find((each) => each.record === record);
  if (!run) throw new UserError(`The record ${record} cannot be read.`);
  return run;
};

const formOf = ({ executor, jobs, review, gates = [] }: RunConfig): RunForm => ({
  executor,
  jobs: jobs ?? USUAL_RUN.jobs,
  review: review ?? (gates.length > 0 ? 'gates' : undefined),
});

const choicesOf = (plan: AnalysedPlan, selection: RunSelection, home: string, config: RunConfig) => ({
  plan: printable(plan.name),
  what: whatWords(plan, selection),
  executors: executorChoices(executorNames(config.executors), config, home),
  gates: (config.gates ?? []).map((gate) => printable(commandText(gate))),
  configPath: configPath(home),
});

const nounOf = ({ kind }: Pick<AnalysedPlan, 'kind'>): string =>
  kind === 'prp-batch' ? 'PRP' : 'achievement';

const whatWords = (plan: AnalysedPlan, selection: RunSelection): string => {
  if (selection.by !== 'only') return 'everything that is not done';
  const { ids } = selection;
  return ids.length === 1 ? listed(ids) : `${counted(ids.length, nounOf(plan))}: ${listed(ids)}`;
};

const proposalOf = (preparation: Preparation, isNew: boolean): RunProposal => {
  const { head, settings, planned, trust: commands } = preparation;
  const [first] = dryRunOf(preparation).items;
  return {
    run: head.run,
    plan: printable(head.plan),
    amount: counted(planned.items.length - planned.done.length, nounOf(head)),
    executor: printable(settings.executor.name),
    jobs: head.jobs,
    first: first && { id: printable(first.id), command: printable(commandText(first.command)) },
    commands: commands.commands.map((command) => printable(commandText(command))),
    isNew,
  };
};
