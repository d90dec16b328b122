import type { GateResult } from '../../../engine/run/event';
import type { Command } from '../../../engine/run/item';
import { commandText } from '../../../engine/run/text/dryRun';
import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import type { RunContext } from '../context';
import { builtEnvironment } from '../environment';
import { freePortBase } from '../freePorts';
import { runStep, type StepEnd } from '../runStep';
import { commandFor, type ItemPlace, planVariables } from './itemPlace';
import { stepTag } from './stepTag';

const HOUR_MS = 3_600_000;

/** Where a command runs, and what for. */
export interface StepPlace {
  readonly cwd: string;
  readonly log: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly tag: string;
}

export const itemStep = async (context: RunContext, place: ItemPlace): Promise<StepPlace> => ({
  cwd: place.worktree,
  log: place.log,
  variables: planVariables(place, await freePortBase()),
  signal: context.signalOf(place.item.id),
  tag: stepTag(context, place),
});

const run = (command: Command, step: StepPlace): Promise<Result<StepEnd, UserError>> =>
  runStep({
    command,
    cwd: step.cwd,
    env: builtEnvironment(step.variables),
    log: step.log,
    tag: step.tag,
    timeoutMs: HOUR_MS,
    signal: step.signal,
  });

/** Runs the set-up commands in a new worktree; the first that does not exit with 0 ends it. */
export const runSetup = async (context: RunContext, place: ItemPlace): Promise<Result<void, UserError>> =>
  setUpIn(
    context.settings.setup.map((command) => commandFor(command, place, '')),
    await itemStep(context, place),
  );

export const setUpIn = async (
  commands: readonly Command[],
  step: StepPlace,
): Promise<Result<void, UserError>> => {
  for (const command of commands) {
    const done = await run(command, step);
    if (!done.ok) return done;
    if (done.value.exit !== 0) return fail(new UserError(`set-up failed: ${redWords(command, done.value)}`));
  }
  return ok(undefined);
};

/**
 * Runs gates one after the other, up to the first that is not green; what cannot be started is not green.
 *
 * @param tree the tree that they prove
 */
export const runGates = async (
  gates: readonly Command[],
  step: StepPlace,
  tree: string,
): Promise<readonly GateResult[]> => {
  const results: GateResult[] = [];
  for (const command of gates) {
    const done = await run(command, step);
    const result: GateResult = done.ok
      ? {
          command,
          exit: done.value.exit,
          ok: done.value.exit === 0,
          seconds: done.value.seconds,
          output: done.value.exit === 0 ? '' : done.value.output,
          tree,
        }
      : { command, exit: null, ok: false, seconds: 0, output: done.error.message, tree };
    results.push(result);
    if (!result.ok) break;
  }
  return results;
};

/** Why a gate is red, as a sentence without its output. */
export const gateWords = ({ command, exit, output }: GateResult): string =>
  exit === null && output !== ''
    ? `\`${commandText(command)}\`: ${output.split('\n', 1)[0]}`
    : redWords(command, { exit });

const redWords = (command: Command, { exit }: Pick<StepEnd, 'exit'>): string =>
  exit === null
    ? `\`${commandText(command)}\` was ended before it was done`
    : `\`${commandText(command)}\` ended with exit code ${exit}`;
