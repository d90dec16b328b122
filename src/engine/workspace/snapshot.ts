import { groupBy } from '../../shared/groupBy';
import { lazy } from '../../shared/lazy';
import { familiesOf } from '../links/family';
import { tiersOf } from '../links/tiers';
import type { AnalysedPlan } from '../model/analysis';
import { byState } from '../model/lifecycle';
import type { Finding } from '../rule/finding';
import type { Snapshot } from '../snapshot';

/** Findings by document, each list by place and without twins. */
export type FindingsByDocument = ReadonlyMap<string, readonly Finding[]>;

/** A plan with what was found in it and every document it was made of. */
export interface BuiltPlan {
  readonly plan: AnalysedPlan;
  readonly findings: FindingsByDocument;
  readonly documents: ReadonlySet<string>;
  /** False for a parallel.json without a PLAN: checked, but not shown as a plan. */
  readonly isShown: boolean;
}

/** What a snapshot is made of. */
export interface SnapshotParts extends Pick<Snapshot, 'linesOf' | 'isComplete' | 'parents'> {
  readonly built: readonly BuiltPlan[];
  /** Findings that belong to no plan alone. */
  readonly others: readonly Finding[];
}

/** Freezes built plans into a snapshot; findings of the same place in two plans are kept once. */
export const createSnapshot = ({ built, parents, others, linesOf, isComplete }: SnapshotParts): Snapshot => {
  const plans = built
    .filter(({ isShown }) => isShown)
    .map(({ plan }) => plan)
    .sort((a, b) => byState(a, b) || (a.uri < b.uri ? -1 : 1));
  const owners = lazy(() => ownersOf(built));
  const byDocument = mergeFindings([groupByDocument(others), ...built.map(({ findings }) => findings)]);
  const all = lazy(() => [...byDocument.keys()].sort().flatMap((uri) => byDocument.get(uri) ?? []));
  return {
    parents,
    plans,
    tiers: lazy(() => tiersOf(plans)),
    families: lazy(() => familiesOf(plans, parents)),
    get findings() {
      return all();
    },
    planOf: (uri) => owners().get(uri),
    findingsOf: (uri) => byDocument.get(uri) ?? [],
    linesOf,
    isComplete,
  };
};

/** Lists of documents that only one plan speaks of, which are nearly all, are taken as they are. */
const mergeFindings = (maps: readonly FindingsByDocument[]): FindingsByDocument => {
  const merged = new Map<string, readonly Finding[]>();
  for (const map of maps) {
    for (const [uri, list] of map) {
      const known = merged.get(uri);
      merged.set(uri, known ? inOrder([...known, ...list]) : list);
    }
  }
  return merged;
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

export const groupByDocument = (findings: readonly Finding[]): FindingsByDocument => {
  const groups = groupBy(findings, ({ uri }) => uri);
  return new Map([...groups].map(([uri, list]) => [uri, inOrder(list)]));
};

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  withoutTwins([...findings].sort(byPlace));

const byPlace = (a: Finding, b: Finding): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

const withoutTwins = (findings: Finding[]): Finding[] =>
  findings.filter((finding, at) => {
    const before = findings[at - 1];
    return !before || byPlace(before, finding) !== 0 || before.message !== finding.message;
  });

export const emptySnapshot: Snapshot = createSnapshot({
  built: [],
  parents: [],
  others: [],
  linesOf: () => undefined,
  isComplete: false,
});
