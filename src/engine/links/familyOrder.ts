import type { ChildRow } from '../facts/parentFacts';
import type { AnalysedPlan } from '../model/analysis';
import { isFinished } from '../model/lifecycle';
import type { Child, Family } from './family';
import type { PlanTiers } from './tiers';

/** An order of two plans as a document above them states it: a second source, beside what the PLANs say. */
export interface FamilyOrder {
  readonly family: Family;
  readonly first: AnalysedPlan;
  readonly after: AnalysedPlan;
  /** The row that says it. */
  readonly row: ChildRow;
}

/** Each row may name every other child: a table with more of them is no plan of anybody. */
const MOST_CHILDREN = 200;

/** The orders that the tables of a family state between its plans; names that lead to no child are left out. */
export const familyOrders = (family: Family): readonly FamilyOrder[] =>
  (family.children.length > MOST_CHILDREN ? [] : family.children).flatMap((child) =>
    child.rows.flatMap((row) =>
      row.after
        .flatMap((item) => meantBy(item, row, family.children))
        .flatMap((other): readonly FamilyOrder[] =>
          other.plan && child.plan && other.plan !== child.plan
            ? [{ family, first: other.plan, after: child.plan, row }]
            : [],
        ),
    ),
  );

const ABOVE = /^all(?:[ \t]+(?:of[ \t]+the[ \t]+)?(?:above|previous|others?))?$/i;
const NUMBER = /^(?:plan[ \t#]*)?(\d{1,3})$/i;

/** `PLAN 2`, `4`, `All above`, a name, or a part of one name only. */
const meantBy = (item: string, row: ChildRow, children: readonly Child[]): readonly Child[] => {
  if (ABOVE.test(item)) return children.filter(({ rows }) => (rows[0]?.line ?? row.line) < row.line);
  const number = NUMBER.exec(item)?.[1];
  if (number !== undefined)
    return children.filter(({ rows }) => rows.some((each) => each.number === Number(number))).slice(0, 1);
  const key = comparable(item);
  const exact = children.filter(({ name }) => comparable(name) === key);
  if (exact.length > 0) return exact;
  const similar = key.length > 2 ? children.filter(({ name }) => comparable(name).includes(key)) : [];
  return similar.length === 1 ? similar : [];
};

const comparable = (name: string): string =>
  name
    .replace(/^PLAN_|\.md$/gi, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** What a document above says of the order of plans, and the PLANs do not, or say the other way round. */
export interface OrderDifference extends FamilyOrder {
  readonly kind: 'unsaid' | 'contrary';
}

/** Where families say otherwise than the PLANs do, in the order of their tables. Finished plans are over. */
export const orderDifferences = (families: readonly Family[], tiers: PlanTiers): readonly OrderDifference[] =>
  families.flatMap(familyOrders).flatMap((order): readonly OrderDifference[] => {
    const { first, after } = order;
    if (isFinished(first) || isFinished(after) || comesAfter(tiers, after, first)) return [];
    return [{ ...order, kind: comesAfter(tiers, first, after) ? 'contrary' : 'unsaid' }];
  });

/** Whether the PLANs say that one comes after the other, directly or by way of others. */
const comesAfter = ({ aheadOf }: PlanTiers, plan: AnalysedPlan, other: AnalysedPlan): boolean => {
  const seen = new Set([plan]);
  for (const each of seen) for (const { first } of aheadOf(each)) seen.add(first.plan);
  return plan !== other && seen.has(other);
};
