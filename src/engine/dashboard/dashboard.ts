import type { AnalysedPlan } from '../model/analysis';
import { isFinished, type Lifecycle, type PlanPriority } from '../model/lifecycle';
import { parentTitle } from '../model/parent';
import { countReady } from '../model/readiness';
import { waitLabel } from '../model/wait';
import type { Snapshot } from '../snapshot';
import { printable } from '../words/printable';
import { wholePlanWaits } from '../words/waits';
import { actionWords } from '../workflow/actionWords';
import { agendaOf } from '../workflow/agenda';

/** A plan as a row of the dashboard. All texts are safe to print; null where there is nothing to say. */
export interface DashboardRow {
  /** Its URI. */
  readonly plan: string;
  readonly name: string;
  readonly state: Lifecycle;
  readonly isFinished: boolean;
  readonly tier: number | null;
  readonly priority: PlanPriority | null;
  readonly complete: number;
  readonly total: number;
  readonly ready: number;
  /** The plans it waits for. */
  readonly waitsFor: readonly string[];
  /** The document above it. */
  readonly parent: string | null;
  /** The first thing to do: `1.2: Create the SUBPLAN`. */
  readonly next: string | null;
}

/** Every plan as a row, by tier and importance; what has no tier, and what is finished, comes last. */
export const dashboardOf = ({
  plans,
  tiers,
  families,
}: Pick<Snapshot, 'plans' | 'tiers' | 'families'>): readonly DashboardRow[] => {
  const known = tiers();
  const inOrder = new Set([...known.tiers.flatMap((tier) => tier.plans), ...known.without, ...plans]);
  const parentOf = (plan: AnalysedPlan): string | null => {
    const family = families().find(({ children }) => children.some((child) => child.plan === plan));
    return family ? printable(parentTitle(family.parent)) : null;
  };
  return [...inOrder].map((plan) => ({
    plan: plan.uri,
    name: printable(plan.name),
    state: plan.state,
    isFinished: isFinished(plan),
    tier: known.tierOf(plan) ?? null,
    priority: plan.priority ?? null,
    complete: plan.progress.complete,
    total: plan.progress.total,
    ready: isFinished(plan) ? 0 : countReady(plan),
    waitsFor: wholePlanWaits(plan).map((wait) => printable(waitLabel(wait))),
    parent: parentOf(plan),
    next: nextOf(plan),
  }));
};

const nextOf = (plan: AnalysedPlan): string | null => {
  if (isFinished(plan)) return null;
  const { now, lacksDependencies } = agendaOf(plan);
  const [first] = now;
  if (first) return printable(`${first.achievement.id}: ${actionWords(first.step.action)}`);
  return lacksDependencies ? 'State the dependencies' : null;
};
