import { groupBy } from '../../shared/groupBy';
import { lazy } from '../../shared/lazy';
import type { ChildRow, NamedDocument } from '../facts/parentFacts';
import type { AnalysedPlan } from '../model/analysis';
import { isFinished } from '../model/lifecycle';
import type { ParentPlan } from '../model/parent';

/** A plan below a GRAMMAPLAN or NORTH_STAR, or another such document. */
export interface Child {
  readonly name: string;
  /** The rows about it in the tables of its parent, in text order; none where only the child names the parent. */
  readonly rows: readonly ChildRow[];
  readonly plan: AnalysedPlan | undefined;
  readonly family: () => Family | undefined;
  /** Where the child itself names the parent. */
  readonly named: NamedDocument | undefined;
}

/** A GRAMMAPLAN or NORTH_STAR with what is below it. */
export interface Family {
  readonly parent: ParentPlan;
  /** In the order of the tables; those that no table has come last. */
  readonly children: readonly Child[];
  readonly progress: () => FamilyProgress | undefined;
}

/** How far the children of a document are together. */
export interface FamilyProgress {
  /** From 0 to 1: each child by its files, and by what a table says where it has none. */
  readonly progress: number;
  /** Weighted by effort; else every child counts the same, because some have no estimate. */
  readonly isByEffort: boolean;
  /** Children of which only a table says how far they are. */
  readonly stated: number;
}

/** The families of a workspace, in the order of the documents; each progress is worked out when first asked for. */
export const familiesOf = (
  plans: readonly AnalysedPlan[],
  parents: readonly ParentPlan[],
): readonly Family[] => {
  const plansByName = groupBy(
    plans.filter(({ kind }) => kind === 'plan'),
    ({ name }) => name,
  );
  const families = new Map<ParentPlan, Family>();
  const parentsByName = groupBy(parents, ({ name }) => name);
  const parentNamed = (named: Pick<NamedDocument, 'kind' | 'name'>, self?: ParentPlan) =>
    (named.kind === 'plan' ? [] : (parentsByName.get(named.name) ?? [])).find(
      (each) => each !== self && (named.kind === undefined || named.kind === each.kind),
    );
  const childrenOf = (parent: ParentPlan): readonly Child[] => {
    const rows = groupBy(parent.facts.children, ({ name }) => name);
    const isNaming = (each: NamedDocument): boolean => parentNamed(each) === parent;
    const naming = [
      ...plans.map((plan) => ({ name: plan.name, named: plan.facts?.parents().find(isNaming) })),
      ...parents
        .filter((each) => each !== parent)
        .map((each) => ({ name: each.name, named: each.facts.parents.find(isNaming) })),
    ].filter(({ named }) => named !== undefined);
    const namedBy = new Map(naming.map(({ name, named }) => [name, named]));
    const names = [...new Set([...rows.keys(), ...namedBy.keys()])];
    return names.map((name) => {
      const own = rows.get(name) ?? [];
      const kind = own[0]?.kind;
      const plan = kind === undefined || kind === 'plan' ? only(plansByName.get(name)) : undefined;
      const below = plan ? undefined : parentNamed({ kind, name }, parent);
      return { name, rows: own, plan, family: () => below && families.get(below), named: namedBy.get(name) };
    });
  };
  for (const parent of parents) {
    const children = childrenOf(parent);
    families.set(parent, { parent, children, progress: lazy(() => progressOf(children)) });
  }
  return [...families.values()];
};

const only = <T>(all: readonly T[] | undefined): T | undefined => (all?.length === 1 ? all[0] : undefined);

/** How far a child is, from 0 to 1; `isStated` where only a table says it. Undefined where nothing does. */
export const childProgress = (
  { rows, plan, family }: Child,
  seen: readonly Family[] = [],
): { readonly progress: number; readonly isStated: boolean } | undefined => {
  if (plan) {
    const { complete, total } = plan.progress;
    const isDone = isFinished(plan) || (total > 0 && complete === total);
    return { progress: isDone ? 1 : total === 0 ? 0 : complete / total, isStated: false };
  }
  const below = family();
  if (below && !seen.includes(below)) {
    const together = progressOf(below.children, [...seen, below]);
    if (together) return { progress: together.progress, isStated: false };
  }
  const stated = rows.map(({ progress }) => progress).find((each) => each !== undefined);
  if (stated !== undefined) return { progress: stated, isStated: true };
  return rows.length > 0 ? { progress: rows[0]?.state === 'complete' ? 1 : 0, isStated: true } : undefined;
};

/** Hours of a child, the middle of a range: as the table says, else as its PLAN estimates. */
export const childHours = ({ rows, plan }: Child): number | undefined => {
  const stated = rows.map(({ effort }) => effort).find((each) => each !== undefined);
  const effort = stated ?? (plan && plan.time().withoutEstimate.all === 0 ? plan.time().all : undefined);
  return effort && effort.max > 0 ? (effort.min + effort.max) / 2 : undefined;
};

const progressOf = (children: readonly Child[], seen: readonly Family[] = []): FamilyProgress | undefined => {
  const known = children.flatMap((child) => {
    const progress = childProgress(child, seen);
    return progress ? [{ ...progress, hours: childHours(child) }] : [];
  });
  if (known.length === 0) return undefined;
  const isByEffort = known.every(({ hours }) => hours !== undefined);
  const weight = ({ hours }: { readonly hours: number | undefined }): number =>
    isByEffort ? (hours ?? 1) : 1;
  const all = known.reduce((sum, each) => sum + weight(each), 0);
  return {
    progress: known.reduce((sum, each) => sum + each.progress * weight(each), 0) / all,
    isByEffort,
    stated: known.filter(({ isStated }) => isStated).length,
  };
};
