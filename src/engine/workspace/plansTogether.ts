import { analysePlan } from '../graph/analyse';
import { webOf } from '../links/planWeb';
import { waitsOf } from '../links/waits';
import type { AnalysedPlan } from '../model/analysis';
import type { ParentPlan } from '../model/parent';
import { type PlanWait, waitLabel } from '../model/wait';
import type { Finding } from '../rule/finding';
import { findingsAcross } from '../rule/rules';
import type { BuiltPlan } from './snapshot';

/** Plans beside each other: with what they wait for in others, and what is to be said of them together. */
export interface Together {
  readonly built: readonly BuiltPlan[];
  readonly findings: readonly Finding[];
}

const NONE: readonly Finding[] = [];

/**
 * Looks at plans together. A plan is analysed once more only where it waits for another one, and stays the same object
 * as long as it waits for the same.
 */
export class PlansTogether {
  readonly #known = new WeakMap<
    AnalysedPlan,
    { readonly waits: readonly PlanWait[]; readonly plan: AnalysedPlan }
  >();

  look(built: readonly BuiltPlan[], parents: readonly ParentPlan[]): Together {
    if (built.length + parents.length < 2) return { built, findings: NONE };
    const plans = built.filter(({ isShown }) => isShown).map(({ plan }) => plan);
    const web = webOf(plans, parents);
    const findings = findingsAcross(web);
    const waits = waitsOf(web.links);
    if (waits.size === 0) return { built, findings };
    const waiting = built.map((each) => {
      const own = waits.get(each.plan);
      return own ? { ...each, plan: this.#waiting(each.plan, own) } : each;
    });
    return { built: waiting, findings };
  }

  #waiting(plan: AnalysedPlan, waits: readonly PlanWait[]): AnalysedPlan {
    const before = this.#known.get(plan);
    if (before && areEqual(before.waits, waits)) return before.plan;
    const waiting = analysePlan(plan, waits);
    this.#known.set(plan, { waits, plan: waiting });
    return waiting;
  }
}

const areEqual = (some: readonly PlanWait[], others: readonly PlanWait[]): boolean =>
  some.length === others.length && some.every((each, at) => keyOf(each) === keyOf(others[at]));

const keyOf = (wait: PlanWait | undefined): string =>
  wait
    ? [
        wait.plan,
        waitLabel(wait),
        wait.own,
        wait.complete,
        wait.total,
        wait.said.uri,
        wait.said.span.start,
      ].join('\n')
    : '';
