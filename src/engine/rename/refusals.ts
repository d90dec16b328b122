import { fail, ok, type Result } from '../../shared/result';
import { batchOf } from '../document/prp/prpName';
import type { AnalysedPlan } from '../model/analysis';
import { digitsOf, idsForDigits } from '../model/fileName';
import type { AchievementId } from '../model/ids';
import { nameOf } from '../model/uri';
import { readName } from './fileNames';

const ID = /^\d+(?:\.\d+)*$/;
/** Longer ones are nothing a person writes. */
const LONGEST_ID = 40;
const PRP_PREFIX = 'PRP-';

/** The new id as documents of the plan write it; the error says why it cannot be one. */
export const readNewId = (
  plan: AnalysedPlan,
  id: AchievementId,
  written: string,
): Result<AchievementId, string> => {
  const isPrp = plan.kind === 'prp-batch';
  const bare = isPrp ? written.trim().replace(/^PRP-/i, '') : written.trim();
  const example = isPrp ? `${plan.name}.2.1` : '1.4';
  const needsDot = isPrp || id.includes('.');
  if (!ID.test(bare) || bare.length > LONGEST_ID || (needsDot && !bare.includes('.')))
    return fail(`An id is made of numbers joined by dots, such as ${example}.`);
  const newId = isPrp ? `${PRP_PREFIX}${bare}` : bare;
  if (isPrp && batchOf(newId) !== plan.name)
    return fail(`An id of this batch is ${plan.name} with a stage and a number, such as ${example}.`);
  return ok(newId);
};

/** Why a plan cannot take the new id, or undefined; documents are not looked at. */
export const refusalOf = (
  plan: AnalysedPlan,
  id: AchievementId,
  newId: AchievementId,
): string | undefined => {
  if (newId === id) return `${id} is its id already.`;
  const taken = plan.byId.get(newId);
  if (taken) return `${newId} is taken: ${nameOf(taken.uri)} defines it in line ${taken.line}.`;
  if (plan.parallel?.facts.achievements.some((each) => each.id === newId))
    return `${newId} is taken: ${nameOf(plan.parallel.uri)} lists it.`;
  const twice = (plan.facts?.achievements ?? []).filter((each) => each.id === id);
  if (twice.length > 1)
    return `${id} is defined more than once, in lines ${twice.map(({ line }) => line).join(' and ')}. It is not clear which one is meant.`;
  return digitsRefusal(plan, id, newId) ?? strayRefusal(plan, id, newId);
};

/** File names carry digits without dots (FORMAT A10); the ids of PRPs stand in them whole. */
const digitsRefusal = (
  { kind, achievements }: AnalysedPlan,
  id: AchievementId,
  newId: AchievementId,
): string | undefined => {
  if (kind !== 'plan') return undefined;
  const digits = digitsOf(newId);
  const other = achievements.find((each) => each.id !== id && digitsOf(each.id) === digits);
  return (
    other &&
    `${newId} has the same digits as ${other.id}: a file name with ${digits} could mean either of them.`
  );
};

/** A file that belongs to nobody would come to belong to the new id, or to whoever shares the digits of the old one. */
const strayRefusal = (
  { name, strays }: AnalysedPlan,
  id: AchievementId,
  newId: AchievementId,
): string | undefined => {
  const claimed = strays.find(
    ({ uri, says }) =>
      says === newId || idsForDigits(readName(nameOf(uri), name)?.digits ?? '', [newId]).length > 0,
  );
  if (claimed) return `${nameOf(claimed.uri)} says that it belongs to ${newId}.`;
  const contested = strays.find(({ candidates }) => candidates.includes(id));
  return (
    contested &&
    `${nameOf(contested.uri)} may belong to ${contested.candidates.join(' or ')}. Write the right one into its header.`
  );
};
