import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { createReadingEngine } from '../../engine/createReadingEngine';
import type { EngineOptions, ReadingEngine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import type { History } from '../../engine/history';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { isInside } from '../../engine/model/uri';
import type { Finding } from '../../engine/rule/finding';
import type { Snapshot } from '../../engine/snapshot';
import { isSilenced } from '../../engine/state/silenced';
import { createDiskFiles, uriOfPath } from '../../node/diskFiles';
import { createGitHistory } from '../../node/git/gitHistory';
import { runningTime } from '../../node/pace';
import { isBelow } from '../../node/walk';
import { UserError } from '../../shared/userError';
import { archiveFolders } from './archiveFolders';
import { evidenceRoot } from './evidenceRoot';
import { namedPlanFolders } from './namedPlanFolders';
import type { OpenOptions, Workspace } from './workspace';
import { applyLabels } from './workspaceLabels';

/** A PATH of the command line. */
interface Target {
  readonly path: string;
  readonly uri: string;
  /** URI of the batch of PRPs that is asked for: `x#PRP-5`. */
  readonly batch: string | undefined;
  readonly isFolder: boolean;
  /** The folder itself, or the one that holds the file. */
  readonly folder: string;
  /** Folder that has to be read to know everything about it. */
  readonly root: string;
}

interface Opened<E extends ReadingEngine> {
  readonly engine: E;
  readonly workspace: Workspace;
  /** Whether a plan by this URI is asked for, even when it is gone by now. */
  isMeant(plan: string): boolean;
}

/** Opens plans on this disk with an engine made by `create`; no PATH means the current folder. */
export const openWith = async <E extends ReadingEngine>(
  create: (options: EngineOptions) => E,
  paths: readonly string[],
  logger: Logger,
  { includeIgnored }: OpenOptions,
): Promise<Opened<E>> => {
  const targets = (paths.length > 0 ? paths : ['.']).map(targetOf);
  const folders = outermost(targets.map(({ root }) => root));
  const roots = folders.map(uriOfPath);
  applyLabels(
    undefined,
    targets.map(({ folder }) => folder),
    logger,
  );
  // a command looks once: watching 50,000 files costs thirty times as much as listing them
  const watch = () => ({ dispose: () => undefined });
  const files = { ...createDiskFiles(logger, () => includeIgnored), watch };
  const git = createGitHistory(logger, { includeIgnored: () => includeIgnored });
  const history: History = { of: (folder) => git.of(folder), ignored: (uris) => git.ignored(uris), watch };
  const engine = create({ files, logger, roots, schemaFindings: true, history, now: runningTime });
  const plansIn = (read: Snapshot): readonly AnalysedPlan[] =>
    read.plans.filter((plan) => targets.some((target) => asksFor(target, plan, read)));
  const first = await engine.refresh();
  const asked = plansIn(first);
  const further = [...archiveFolders(asked, folders), ...namedPlanFolders(asked, first.plans)];
  const snapshot =
    further.length === 0 ? first : await engine.setRoots(outermost([...folders, ...further]).map(uriOfPath));
  const plans = plansIn(snapshot);
  const allFindings = findingsFor(targets, plans, snapshot);
  const isNamed = (plan: AnalysedPlan): boolean =>
    targets.some((target) => !target.isFolder && asksFor(target, plan, snapshot));
  const isTold = (finding: Finding): boolean => {
    const plan = snapshot.planOf(finding.uri);
    return !isSilenced(plan, finding) || (plan !== undefined && isNamed(plan));
  };
  const workspace: Workspace = {
    base: uriOfPath(targets.length === 1 && targets[0] ? targets[0].folder : resolve('.')),
    plans,
    known: snapshot.plans,
    families: snapshot.families,
    findings: allFindings.filter(isTold),
    allFindings,
    ownerOf: (uri) => snapshot.planOf(uri),
    isNamed,
    linesOf: (uri) => snapshot.linesOf(uri),
    dispose: () => engine.dispose(),
  };
  for (const target of targets) refuseStranger(target, plans, allFindings);
  return {
    engine,
    workspace,
    isMeant: (plan) => targets.some((target) => isMeant(target, plan, plans)),
  };
};

/** Opens plans for commands that only look. */
export const openWorkspace = async (
  paths: readonly string[],
  logger: Logger,
  options: OpenOptions,
): Promise<Workspace> => (await openWith(createReadingEngine, paths, logger, options)).workspace;

const targetOf = (given: string): Target => {
  const path = resolve(given);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return batchTargetOf(given);
  const isFolder = stats.isDirectory();
  const folder = isFolder ? path : dirname(path);
  return { path, uri: uriOfPath(path), batch: undefined, isFolder, folder, root: evidenceRoot(folder) };
};

/** A batch of PRPs, as `status` prints it: its folder with its name. */
const batchTargetOf = (given: string): Target => {
  const [, folderGiven, name] = /^(.*)#([^#/\\]+)$/.exec(given) ?? [];
  const folder = resolve(folderGiven || '.');
  if (name === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(`There is nothing at ${given}.`);
  const batch = `${uriOfPath(folder)}#${name}`;
  return { path: resolve(given), uri: batch, batch, isFolder: false, folder, root: evidenceRoot(folder) };
};

const outermost = (folders: readonly string[]): readonly string[] => {
  const distinct = [...new Set(folders)];
  return distinct.filter((folder) => !distinct.some((other) => other !== folder && isBelow(other, folder)));
};

const asksFor = ({ uri, isFolder }: Target, plan: AnalysedPlan, snapshot: Snapshot): boolean =>
  isFolder
    ? placesOf(plan).some((place) => isInside(uri, place))
    : plan.uri === uri || snapshot.planOf(uri) === plan;

/** A batch of PRPs has no document of its own: it is where its files are. */
const placesOf = ({ kind, uri, achievements }: AnalysedPlan): readonly string[] =>
  kind === 'prp-batch' ? achievements.map((each) => each.uri) : [uri];

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

/** A file that says nothing about any plan was named by mistake. */
const refuseStranger = (
  { path, uri, batch, isFolder }: Target,
  plans: readonly AnalysedPlan[],
  findings: readonly Finding[],
): void => {
  if (batch !== undefined && !plans.some((plan) => plan.uri === batch)) {
    throw new UserError(`There is no batch ${basename(path)}.`);
  }
  const isKnown = isFolder || plans.length > 0 || findings.some((finding) => finding.uri === uri);
  if (!isKnown) throw new UserError(`${basename(path)} is not a plan and belongs to none.`);
};
