import type { Answers } from './answer/register';
import type { Api } from './api';
import { planAt } from './commands/targets';
import type { Creation } from './creation/register';
import type { Dependencies } from './dependency/dependencies';
import type { EngineHost } from './engineHost';
import type { Graphs } from './graph/register';
import type { Proposals } from './proposal/register';
import type { Reviews } from './review/register';
import type { RunsFeature } from './run/register';
import type { PlansTree } from './tree/plansTree';

/** The features that other extensions and the tests may use. */
interface Features {
  readonly host: EngineHost;
  readonly tree: PlansTree;
  readonly graphs: Graphs;
  readonly creation: Creation;
  readonly reviews: Reviews;
  readonly proposals: Proposals;
  readonly answers: Answers;
  readonly dependencies: Dependencies;
  readonly runs: RunsFeature;
}

/** What the extension exports, made of its features. */
export const apiOf = (features: Features): Api => {
  const { host, tree, graphs, creation, reviews, proposals, answers, dependencies, runs } = features;
  return {
    snapshot: () => host.current(),
    engine: () => host.engine(),
    connected: async () => (await host.runtime()).connected,
    tree,
    create: (task, ui) => creation.create(task, ui),
    createPlan: (task, ui) => creation.createPlan(task, ui),
    review: async (uri, wanted, kind, ui) => {
      const plan = planAt(await host.current(), uri);
      const achievements = wanted.flatMap((id) => plan.byId.get(id) ?? []);
      return reviews.give({ plan, achievements, kind }, ui);
    },
    generateParallel: (plan, ui, models) => proposals.generate(plan, ui, models),
    saveAnswer: (plan, answer, ui) => answers.save(plan, answer, ui),
    exportGraph: (plan, ui) => graphs.export(plan, ui),
    changeDependencies: async (plan, change) =>
      dependencies.change(planAt(await host.current(), plan), change),
    takeBackDependencies: async (plan) => dependencies.takeBack(planAt(await host.current(), plan)),
    undoLastBatch: () => creation.undoLast(),
    runs: runs.runs,
    runPlan: async (plan, selection, ui) => runs.runPlan(planAt(await host.current(), plan), selection, ui),
  };
};
