import type { PathLookup } from './pathLookup';
import type { BuiltPlan } from './snapshot';

/** A plan that was built, with what would make it another one. */
export interface KnownPlan {
  readonly built: BuiltPlan;
  /** Compared by identity. */
  readonly inputs: readonly unknown[];
  /** False while one of the documents it has now is not read yet: the plan is still as it was. */
  readonly isWhole: boolean;
  /** What it asked about files it is not made of. */
  readonly lookup: PathLookup | undefined;
}

/** @param touched documents that were read or forgotten since the plan was built */
export const stillHolds = (
  { built, inputs, isWhole, lookup }: KnownPlan,
  now: readonly unknown[],
  touched: ReadonlySet<string>,
): boolean => {
  if (!isWhole || inputs.length !== now.length) return false;
  if (!inputs.every((input, at) => input === now[at])) return false;
  if (haveCommon(built.documents, touched)) return false;
  return lookup?.stillHolds() ?? true;
};

/** Looks through the smaller one: a keystroke touches one document, a checkout nearly all. */
const haveCommon = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const each of small) if (large.has(each)) return true;
  return false;
};
