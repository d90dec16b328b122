import type { Uri } from 'vscode';
import type { CreationSelection, FeedbackKind } from '../engine/create/batch';
import type { DependencyRequest } from '../engine/dependency/prepare';
import type { Engine } from '../engine/engine';
import type { RunSelection } from '../engine/run/chooseItems';
import type { Snapshot } from '../engine/snapshot';
import type { AnswerUi } from './answer/answerUi';
import type { Created, CreationTask } from './creation/flow';
import type { NewPlanTask, NewPlanUi } from './creation/newPlan';
import type { CreationUi } from './creation/ui';
import type { UndoneNames } from './creation/undo';
import type { ExportUi } from './graph/export/exportFlow';
import type { ChatModel } from './proposal/models';
import type { ProposalUi } from './proposal/ui';
import type { ReviewUi } from './review/reviewUi';
import type { LoadedRuns } from './run/runPlatform';
import type { RunsHost } from './run/runsHost';
import type { RunUi } from './run/runUi';
import type { PlansTree } from './tree/plansTree';

/** What `extensions.getExtension('parallel-plans.parallel-plans').exports` gives; used by the host tests too. */
export interface Api {
  /** What every view shows; waits for the workspace to be read. */
  snapshot(): Promise<Snapshot>;
  engine(): Promise<Engine>;
  /** Resolves when the language features answer. */
  connected(): Promise<void>;
  /** The content of the "Plans" tree. */
  readonly tree: PlansTree;
  /** The creating flow with `ui` in the place of the dialogs. */
  create(task: CreationTask, ui: CreationUi): Promise<Created>;
  /** The flow that creates a PLAN, with `ui` in the place of the dialogs. */
  createPlan(task: NewPlanTask, ui: NewPlanUi): Promise<Created>;
  /** The reviewing flow with `ui` in the place of the dialogs; names of the files it made. */
  review(
    plan: string,
    ids: readonly string[],
    kind: FeedbackKind,
    ui: ReviewUi,
  ): Promise<readonly string[] | undefined>;
  /** The proposing flow with `ui`, and `models` where given, in the place of the editor's; URI of the file it wrote. */
  generateParallel(
    plan: string,
    ui: ProposalUi,
    models?: () => Promise<readonly ChatModel[]>,
  ): Promise<string | undefined>;
  /** Saves a model's answer as the parallel.json of a plan, with `ui` in the place of the dialogs. */
  saveAnswer(plan: string, answer: string, ui: AnswerUi): Promise<boolean>;
  /** Exports the graph of a plan with `ui` in the place of the dialogs; the file it wrote. */
  exportGraph(plan: string, ui: ExportUi): Promise<Uri | undefined>;
  /** Adds or removes dependencies of a plan where they are stated; what was done, in words. */
  changeDependencies(plan: string, change: DependencyRequest['change']): Promise<string>;
  /** Takes the last change of dependencies of a plan back; what was done, in words. */
  takeBackDependencies(plan: string): Promise<string>;
  /** Removes what the last batch made and nobody edited since; undefined when there is none. */
  undoLastBatch(): Promise<UndoneNames | undefined>;
  /** What is run and was run; `load` begins to follow it. */
  readonly runs: RunsHost<LoadedRuns>;
  /** Runs a plan with `ui` in the place of the editor's lists; the name of the run once a runner has taken it over. */
  runPlan(plan: string, selection: RunSelection, ui: RunUi): Promise<string | undefined>;
}

export type { AnswerUi } from './answer/answerUi';
export type { ExportUi } from './graph/export/exportFlow';
export type { ChatModel } from './proposal/models';
export type { ProposalUi } from './proposal/ui';
export type { ReviewUi } from './review/reviewUi';
export type { RunUi } from './run/runUi';
export type { Created, CreationSelection, CreationTask, CreationUi, NewPlanUi, UndoneNames };
