import { env } from 'vscode';
import type { Snapshot } from '../../engine/snapshot';
import type { Disposable } from '../../shared/dispose';
import type { RegisterCommands } from '../commands/commandRegistry';
import { isNode, pickPlan, type Targets } from '../commands/targets';
import type { EngineHost } from '../engineHost';
import { brokenFileOf } from '../tree/welcome';
import { nextPlaceholder } from './nextPlaceholder';
import { openAt } from './openAt';
import { openFile } from './openFile';

/** The commands that go to a document, or take something from where one is. */
export const registerNavigation = (
  host: EngineHost,
  targets: Targets,
  register: RegisterCommands,
): Disposable =>
  register({
    openAchievement: async (argument, id) => {
      const { achievement } = await targets.achievementFor(argument, id);
      await openAt(achievement.uri, achievement.definition);
    },
    openFile: openFile(targets),
    openPlan: async (argument) => openPlan(await host.current(), argument),
    openBrokenFile: async () => openBrokenFile(await host.current()),
    copyId: async (argument, id) => {
      const { achievement } = await targets.achievementFor(argument, id);
      await env.clipboard.writeText(achievement.id);
    },
    nextPlaceholder: nextPlaceholder(host, targets),
  });

/** Opens the PLAN file of a row of the tree or of the plan that is picked; of a batch its first PRP. */
const openPlan = async (snapshot: Snapshot, argument: unknown): Promise<void> => {
  const plan = isNode(argument) ? argument.plan : await pickPlan(snapshot);
  if (!plan) return;
  const uri = plan.kind === 'plan' ? plan.uri : plan.achievements[0]?.uri;
  if (uri !== undefined) await openAt(uri);
};

/** Opens the dependency file that cannot be read, at its first problem. */
const openBrokenFile = async (snapshot: Snapshot): Promise<void> => {
  const uri = brokenFileOf(snapshot);
  if (uri !== undefined) await openAt(uri, snapshot.findingsOf(uri)[0]?.span);
};
