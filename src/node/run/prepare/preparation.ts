import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { readPrpGates } from '../../../engine/document/prp/gates';
import type { AnalysedPlan } from '../../../engine/model/analysis';
import type { AchievementId } from '../../../engine/model/ids';
import { namedBy } from '../../../engine/run/branches';
import { chooseItems } from '../../../engine/run/chooseItems';
import { type RunConfig, USUAL_RUN } from '../../../engine/run/config/config';
import type { RunHead } from '../../../engine/run/event';
import { type PlannedRun, planRun } from '../../../engine/run/planRun';
import { repositoryCommands } from '../../../engine/run/trust';
import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { pathOfUri } from '../../diskFiles';
import { commitOf } from '../../git/commits';
import { checkGit } from '../../git/gitVersion';
import { pathInGit, repositoryOf } from '../../git/repository';
import { landedIn } from '../../git/runCommits';
import { nextRunName } from '../record/createRun';
import { homeOf } from '../record/runFolder';
import type { RunSettings } from '../record/settings';
import { trustHash } from '../record/trusted';
import type { RunAsked } from './asked';
import {
  branchRefusals,
  commitRefusals,
  programRefusals,
  reviewRefusals,
  runningRefusals,
  worktreeRefusals,
} from './cannotRun';
import { readConfig } from './configFile';
import { whoFor } from './who';

/** Everything that is known before a run begins. */
export interface Preparation {
  readonly head: RunHead;
  readonly settings: Omit<RunSettings, 'mark'>;
  readonly planned: PlannedRun;
  /** Where the integration branch is; undefined where it does not exist yet. */
  readonly tip: string | undefined;
  /** Why it cannot be run, one sentence each. */
  readonly refusals: readonly string[];
  /** What to know, one sentence each. */
  readonly notes: readonly string[];
  readonly trust: {
    readonly hash: string;
    readonly commands: readonly (readonly string[])[];
    readonly isNeeded: boolean;
  };
}

/** Where a run begins. */
export interface Beginning {
  readonly run: string;
  /** Where the integration branch is; undefined where it does not exist yet. */
  readonly tip: string | undefined;
  readonly base: string;
  /** What was done before, with the commits that completed it. */
  readonly landed: ReadonlyMap<AchievementId, string>;
  readonly refusals: readonly string[];
}

/** What a run is going to be called and land on. */
export interface Names {
  readonly top: string;
  readonly home: string;
  readonly plan: string;
  readonly branch: string;
}

/**
 * Works out what a run of a plan would be, without changing anything. Fails outside of a repository, without commits,
 * with a git that is too old, and where the selection names what is not there.
 *
 * @param configured what counts before run.json, by its keys: settings of an editor
 * @param begin finds where it begins, if that is not the branch of this repository
 */
export const prepareRun = async (
  plan: AnalysedPlan,
  options: RunAsked,
  configured: Readonly<Record<string, unknown>> = {},
  begin: (names: Names) => Promise<Result<Beginning, UserError>> = beginHere,
): Promise<Result<Preparation, UserError>> => {
  const place = placeOf(plan);
  if (!place.ok) return place;
  const { folder, top, home } = place.value;
  const version = await checkGit(top);
  if (!version.ok) return version;
  const { config, problems } = readConfig(home, configured);
  const names = { plan: plan.name, repository: basename(top) };
  const branch = namedBy(config.branch ?? USUAL_RUN.branch, names);
  const chosen = chooseItems({ name: plan.name, items: plan.achievements }, options.selection);
  if (!chosen.ok) return chosen;
  const beginning = await begin({ top, home, plan: plan.name, branch });
  if (!beginning.ok) return beginning;
  const { run, tip, base, landed } = beginning.value;
  const asked = askedOf(options, config);
  const planned = planRun(plan, {
    chosen: chosen.value,
    redo: options.redo,
    landed,
    jobs: asked.jobs,
  });
  const worktrees = resolve(top, namedBy(config.worktrees ?? USUAL_RUN.worktrees, names));
  const who = whoFor(options, config, asked.review);
  const itemGates = gatesOf(plan, planned);
  const { commands, text } = repositoryCommands(config, Object.values(itemGates).flat());
  const path = pathInGit(top, folder);
  return ok({
    tip,
    planned,
    head: {
      run,
      plan: plan.name,
      kind: plan.kind,
      path,
      executor: who.executor.name,
      ...asked,
      branch,
      base,
      items: planned.items,
    },
    settings: {
      version: 1,
      home,
      top,
      plan: path,
      executor: who.executor,
      ...(who.reviewer && { reviewer: who.reviewer }),
      setup: config.setup ?? [],
      gates: asked.gates,
      itemGates,
      hooks: config.hooks ?? {},
      worktrees,
      maxCost: config.maxCost ?? {},
    },
    refusals: [
      ...problems.filter(({ isError }) => isError).map(({ text: says }) => says),
      ...(await runningRefusals(home, plan.name)),
      ...planned.refusals,
      ...who.refusals,
      ...programRefusals([who.executor, who.reviewer], top),
      ...reviewRefusals(
        options.review ?? config.review,
        asked.gates.length > 0 || isAllGated(planned, itemGates),
      ),
      ...beginning.value.refusals,
      ...(await worktreeRefusals(top, worktrees)),
      ...(await commitRefusals(plan, openItems(planned), top, base)),
    ],
    notes: [...problems.filter(({ isError }) => !isError).map(({ text: says }) => says), ...planned.notes],
    trust: { hash: trustHash(text), commands, isNeeded: text !== '' },
  });
};

