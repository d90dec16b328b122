import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { readParallel } from '../document/parallel/parallelFile';
import { readPlan } from '../document/plan/plan';
import type { AchievementFacts } from '../facts/planFacts';
import type { AnalysedPlan } from '../model/analysis';
import { PARALLEL_NAMES } from '../model/fileName';
import type { AchievementId } from '../model/ids';
import { childUri, nameOf, parentUri } from '../model/uri';

/** What preparing needs of the files: text as it is now, unsaved where it is open. */
export interface ParallelFiles {
  read(uri: string): Promise<string | undefined>;
  exists(uri: string): Promise<boolean>;
}

/** What a PLAN defines, each id once, in its order. */
export const firstDefinitions = (planText: string): readonly AchievementFacts[] => {
  const seen = new Set<AchievementId>();
  return readPlan(planText).achievements.filter(({ id }) => !seen.has(id) && seen.add(id));
};

/** Where the parallel.json of a plan is, or will be. */
export interface ParallelTarget {
  readonly uri: string;
  /** Its present text; undefined where there is none yet. */
  readonly before: string | undefined;
}

/** Where the parallel.json of a plan may be, by the names it may have. */
export const parallelCandidates = ({ uri }: AnalysedPlan): readonly string[] =>
  PARALLEL_NAMES.map((name) => childUri(parentUri(uri), name));

/** Whether the text of a parallel.json names another plan. */
export const isOfAnotherPlan = (plan: AnalysedPlan, text: string): boolean => {
  const owner = readParallel(text).planName?.value;
  return owner !== undefined && owner !== plan.name;
};

/** The parallel.json of the plan, else the first name that no other plan of the folder has taken. */
export const parallelTargetOf = async (
  plan: AnalysedPlan,
  files: ParallelFiles,
): Promise<Result<ParallelTarget, UserError>> => {
  if (plan.parallel) {
    const { uri } = plan.parallel;
    const before = await files.read(uri);
    if (before === undefined) return fail(new UserError(`${nameOf(uri)} is gone: refresh and try again.`));
    const { problems, dialect } = readParallel(before);
    if (problems.some(({ kind }) => kind === 'malformed')) {
      return fail(new UserError(`${nameOf(uri)} has a syntax error. Fix it first.`));
    }
    return dialect === 'unknown'
      ? fail(new UserError(`${nameOf(uri)} has no list of achievements. Add one, or remove the file.`))
      : ok({ uri, before });
  }
  for (const uri of parallelCandidates(plan)) {
    if (!(await files.exists(uri))) return ok({ uri, before: undefined });
    // only what is another plan's is passed over: anything else may be this plan's, not yet read or not readable
    if (!isOfAnotherPlan(plan, (await files.read(uri)) ?? '')) {
      const name = nameOf(uri);
      return fail(new UserError(`${name} exists but cannot be read. Fix or remove it, or try again.`));
    }
  }
  return fail(
    new UserError(`In the folder of ${plan.name}, other plans use every possible name of a parallel.json.`),
  );
};
