import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { AnalysedPlan } from '../../../engine/model/analysis';
import { namePart } from '../../../engine/run/branches';
import { type RunConfig, USUAL_RUN } from '../../../engine/run/config/config';
import type { Engine, EngineFile, EngineRun } from '../../../engine/run/engines/engine';
import { engineJobs } from '../../../engine/run/engines/jobs';
import { secretsOf } from '../../../engine/run/executor/secrets';
import type { RunItem } from '../../../engine/run/item';
import { planRun } from '../../../engine/run/planRun';
import { repositoryCommands } from '../../../engine/run/trust';
import { listed } from '../../../shared/listed';
import { ok, type Result } from '../../../shared/result';
import type { UserError } from '../../../shared/userError';
import { pathInGit } from '../../git/repository';
import { trustHash } from '../record/trusted';
import { reviewRefusals } from './cannotRun';
import { readConfig } from './configFile';
import { gatesOf, placeOf } from './preparation';
import { unattendedRefusals } from './unattended';
import { whoFor } from './who';

/** What an export is asked for; what is undefined is as usual. */
export interface ExportAsked {
  /** How many at the same time. */
  readonly jobs: number | undefined;
  readonly executor: string | undefined;
  /** The first file, from the current folder. */
  readonly output: string | undefined;
}

/** What an export writes. */
export interface PreparedExport {
  /** With absolute paths, the one first that is to be started. */
  readonly files: readonly (EngineFile & { readonly path: string })[];
  /** Why the plan cannot be exported, one sentence each; there are no files then. */
  readonly refusals: readonly string[];
  /** What to know, one sentence each. */
  readonly notes: readonly string[];
}

/** Between attempts there is set-up, gates and landing. */
const MORE_MINUTES = 30;

/**
 * Works out the files that run a plan on an engine, without writing any. They say what the plan says, whatever of it is
 * done by now: what is done ends at once when it runs. Fails outside of a repository.
 */
export const prepareExport = (
  plan: AnalysedPlan,
  engine: Engine,
  asked: ExportAsked,
): Result<PreparedExport, UserError> => {
  const place = placeOf(plan);
  if (!place.ok) return place;
  const { folder, top, home } = place.value;
  const { config, problems } = readConfig(home);
  const jobs = asked.jobs ?? config.jobs ?? USUAL_RUN.jobs;
  const planned = planRun(plan, {
    chosen: new Set(plan.achievements.map(({ id }) => id)),
    redo: true,
    landed: new Map(),
    jobs,
  });
  const review = config.review ?? 'gates';
  const who = whoFor({ executor: asked.executor, timeoutMinutes: undefined }, config, review);
  const itemGates = gatesOf(plan, planned);
  const hasGates = (config.gates ?? []).length > 0 || Object.keys(itemGates).length === planned.items.length;
  const path = pathInGit(top, folder);
  const refusals = [
    ...problems.filter(({ isError }) => isError).map(({ text }) => text),
    ...planned.refusals,
    ...who.refusals,
    ...reviewRefusals(config.review, hasGates),
    ...unattendedRefusals(review, who.executor),
    ...nameRefusals(path, who.executor.name, planned.items),
  ];
  const notes = [...planned.notes, ...oneMachineNotes(config)];
  if (refusals.length > 0) return ok({ files: [], refusals, notes });
  const output =
    asked.output === undefined ? join(top, engine.fileOf(fileName(plan.name))) : resolve(asked.output);
  const { text } = repositoryCommands(config, Object.values(itemGates).flat());
  const isLimited = asked.jobs !== undefined || engine.needsSlots;
  const run: EngineRun = {
    plan: plan.name,
    path,
    jobs: engineJobs(planned.items, isLimited ? jobs : planned.items.length),
    slots: isLimited ? jobs : undefined,
    executor: asked.executor,
    trust: text === '' ? undefined : trustHash(text),
    secrets: [...new Set([who.executor, who.reviewer].flatMap((each) => (each ? secretsOf(each) : [])))],
    minutes: who.executor.timeoutMinutes * (config.attempts ?? USUAL_RUN.attempts) + MORE_MINUTES,
    madeWith: [
      `parallel-plans export ${engine.id} ${path}`,
      ...(asked.jobs === undefined ? [] : [`--jobs ${asked.jobs}`]),
      ...(asked.executor === undefined ? [] : [`--executor ${asked.executor}`]),
      ...(asked.output === undefined ? [] : [`--output ${pathInGit(top, output)}`]),
    ].join(' '),
  };
  const written = engine.write(run, basename(output));
  return ok({
    files: written.map((file) => ({ ...file, path: join(dirname(output), file.name) })),
    refusals,
    notes,
  });
};

/** What run.json says that no engine can hold to. */
const oneMachineNotes = ({ barrier, maxCost }: RunConfig): readonly string[] => [
  ...(barrier === true
    ? ['"barrier" counts on one machine only: on an engine, what can start does not wait for a level.']
    : []),
  ...(maxCost?.run === undefined
    ? []
    : ['"maxCost" of a run counts on one machine only: no job knows what the others cost.']),
];

const fileName = (plan: string): string => namePart(plan).toLowerCase();

/** These go into files that engines read in ways of their own: nothing in them may mean anything there. */
const nameRefusals = (path: string, executor: string, items: readonly RunItem[]): readonly string[] => {
  const odd = [executor, ...items.map(({ id }) => id)].filter((name) => !/^[A-Za-z0-9._-]*$/.test(name));
  return [
    ...(odd.length > 0
      ? [`Engines take names of letters, digits, dots and dashes only, unlike ${listed(odd)}.`]
      : []),
    ...(/^[\p{L}\p{N}][\p{L}\p{N} #._/-]*$/u.test(path)
      ? []
      : [`Engines cannot be told of the path ${path}: it has marks that mean something to them.`]),
  ];
};

/** How what is on the disk stands to a file that an export writes; `foreign`: no export made it, so none replaces it. */
export type FileState = 'missing' | 'same' | 'different' | 'foreign';

/** The header of every exported file has it. */
const MADE_BY_EXPORT = 'parallel-plans export ';

export const stateOfFile = ({ path, text }: { readonly path: string; readonly text: string }): FileState => {
  if (!existsSync(path)) return 'missing';
  if (!statSync(path).isFile()) return 'foreign';
  const found = readFileSync(path, 'utf8');
  if (found === text) return 'same';
  return found.includes(MADE_BY_EXPORT) ? 'different' : 'foreign';
};

/** Why files cannot be written over what is there, as a sentence; undefined where nothing is in the way. */
export const inTheWay = (
  files: readonly { readonly path: string; readonly text: string }[],
): string | undefined => {
  const foreign = files.filter((file) => stateOfFile(file) === 'foreign').map(({ path }) => path);
  return foreign.length === 0
    ? undefined
    : `${listed(foreign)} was not made by an export, so it is not overwritten. Name another file, or remove it.`;
};
