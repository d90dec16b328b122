import { readJsonSource } from '../../document/json/jsonSource';
import { REVIEWS } from '../item';
import {
  type ConfigProblem,
  type ExecutorConfig,
  HOOK_EVENTS,
  type HookEvent,
  MOST_ATTEMPTS,
  MOST_JOBS,
  RESULT_KINDS,
  type ReadConfig,
  type RunConfig,
} from './config';
import {
  aCommand,
  aSwitch,
  aText,
  type Keys,
  listOf,
  namedValues,
  objectOf,
  oneOf,
  positiveNumber,
  type ReadValue,
  wholeNumber,
} from './values';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

const environment: ReadValue<Readonly<Record<string, string | null>>> = (at, tell) => {
  const { object } = at;
  const strays = Object.keys(object ?? {}).filter((name) => {
    const value = object?.[name];
    return !NAME.test(name) || (typeof value !== 'string' && value !== null);
  });
  if (object && strays.length === 0) return object as Readonly<Record<string, string | null>>;
  const [stray] = strays;
  tell({
    severity: 'error',
    message:
      'It must be an object of variables. Each value is text, or null to take the value from the environment.',
    span: (stray === undefined ? at : at.member(stray)).span,
  });
  return undefined;
};

const executor: ReadValue<ExecutorConfig> = objectOf<ExecutorConfig>({
  command: aCommand,
  resume: aCommand,
  prompt: oneOf(['stdin', 'file']),
  env: environment,
  timeoutMinutes: positiveNumber,
  idleMinutes: positiveNumber,
  result: oneOf(RESULT_KINDS),
});

const hooks = objectOf(
  Object.fromEntries(HOOK_EVENTS.map((event) => [event, aCommand])) as Keys<
    Partial<Record<HookEvent, readonly string[]>>
  >,
);

const KEYS: Keys<RunConfig & { readonly $schema?: string }> = {
  $schema: aText,
  executor: aText,
  executors: namedValues(executor),
  setup: listOf(aCommand),
  gates: listOf(aCommand),
  review: oneOf(REVIEWS),
  reviewer: aText,
  jobs: wholeNumber(MOST_JOBS),
  barrier: aSwitch,
  attempts: wholeNumber(MOST_ATTEMPTS),
  land: aSwitch,
  worktrees: aText,
  branch: aText,
  maxCost: objectOf({ item: positiveNumber, run: positiveNumber }),
  hooks,
};

const readObject = objectOf(KEYS);

/**
 * Reads a `.parallel-plans/run.json`; comments and trailing commas are allowed. Never throws: of a malformed text the
 * configuration holds what could be read. An empty text says nothing and is no problem.
 */
export const readRunConfig = (text: string): ReadConfig => {
  if (text.trim() === '') return { config: {}, problems: [] };
  const source = readJsonSource(text);
  const problems: ConfigProblem[] = source.problems.map(({ kind, message, span }) => ({
    severity: kind === 'malformed' ? 'error' : 'warning',
    message,
    span,
  }));
  const read = readObject(source.root, (problem) => problems.push(problem)) ?? {};
  const { $schema: _, ...config } = read as RunConfig & { readonly $schema?: string };
  return { config, problems: problems.toSorted((one, other) => one.span.start - other.span.start) };
};
