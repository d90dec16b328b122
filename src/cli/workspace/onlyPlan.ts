import type { AnalysedPlan } from '../../engine/model/analysis';
import { printable } from '../../engine/words/printable';
import { NothingToDo, UserError } from '../../shared/userError';
import type { Workspace } from './workspace';

/** The plan of a command that is about one; fails where there is none or more than one. */
export const onlyPlan = ({ plans }: Pick<Workspace, 'plans'>): AnalysedPlan => {
  const [plan, ...others] = plans;
  if (!plan) throw new NothingToDo('There is no plan here. Name a PLAN file or the folder that holds one.');
  if (others.length === 0) return plan;
  const names = plans
    .slice(0, 10)
    .map(({ name }) => printable(name))
    .join(', ');
  const more = plans.length > 10 ? ` and ${plans.length - 10} more` : '';
  throw new UserError(`There are ${plans.length} plans here (${names}${more}). Name one PLAN file.`);
};
