import { join } from 'node:path';
import { attemptName, itemBranch, namePart } from '../../../engine/run/branches';
import type { Placeholders } from '../../../engine/run/executor/arguments';
import { withPlaceholders } from '../../../engine/run/executor/arguments';
import type { Command, RunItem } from '../../../engine/run/item';
import { itemFolder, type RunFolder } from '../record/runFolder';
import type { RunSettings } from '../record/settings';

/** An attempt at an item with everything that has a place of its own. All paths are absolute. */
export interface ItemPlace {
  readonly item: RunItem;
  readonly attempt: number;
  readonly run: string;
  readonly plan: string;
  readonly worktree: string;
  readonly branch: string;
  readonly folder: string;
  readonly log: string;
  readonly promptFile: string;
  readonly resultFile: string;
  readonly heartbeatFile: string;
}

export const itemPlace = (
  {
    folder,
    settings,
    plan,
  }: { readonly folder: RunFolder; readonly settings: RunSettings; readonly plan: string },
  item: RunItem,
  attempt: number,
): ItemPlace => {
  const inRecord = itemFolder(folder, item.id);
  return {
    item,
    attempt,
    run: folder.run,
    plan,
    worktree: join(settings.worktrees, namePart(folder.run), attemptName(item.id, attempt)),
    branch: itemBranch(folder.run, item.id, attempt),
    folder: inRecord,
    log: join(inRecord, `attempt-${attempt}.log`),
    promptFile: join(inRecord, 'prompt.md'),
    resultFile: join(inRecord, `result-${attempt}.json`),
    heartbeatFile: join(inRecord, `heartbeat-${attempt}`),
  };
};

/** The variables that tell a command which item it is for. */
export const planVariables = (place: ItemPlace, portBase: number): Readonly<Record<string, string>> => ({
  PLAN_RUN: place.run,
  PLAN_NAME: place.plan,
  PLAN_ITEM: place.item.id,
  PLAN_ATTEMPT: String(place.attempt),
  PLAN_WORKTREE: place.worktree,
  PLAN_PROMPT_FILE: place.promptFile,
  PLAN_RESULT_FILE: place.resultFile,
  PLAN_HEARTBEAT_FILE: place.heartbeatFile,
  PLAN_PORT_BASE: String(portBase),
});

/** A command as it is run for an attempt: placeholders replaced, nothing that no program can be given. */
export const commandFor = (command: Command, place: ItemPlace, base: string, session = ''): Command => {
  const values: Placeholders = {
    id: place.item.id,
    title: place.item.title,
    plan: place.plan,
    level: String(place.item.level),
    promptFile: place.promptFile,
    resultFile: place.resultFile,
    worktree: place.worktree,
    branch: place.branch,
    base,
    attempt: String(place.attempt),
    session,
    files: place.item.files,
    node: process.execPath,
    demo: join(__dirname, 'demoAgent.js'),
  };
  return withPlaceholders(command, values).map((argument) => argument.replaceAll('\0', ''));
};
