import { resolve } from 'node:path';
import { createEngine } from '../../engine/createEngine';
import type { Logger } from '../../engine/files';
import { isInside, parentUri } from '../../engine/model/uri';
import { pathOfUri, uriOfPath } from '../../node/diskFiles';
import { replaceFile } from '../../node/replaceFile';
import { createJournaled, lastOf, undo } from './journaled';
import { openWith } from './openWorkspace';
import { templatesFolder } from './templatesFolder';
import type { MakingWorkspace, OpenOptions } from './workspace';

/** Opens plans on this disk for commands that may write; no PATH means the current folder. */
export const openMakingWorkspace = async (
  paths: readonly string[],
  logger: Logger,
  options: OpenOptions,
): Promise<MakingWorkspace> => {
  const { engine, workspace, isMeant } = await openWith(createEngine, paths, logger, options);
  const rootOf = (plan: string): string =>
    engine.roots.find((root) => isInside(root, plan)) ?? parentUri(plan);
  return {
    ...workspace,
    prepareCreation: (request) =>
      engine.prepareCreation({ templates: templatesAt(parentUri(request.plan)), ...request }),
    prepareNewPlan: (request) =>
      engine.prepareNewPlan({ templates: templatesAt(request.parent), ...request }),
    preparePrompt: (request) =>
      engine.preparePrompt({ base: baseFor(request.plan, workspace.base), ...request }),
    create: (batch) => createJournaled(batch, rootOf(batch.plan)),
    prepareParallel: (request) => engine.prepareParallel(request),
    replace: (plan, file) => replaceFile(file, rootOf(plan)),
    lastBatch: () => lastOf(isMeant),
    undo: (batch) => undo(batch, rootOf(batch.plan)),
  };
};

const templatesAt = (uri: string): string | undefined => {
  const path = pathOfUri(uri);
  const folder = path === undefined ? undefined : templatesFolder(path);
  return folder === undefined ? undefined : uriOfPath(folder);
};

/** Whoever gets a prompt works where it was asked for. */
const baseFor = (plan: string, base: string): string => {
  const here = uriOfPath(resolve('.'));
  return isInside(here, plan) ? here : base;
};
