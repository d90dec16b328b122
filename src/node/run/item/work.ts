import { writeFile } from 'node:fs/promises';
import type { RunItem } from '../../../engine/run/item';
import type { ItemRecord } from '../../../engine/run/state';
import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import type { RunContext } from '../context';
import { builtEnvironment } from '../environment';
import { freePortBase } from '../freePorts';
import { type RunningProcess, startProcess } from '../startProcess';
import { type AgentEnd, watchAgent } from './agent';
import { endedBadly } from './badEnd';
import { finishItem } from './finish';
import { givenVariables } from './givenVariables';
import { commandFor, type ItemPlace, itemPlace, planVariables } from './itemPlace';
import { meddlingOf, noteRepository } from './meddling';
import { type Prepared, prepareItem } from './prepare';

/** The place of an attempt at an item. */
export const placeOf = (context: RunContext, item: RunItem, attempt: number): ItemPlace =>
  itemPlace(
    { folder: context.folder, settings: context.settings, plan: context.state.head?.plan ?? '' },
    item,
    attempt,
  );

/** Works on an attempt at an item from its beginning to where it waits to land, or ends otherwise. Never rejects. */
export const workOn = async (context: RunContext, before: ItemRecord, attempt: number): Promise<void> => {
  const place = placeOf(context, before.item, attempt);
  const prepared = await prepareItem(context, place, before);
  if (!prepared.ok) return couldNotStart(context, place, prepared.error);
  if (context.settings.executor.command.length === 0) {
    await context.tell({
      event: 'waiting',
      item: place.item.id,
      attempt,
      from: prepared.value.from,
      error: `The prompt is in ${place.promptFile}, the checkout in ${place.worktree}.`,
    });
    return;
  }
  const started = await startAgent(context, place, prepared.value, sessionAfter(before));
  if (!started.ok) return couldNotStart(context, place, started.error);
  await watchItem(context, place, started.value);
};

/** An executor that was started for an attempt. */
export interface Started {
  readonly process: RunningProcess;
  readonly tag: string;
}

/** Watches the executor of an attempt, then does what follows from its end. */
export const watchItem = async (
  context: RunContext,
  place: ItemPlace,
  { process, tag }: Started,
): Promise<void> => {
  const end = await watchAgent({
    process,
    tag,
    executor: context.settings.executor,
    log: place.log,
    heartbeatFile: place.heartbeatFile,
    worktree: place.worktree,
    signal: context.signalOf(place.item.id),
  });
  await afterAgent(context, place, end);
};

const afterAgent = async (context: RunContext, place: ItemPlace, end: AgentEnd): Promise<void> => {
  const { item, attempt } = place;
  for (const survivor of end.survivors) context.note(`${item.id}: nothing could end the process ${survivor}`);
  if (await endedBadly(context, place, end)) {
    const meddling = await meddlingOf(context, place);
    if (meddling !== undefined) context.note(`${item.id}: ${meddling}`);
    return;
  }
  const { usage, denials, session } = end.ending;
  await context.tell({
    event: 'committing',
    item: item.id,
    attempt,
    denials,
    ...(usage && { usage }),
    ...(session !== undefined && { session }),
  });
  await finishItem(context, place);
};

const couldNotStart = async (context: RunContext, place: ItemPlace, error: UserError): Promise<void> => {
  const { item, attempt } = place;
  const isUnwanted = context.signalOf(item.id).aborted;
  await context.tell({
    event: isUnwanted ? 'cancelled' : 'failed',
    item: item.id,
    attempt,
    error: `It could not be started: ${error.message}`,
    // another attempt would meet the same
    final: true,
  });
};

/** The session that a next attempt goes on with: after one that did so itself, a fresh eye is better. */
const sessionAfter = ({ session, resumes }: ItemRecord): string | undefined =>
  session === '' || resumes !== undefined ? undefined : session;

const startAgent = async (
  context: RunContext,
  place: ItemPlace,
  { base, from, prompt }: Prepared,
  session: string | undefined,
): Promise<Result<Started, UserError>> => {
  const { executor } = context.settings;
  const { id } = place.item;
  if (context.signalOf(id).aborted) return fail(new UserError('it is no longer wanted'));
  const tag = `${context.settings.mark}:${id}:${place.attempt}:agent`;
  const isResumed = session !== undefined && executor.resume !== undefined;
  const argv = isResumed
    ? commandFor(executor.resume, place, base, session)
    : commandFor(executor.command, place, base);
  // written down before it starts, so that it is found when this process is gone
  await context.tell({
    event: 'running',
    item: id,
    attempt: place.attempt,
    from,
    tag,
    ...(isResumed && { resumes: session }),
  });
  await writeFile(place.promptFile, prompt);
  await noteRepository(context, place);
  const started = await startProcess({
    argv,
    cwd: place.worktree,
    env: builtEnvironment({ ...givenVariables(executor.env), ...planVariables(place, await freePortBase()) }),
    ...(executor.prompt === 'stdin' && { stdin: place.promptFile }),
    stdout: place.log,
    stderr: place.log,
    result: endFile(place),
    tag,
  });
  if (!started.ok) return started;
  const { identity } = started.value;
  await context.tell({ event: 'running', item: id, attempt: place.attempt, process: identity });
  return ok({ process: started.value, tag });
};

/** The file in which the exit code of the executor will be. */
export const endFile = ({ folder, attempt }: ItemPlace): string => `${folder}/end-${attempt}.json`;
