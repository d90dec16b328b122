import { commands, window } from 'vscode';
import { commandText } from '../../../engine/run/text/dryRun';
import { printable } from '../../../engine/words/printable';
import { DisposableStore } from '../../../shared/dispose';
import type { LoadedRuns, RunOptions } from '../runPlatform';
import { createEditorRunUi } from './editorRunUi';
import { exportRun } from './exportRun';
import { followLive } from './followLive';
import { homesIn } from './homes';
import { serveCommits } from './itemChanges';
import { createNoticeBoard } from './noticeBoard';
import { createReadOnlyTexts } from './readOnlyTexts';
import { createRunCommands } from './runCommands';
import { createRunDocuments } from './runDocuments';
import { runPlan } from './runPlan';
import { notifiesOnSuccess, runSettings } from './runSettings';
import { showRunStatus } from './runStatus';
import { createRunsModel } from './runsModel';
import { createRunTree } from './runTree';
import { savePlan } from './savePlan';
import { createSteering, Declined, type MayRun } from './steering';
import { tellNotice } from './tellNotice';

/** Everything about runs in an editor with a disk and processes: the model, its views, and what is done with runs. */
export const startRuns = async (options: RunOptions): Promise<LoadedRuns> => {
  const { engine, onDidChangePlans, folders, view, state, version, logger } = options;
  const store = new DisposableStore();
  let plans = (await engine()).snapshot.plans.map(({ uri }) => uri);
  const places = () => homesIn({ folders: folders(), plans });
  let homes = places();
  const model = store.add(createRunsModel({ homes: () => homes, logger }));
  store.add(
    onDidChangePlans((snapshot) => {
      const now = snapshot.plans.map(({ uri }) => uri);
      const isSame = now.join('\n') === plans.join('\n');
      plans = now;
      if (!isSame) homes = places();
      // a merge of what has landed changes files of plans
      if (!isSame || model.all.length > 0) void model.refresh();
    }),
  );
  const refresh = (): Promise<void> => {
    homes = places();
    return model.refresh();
  };
  store.add(
    model.onDidChange(() => {
      void commands.executeCommand('setContext', 'parallelPlans.hasRuns', model.all.length > 0);
    }),
  );
  const steering = createSteering(model, mayRun);
  const texts = store.add(createReadOnlyTexts());
  const editorUi = createEditorRunUi(texts);
  const tree = store.add(createRunTree(model, view));
  const live = store.add(
    followLive(model, (error) => logger.error('What a run says could not be shown', error)),
  );
  const documents = store.add(createRunDocuments(model));
  store.add(serveCommits());
  store.add(showRunStatus(model));
  store.add(
    createNoticeBoard({ runs: model, memory: state, tell: tellNotice, wantsSuccess: notifiesOnSuccess }),
  );
  const begun = {
    refresh,
    get all() {
      return model.all;
    },
  };
  const needs = { engine, model: begun, steering, settings: runSettings, saveAll: savePlan, version };
  return {
    runs: model,
    refresh,
    tree,
    live,
    documents,
    steering,
    commands: createRunCommands(model, steering),
    runPlan: async (plan, selection, ui = editorUi) => {
      try {
        const name = await runPlan(needs, plan, selection, ui);
        if (name !== undefined && ui === editorUi) void commands.executeCommand('parallelPlans.runs.focus');
        return name;
      } catch (error) {
        if (error instanceof Declined) return undefined;
        throw error;
      }
    },
    exportRun: (plan, engine) => exportRun(needs, plan, engine),
    dispose: () => store.dispose(),
  };
};

/** Commands of a record that nobody has seen. */
const mayRun: MayRun = async ({ name }, wanted) => {
  const yes = 'Run Them';
  const answer = await window.showWarningMessage(
    `${name} asks to run commands that nobody has approved yet.`,
    { modal: true, detail: wanted.map((command) => printable(commandText(command))).join('\n') },
    yes,
  );
  return answer === yes;
};
