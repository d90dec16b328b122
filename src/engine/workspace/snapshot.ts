import { groupBy } from '../../shared/groupBy';
import { lazy } from '../../shared/lazy';
import type { Snapshot } from '../engine';
import type { AnalysedPlan } from '../model/analysis';
import type { LineIndex } from '../model/text';
import type { Finding } from '../rule/finding';

/** A plan with what was found in it and every document it was made of. */
export interface BuiltPlan {
  readonly plan: AnalysedPlan;
  readonly findings: readonly Finding[];
  readonly documents: readonly string[];
  /** False for a parallel.json without a PLAN: checked, but not shown as a plan. */
  readonly isShown: boolean;
}

/** Freezes built plans into a snapshot; findings of the same place in two plans are kept once. */
export const createSnapshot = (
  built: readonly BuiltPlan[],
  others: readonly Finding[],
  linesOf: (uri: string) => LineIndex | undefined,
): Snapshot => {
  const plans = built.filter(({ isShown }) => isShown).map(({ plan }) => plan);
  const owners = lazy(() => ownersOf(built));
  const byDocument = groupByDocument([...others, ...built.flatMap(({ findings }) => findings)]);
  return {
    plans: plans.sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    findings: [...byDocument.keys()].sort().flatMap((uri) => byDocument.get(uri) ?? []),
    planOf: (uri) => owners().get(uri),
    findingsOf: (uri) => byDocument.get(uri) ?? [],
    linesOf,
  };
};

/** Every document by its plan; there are many, and most snapshots are never asked. */
const ownersOf = (built: readonly BuiltPlan[]): ReadonlyMap<string, AnalysedPlan> => {
  const owners = new Map<string, AnalysedPlan>();
  for (const { plan, documents } of built) {
    for (const uri of documents) if (!owners.has(uri)) owners.set(uri, plan);
    owners.set(plan.uri, plan);
  }
  return owners;
};

const groupByDocument = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const groups = groupBy(findings, ({ uri }) => uri);
  return new Map([...groups].map(([uri, list]) => [uri, withoutTwins([...list].sort(byPlace))]));
};

const byPlace = (a: Finding, b: Finding): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

const withoutTwins = (findings: Finding[]): Finding[] =>
  findings.filter((finding, at) => {
    const before = findings[at - 1];
    return !before || byPlace(before, finding) !== 0 || before.message !== finding.message;
  });

export const emptySnapshot: Snapshot = createSnapshot([], [], () => undefined);
