import { type RunConfig, USUAL_RUN } from '../../../engine/run/config/config';
import { executorNamed, executorsWords } from '../../../engine/run/executor/chosenExecutor';
import type { Executor } from '../../../engine/run/executor/executor';
import type { Review } from '../../../engine/run/item';
import { fail, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import type { RunAsked } from './asked';

/** What a person may say of who works. */
type WhoAsked = Pick<RunAsked, 'executor' | 'timeoutMinutes'>;

/** For a run that is refused because nobody was chosen. */
const NOBODY: Executor = {
  name: '',
  title: '',
  command: [],
  resume: undefined,
  prompt: 'stdin',
  env: {},
  timeoutMinutes: USUAL_RUN.timeoutMinutes,
  idleMinutes: USUAL_RUN.idleMinutes,
  result: 'exit',
  version: undefined,
  since: undefined,
  isConfigured: false,
};

/** Who works and who reviews; nobody, with the reason, where that cannot be said. */
export const whoFor = (options: WhoAsked, config: RunConfig, review: Review) => {
  const executor = executorFor(options, config);
  const reviewer = review === 'agent' ? reviewerFor(config) : undefined;
  return {
    executor: withLimit(executor.ok ? executor.value : NOBODY, options.timeoutMinutes),
    reviewer: reviewer?.ok ? reviewer.value : undefined,
    refusals: [executor, reviewer].flatMap((each) => (each && !each.ok ? [each.error.message] : [])),
  };
};

const executorFor = (options: WhoAsked, config: RunConfig): Result<Executor, UserError> => {
  const name = options.executor ?? config.executor;
  return name === undefined
    ? fail(
        new UserError(
          `No executor is chosen. Add --executor, or "executor" to .parallel-plans/run.json. ${executorsWords(config.executors)}`,
        ),
      )
    : executorNamed(name, config);
};

const reviewerFor = (config: RunConfig): Result<Executor, UserError> => {
  if (config.reviewer === undefined) {
    return fail(new UserError('No reviewer is chosen. Add "reviewer" to .parallel-plans/run.json.'));
  }
  const reviewer = executorNamed(config.reviewer, config);
  return reviewer.ok && reviewer.value.command.length === 0
    ? fail(new UserError('"reviewer" names a program. For a review by a person, use --review person.'))
    : reviewer;
};

const withLimit = (executor: Executor, timeoutMinutes: number | undefined): Executor =>
  timeoutMinutes === undefined ? executor : { ...executor, timeoutMinutes };
