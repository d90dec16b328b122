import type { RunConfig } from './config/config';
import type { Command } from './item';

/** What a repository wants to have run, to be seen by a person before it is. */
export interface RepositoryCommands {
  /** With their placeholders: set-up, gates, executors, hooks, in this order, as they are written. */
  readonly commands: readonly Command[];
  /**
   * The text of which the hash is the mark of trust: the same commands and variables in the same roles give the same
   * text. Empty where the repository has nothing to run.
   */
  readonly text: string;
}

/** Roles and names are part of the text: a gate that becomes the executor is another thing. */
export const repositoryCommands = (
  { setup = [], gates = [], executors = {}, hooks = {} }: RunConfig,
  documentGates: readonly Command[] = [],
): RepositoryCommands => {
  const byName = <T>(named: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
    Object.entries(named).sort(([one], [other]) => (one < other ? -1 : 1));
  const executorList = byName(executors);
  const hookList = byName(hooks as Readonly<Record<string, Command>>);
  const commands = [
    ...setup,
    ...gates,
    ...documentGates,
    ...executorList.flatMap(([, { command, resume }]) => [
      ...(command ? [command] : []),
      ...(resume ? [resume] : []),
    ]),
    ...hookList.map(([, command]) => command),
  ];
  const roles = {
    setup,
    gates: [...gates, ...documentGates],
    executors: executorList.map(([name, { command, resume, env }]) => [
      name,
      command ?? null,
      byName(env ?? {}),
      ...(resume ? [resume] : []),
    ]),
    hooks: hookList,
  };
  const isNothing = commands.length === 0 && executorList.length === 0;
  return { commands, text: isNothing ? '' : JSON.stringify(roles) };
};
