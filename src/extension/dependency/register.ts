import type { Disposable } from '../../shared/dispose';
import type { RegisterCommands } from '../commands/commandRegistry';
import type { Targets } from '../commands/targets';
import type { EngineHost } from '../engineHost';
import type { Dependencies } from './dependencies';
import { pickDependency, pickRemovals, tell } from './pick';
import { sortParallel } from './sortParallel';

/** The commands that change what depends on what, and the file that says it. */
export const registerDependencies = (
  host: EngineHost,
  targets: Targets,
  register: RegisterCommands,
  dependencies: Dependencies,
): Disposable =>
  register({
    addDependency: async (argument, id) => {
      const { plan, achievement } = await targets.achievementFor(argument, id);
      const picked = await pickDependency(plan, achievement, dependencies);
      if (picked) tell(await dependencies.change(plan, { kind: 'add', ...picked }));
    },
    removeDependency: async (argument, id) => {
      const { plan, achievement } = await targets.achievementFor(argument, id);
      const picked = await pickRemovals(plan, achievement);
      if (picked.length > 0) {
        tell(await dependencies.change(plan, { kind: 'remove', dependencies: picked }));
      }
    },
    sortParallel: sortParallel(host, targets),
  });
