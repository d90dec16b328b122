import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { type RunConfig, USUAL_RUN } from '../config/config';
import type { Executor } from './executor';
import { PRESETS } from './presets';

/** The executor of a name: a shipped one, one of the configuration, or a shipped one with what the configuration says. */
export const executorNamed = (
  name: string,
  { executors = {} }: Pick<RunConfig, 'executors'>,
): Result<Executor, UserError> => {
  const preset = PRESETS.find((each) => each.name === name);
  const own = Object.hasOwn(executors, name) ? executors[name] : undefined;
  if (!preset && !own) {
    return fail(new UserError(`There is no executor ${name}. ${executorsWords(executors)}`));
  }
  const command = own?.command ?? preset?.command;
  if (!command) return fail(new UserError(`The executor ${name} of run.json has no command.`));
  return ok({
    name,
    title: preset?.title ?? name,
    command,
    // whoever replaces the command says how it goes on
    resume: own?.resume ?? (own?.command ? undefined : preset?.resume),
    prompt: own?.prompt ?? preset?.prompt ?? 'stdin',
    env: { ...preset?.env, ...own?.env },
    timeoutMinutes: own?.timeoutMinutes ?? preset?.timeoutMinutes ?? USUAL_RUN.timeoutMinutes,
    idleMinutes: own?.idleMinutes ?? preset?.idleMinutes ?? USUAL_RUN.idleMinutes,
    result: own?.result ?? preset?.result ?? 'exit',
    // whoever replaces the command knows what it is
    version: own?.command ? undefined : preset?.version,
    since: own?.command ? undefined : preset?.since,
    isConfigured: own !== undefined,
  });
};

/** Every executor there is: the shipped ones, then those of a configuration. */
export const executorNames = (executors: Readonly<Record<string, unknown>> = {}): readonly string[] => [
  ...new Set([...PRESETS.map(({ name }) => name), ...Object.keys(executors)]),
];

/** `Choose one of demo, manual, claude, …`: every executor there is. */
export const executorsWords = (executors: Readonly<Record<string, unknown>> = {}): string =>
  `Choose one of ${executorNames(executors).join(', ')}.`;
