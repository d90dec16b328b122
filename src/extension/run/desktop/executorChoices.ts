import type { RunConfig } from '../../../engine/run/config/config';
import { executorNamed } from '../../../engine/run/executor/chosenExecutor';
import { printable } from '../../../engine/words/printable';
import { executorProgram } from '../../../node/run/executorProgram';
import type { ExecutorChoice } from '../runUi';

/** The executors of these names, with the program that is found for each; one without a command is left out. */
export const executorChoices = (
  names: readonly string[],
  config: Pick<RunConfig, 'executors'>,
  home: string,
): readonly ExecutorChoice[] =>
  names.flatMap((name): readonly ExecutorChoice[] => {
    const executor = executorNamed(name, config);
    if (!executor.ok) return [];
    const program = executorProgram(executor.value, home);
    return [{ name, title: printable(executor.value.title), program }];
  });
