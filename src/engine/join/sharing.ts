import type { PlanFacts } from '../facts/planFacts';
import { idsForDigits } from '../model/fileName';
import { sameName } from '../model/names';
import type { ArchivedLayout } from './archive';
import type { Sharing } from './matchEvidence';

/** A file that really is a plan; its layout has what lies at its Archive Location too. */
export interface RealPlan extends ArchivedLayout {
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

  /** Copies of a plan, which have its name, are no others: what is one's is the other's. */
  sharingOf(plan: RealPlan): Sharing {
    const { name } = plan.layout;
    const usersOf = (root: string): readonly RealPlan[] => this.#users.get(root) ?? [];
    const othersOf = (root: string): readonly RealPlan[] =>
      usersOf(root).filter(({ layout }) => layout !== plan.layout && !sameName(layout.name, name));
    return {
      planName: name,
      isAlone: (root) => usersOf(root).length < 2 || othersOf(root).length === 0,
      isContested: (root, id) =>
        othersOf(root).some(({ facts }) => facts.achievements.some((each) => each.id === id)),
      speaksFor: (root) => usersOf(root)[0]?.layout === plan.layout,
      isOthers: (root, planName) => othersOf(root).some(({ layout }) => sameName(layout.name, planName)),
      fitsOthers: (root, digits) =>
        othersOf(root).some(({ facts }) => {
          const ids = facts.achievements.map(({ id }) => id);
          return idsForDigits(digits, ids).length > 0;
        }),
    };
  }
}
