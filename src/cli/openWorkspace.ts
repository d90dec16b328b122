import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { createEngine, type Snapshot } from '../engine/engine';
import type { Logger } from '../engine/files';
import type { AnalysedPlan } from '../engine/model/analysis';
import { isInside, parentUri } from '../engine/model/uri';
import { createDiskFiles, pathOfUri, uriOfPath } from '../node/diskFiles';
import { isBelow } from '../node/walk';
import { UserError } from '../shared/userError';
import { evidenceRoot } from './evidenceRoot';
import { templatesFolder } from './templatesFolder';
import type { Workspace } from './workspace';

/** A PATH of the command line. */
interface Target {
  readonly path: string;
  readonly uri: string;
  readonly isFolder: boolean;
  /** The folder itself, or the one that holds the file. */
  readonly folder: string;
  /** Folder that has to be read to know everything about it. */
  readonly root: string;
}

/** Opens plans on this disk; no PATH means the current folder. */
export const openWorkspace = async (paths: readonly string[], logger: Logger): Promise<Workspace> => {
  const targets = (paths.length > 0 ? paths : ['.']).map(targetOf);
  const roots = outermost(targets.map(({ root }) => root)).map(uriOfPath);
  // a command looks once: watching 50,000 files costs thirty times as much as listing them
  const files = { ...createDiskFiles(logger), watch: () => ({ dispose: () => undefined }) };
  const engine = createEngine({ files, logger, roots, schemaFindings: true });
  const snapshot = await engine.refresh();
  const plans = snapshot.plans.filter((plan) => targets.some((target) => asksFor(target, plan, snapshot)));
  const rootOf = (plan: string): string => roots.find((root) => isInside(root, plan)) ?? parentUri(plan);
  const workspace: Workspace = {
    base: uriOfPath(targets.length === 1 && targets[0] ? targets[0].folder : resolve('.')),
    plans,
    findings: findingsFor(targets, plans, snapshot),
    linesOf: (uri) => snapshot.linesOf(uri),
    prepareCreation: (request) =>
      engine.prepareCreation({ templates: templatesOf(request.plan), ...request }),
    preparePrompt: (request) => engine.preparePrompt({ ...request, base: baseFor(request.plan, workspace) }),
    create: async (batch) => (await import('./journaled')).createJournaled(batch, rootOf(batch.plan)),
    prepareParallel: (request) => engine.prepareParallel(request),
    replace: async (plan, file) => (await import('../node/replaceFile')).replaceFile(file, rootOf(plan)),
    lastBatch: async () =>
      (await import('./journaled')).lastOf((uri) => targets.some((target) => isMeant(target, uri, plans))),
    undo: async (batch) => (await import('./journaled')).undo(batch, rootOf(batch.plan)),
    dispose: () => engine.dispose(),
  };
  for (const target of targets) refuseStranger(target, workspace);
  return workspace;
};

const templatesOf = (plan: string): string | undefined => {
  const path = pathOfUri(parentUri(plan));
  const folder = path === undefined ? undefined : templatesFolder(path);
  return folder === undefined ? undefined : uriOfPath(folder);
};

const targetOf = (given: string): Target => {
  const path = resolve(given);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new UserError(`There is nothing at ${given}.`);
  const isFolder = stats.isDirectory();
  const folder = isFolder ? path : dirname(path);
  return { path, uri: uriOfPath(path), isFolder, folder, root: evidenceRoot(folder) };
};

const outermost = (folders: readonly string[]): readonly string[] => {
  const distinct = [...new Set(folders)];
  return distinct.filter((folder) => !distinct.some((other) => other !== folder && isBelow(other, folder)));
};

const asksFor = ({ uri, isFolder }: Target, plan: AnalysedPlan, snapshot: Snapshot): boolean =>
  isFolder ? isInside(uri, placeOf(plan)) : plan.uri === uri || snapshot.planOf(uri) === plan;

/** A batch of PRPs has no document of its own: it is where its files are. */
const placeOf = ({ kind, uri, folders }: AnalysedPlan): string => (kind === 'prp-batch' ? folders.root : uri);

/** Whether a plan by this URI is asked for, even when it is gone by now. */
const isMeant = ({ uri, isFolder }: Target, plan: string, plans: readonly AnalysedPlan[]): boolean =>
  isFolder ? isInside(uri, plan) : plans.some((each) => each.uri === plan);

const findingsFor = (
  targets: readonly Target[],
  plans: readonly AnalysedPlan[],
  snapshot: Snapshot,
): Workspace['findings'] => {
  const asked = new Set(plans);
  return snapshot.findings.filter(({ uri }) => {
    const owner = snapshot.planOf(uri);
    if (owner && asked.has(owner)) return true;
    return targets.some((target) => (target.isFolder ? isInside(target.uri, uri) : target.uri === uri));
  });
};

/** Whoever gets a prompt works where it was asked for. */
const baseFor = (plan: string, { base }: Workspace): string => {
  const here = uriOfPath(resolve('.'));
  return isInside(here, plan) ? here : base;
};

/** A file that says nothing about any plan was named by mistake. */
const refuseStranger = ({ path, uri, isFolder }: Target, { plans, findings }: Workspace): void => {
  const isKnown = isFolder || plans.length > 0 || findings.some((finding) => finding.uri === uri);
  if (!isKnown) throw new UserError(`${basename(path)} is not a plan and belongs to none.`);
};
