import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { childUri, nameOf } from '../model/uri';
import type { CreationRequest } from './batch';
import type { NewDocument } from './content';
import { numberOf } from './executions';
import { type DocumentNames, namesOf } from './naming';
import { numberedParts } from './parts';

/** What an achievement gets: documents, at least one, or none and the reason, a sentence without a full stop. */
export type Wanted =
  | { readonly targets: readonly NewDocument[]; readonly reason?: undefined }
  | { readonly targets: readonly never[]; readonly reason: string };

/** Tells what an achievement of the plan gets by a request of this kind. */
export const wantedBy = (
  plan: AnalysedPlan,
  { kind, another = false }: Pick<CreationRequest, 'kind' | 'another'>,
): ((achievement: AnalysedAchievement) => Wanted) => {
  const names = namesOf(plan);
  const owners = ownersOf(plan);
  const one = (achievement: AnalysedAchievement, uri: string, existing: string | undefined): Wanted => {
    const reason = exists(existing) ?? whyOver(achievement) ?? strangerAt(uri, owners);
    return reason === undefined ? wanted([{ achievement, uri, number: 1, part: undefined }]) : none(reason);
  };
  const everyPart = (achievement: AnalysedAchievement): Wanted => {
    const missing = missingParts(plan, names, achievement, owners);
    if (missing.length === 0)
      return none(exists(achievement.executions[0]) ?? 'there is a file for every part');
    const over = whyOver(achievement);
    return over === undefined ? wanted(missing) : none(over);
  };
  const nextOne = (achievement: AnalysedAchievement): Wanted => {
    const over = whyOver(achievement);
    if (over !== undefined) return none(over);
    const [part] = missingParts(plan, names, achievement, owners);
    return wanted([part ?? nextFree(plan, names, achievement, owners)]);
  };
  return (achievement) => {
    if (kind === 'subplan') {
      const uri = childUri(plan.folders.subplans, names.subplan(achievement.id));
      return one(achievement, uri, achievement.subplan);
    }
    if (another) return nextOne(achievement);
    if (achievement.subExecutions.length > 0) return everyPart(achievement);
    return one(achievement, uriOfExecution(plan, names, achievement, 1), achievement.executions[0]);
  };
};

const wanted = (targets: readonly NewDocument[]): Wanted => ({ targets });
const none = (reason: string): Wanted => ({ targets: [], reason });

const exists = (uri: string | undefined): string | undefined =>
  uri === undefined ? undefined : `${nameOf(uri)} exists`;

const whyOver = ({ approved, status, skipped }: AnalysedAchievement): string | undefined => {
  if (approved !== undefined) return `approved by ${nameOf(approved)}`;
  if (status === 'complete') return 'complete';
  return skipped === undefined ? undefined : `skipped by ${nameOf(skipped)}`;
};

type Owners = ReadonlyMap<string, AchievementId | undefined>;

/** A file of the name wanted may be there already and belong to another achievement, or to none. */
const strangerAt = (uri: string, owners: Owners): string | undefined =>
  owners.has(uri)
    ? `${nameOf(uri)} exists but belongs to ${owners.get(uri) ?? 'no certain achievement'}`
    : undefined;

const uriOfExecution = (
  plan: AnalysedPlan,
  names: DocumentNames,
  { id }: AnalysedAchievement,
  number: number,
): string => childUri(plan.folders.executions, names.execution(id, number));

/** The planned parts without a document of their number. */
const missingParts = (
  plan: AnalysedPlan,
  names: DocumentNames,
  achievement: AnalysedAchievement,
  owners: Owners,
): readonly NewDocument[] => {
  const taken = new Set(executionNumbers(plan, achievement));
  return numberedParts(achievement)
    .filter(({ number }) => !taken.has(number))
    .map(({ number, part }) => ({
      achievement,
      uri: uriOfExecution(plan, names, achievement, number),
      number,
      part,
    }))
    .filter(({ uri }) => !owners.has(uri));
};

const nextFree = (
  plan: AnalysedPlan,
  names: DocumentNames,
  achievement: AnalysedAchievement,
  owners: Owners,
): NewDocument => {
  let number = 0;
  for (const each of executionNumbers(plan, achievement)) number = Math.max(number, each);
  let uri: string;
  do uri = uriOfExecution(plan, names, achievement, ++number);
  while (owners.has(uri));
  return { achievement, uri, number, part: undefined };
};

/** `01` of `EXECUTION_TASK_X_11_01.md`, also of what carries a suffix; longer numbers are nobody's count. */
const executionNumbers = (plan: AnalysedPlan, { executions }: AnalysedAchievement): readonly number[] =>
  executions.flatMap((uri) => {
    const number = numberOf(uri, plan);
    return number !== undefined && number.length <= 6 ? [Number(number)] : [];
  });

/** Every document the plan knows, with the achievement it belongs to. */
const ownersOf = (plan: AnalysedPlan): Owners => {
  const owners = new Map<string, AchievementId | undefined>();
  for (const { uri } of plan.strays) owners.set(uri, undefined);
  for (const [id, documents] of plan.work) for (const { file } of documents) owners.set(file.uri, id);
  for (const { id, evidence, subplan, executions } of plan.achievements) {
    for (const { uri } of evidence) owners.set(uri, id);
    for (const uri of executions) owners.set(uri, id);
    if (subplan !== undefined) owners.set(subplan, id);
  }
  return owners;
};
