import type { RunConfig } from '../../../engine/run/config/config';
import { executorNamed } from '../../../engine/run/executor/chosenExecutor';
import { printable } from '../../../engine/words/printable';
import { findProgram } from '../../../node/run/findProgram';
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
    const { title, command } = executor.value;
    const [program] = command;
    // what ships with the product, and what a person does, is there
    const isThere = program === undefined || program.startsWith('${');
    return [
      {
        name,
        title: printable(title),
        program: isThere ? undefined : (findProgram(program, process.env, home) ?? null),
      },
    ];
  });