/**
 * The commands that PRPs name as their gates, by id; they are written for a shell. Those of what is done are among them,
 * so that what somebody approved stays the same while more is done.
 */
export const gatesOf = (
  plan: AnalysedPlan,
  { items }: Pick<PlannedRun, 'items'>,
): Readonly<Record<string, readonly (readonly string[])[]>> => {
  if (plan.kind !== 'prp-batch') return {};
  return Object.fromEntries(
    items.flatMap(({ id }): readonly (readonly [string, readonly (readonly string[])[]])[] => {
      const path = pathOfUri(plan.byId.get(id)?.uri ?? '');
      const gates = path === undefined ? [] : readPrpGates(readFileSync(path, 'utf8'));
      return gates.length > 0 ? [[id, gates.map(({ command }) => ['sh', '-c', command])]] : [];
    }),
  );
};

const openItems = ({ items, done }: PlannedRun) => {
  const isDone = new Set(done.map(({ id }) => id));
  return items.filter(({ id }) => !isDone.has(id));
};

const isAllGated = (planned: PlannedRun, itemGates: Readonly<Record<string, unknown>>): boolean => {
  const open = openItems(planned);
  return open.length > 0 && open.every(({ id }) => Object.hasOwn(itemGates, id));
};

/** What options say, else run.json, else what is usual. */
const askedOf = (options: RunAsked, config: RunConfig) => ({
  jobs: options.jobs ?? config.jobs ?? USUAL_RUN.jobs,
  barrier: options.barrier ?? config.barrier ?? false,
  attempts: options.attempts ?? config.attempts ?? USUAL_RUN.attempts,
  review: options.review ?? config.review ?? 'gates',
  land: options.land ?? config.land ?? true,
  stopOnError: options.stopOnError,
  gates: config.gates ?? [],
});

/** Where the plan is on the disk. */
export const placeOf = (
  plan: AnalysedPlan,
): Result<{ readonly folder: string; readonly top: string; readonly home: string }, UserError> => {
  const [document = '', batch] = plan.uri.split('#');
  const path = pathOfUri(document);
  const folder = path === undefined ? undefined : batch === undefined ? dirname(path) : path;
  const top = folder === undefined ? undefined : repositoryOf(folder)?.top;
  const home = folder === undefined ? undefined : homeOf(folder);
  if (path === undefined || top === undefined || home === undefined) {
    return fail(new UserError(`${plan.name} is not in a git repository. A run needs one for its worktrees.`));
  }
  return ok({ folder: batch === undefined ? path : `${path}#${decodeURIComponent(batch)}`, top, home });
};

/** A run of its own, on the branch of this repository. */
const beginHere = async ({ top, home, plan, branch }: Names): Promise<Result<Beginning, UserError>> => {
  const commits = await commitsOf(top, branch);
  if (!commits.ok) return commits;
  const { tip } = commits.value;
  const landed = tip === undefined ? ok(new Map()) : await landedIn(top, `refs/heads/${branch}`, plan);
  if (!landed.ok) return landed;
  return ok({
    ...commits.value,
    run: await nextRunName(home, top, plan),
    landed: new Map([...landed.value].map(([id, { commit }]) => [id, commit])),
    refusals: await branchRefusals(top, branch),
  });
};

const commitsOf = async (
  top: string,
  branch: string,
): Promise<Result<{ readonly tip: string | undefined; readonly base: string }, UserError>> => {
  const [tip, head] = [await commitOf(top, `refs/heads/${branch}`), await commitOf(top, 'HEAD')];
  if (!tip.ok) return tip;
  if (!head.ok) return head;
  const base = tip.value ?? head.value;
  return base === undefined
    ? fail(new UserError('The repository has no commit yet. Commit the plan, then run it.'))
    : ok({ tip: tip.value, base });
};
