import type { PlanFacts } from '../document/plan';
import type { PlanLayout } from './layout';
import type { Sharing } from './matchEvidence';

/** A file that really is a plan. */
export interface RealPlan {
  readonly layout: PlanLayout;
  readonly facts: PlanFacts;
}

/** Who keeps evidence in the same folders as whom. */
export class SharedRoots {
  readonly #users = new Map<string, RealPlan[]>();

  constructor(plans: readonly RealPlan[]) {
    for (const plan of plans) {
      for (const root of plan.layout.roots) {
        const users = this.#users.get(root);
        if (users) users.push(plan);
        else this.#users.set(root, [plan]);
      }
    }
  }

  /** Plans that keep evidence in a folder of this one, itself included: what they define matters to it. */
  usersWith({ layout }: RealPlan): readonly RealPlan[] {
    return layout.roots.flatMap((root) => this.#users.get(root) ?? []);
  }

  sharingOf(plan: RealPlan): Sharing {
    const usersOf = (root: string): readonly RealPlan[] => this.#users.get(root) ?? [];
    return {
      planName: plan.layout.name,
      isAlone: (root) => usersOf(root).length < 2,
      isContested: (root, id) =>
        usersOf(root).some(
          (other) => other !== plan && other.facts.achievements.some((each) => each.id === id),
        ),
    };
  }
}
