import type { Logger } from '../../engine/files';
import type { Disposable } from '../../shared/dispose';
import type { RegisterCommands } from '../commands/commandRegistry';
import { isOfDocuments, type Targets } from '../commands/targets';
import type { ApplyBatch } from '../creation/apply';
import type { EngineHost } from '../engineHost';
import { editorProposalUi } from './editorUi';
import { generateParallel, type ProposalDeps } from './flow';
import { editorModels } from './models';
import type { ProposalUi } from './ui';
import { createWriteParallel } from './write';

export interface Proposals extends Disposable {
  /** Proposes the dependencies of a plan; the URI of the file it wrote. */
  generate(plan: string, ui: ProposalUi, models?: ProposalDeps['models']): Promise<string | undefined>;
}

/** Dependencies are proposed, and written into parallel.json when a person says so. */
export const registerProposals = (
  host: EngineHost,
  targets: Targets,
  register: RegisterCommands,
  apply: ApplyBatch,
  logger: Logger,
): Proposals => {
  const write = createWriteParallel(apply);
  const generate: Proposals['generate'] = (plan, ui, models = editorModels) =>
    generateParallel({ engine: () => host.engine(), models, write, logger }, ui, plan);
  const commands = register({
    generateParallel: async (argument) => {
      const plan = await targets.planFor(argument, isOfDocuments);
      if (plan) await generate(plan.uri, editorProposalUi);
    },
  });
  return { generate, dispose: () => commands.dispose() };
};
