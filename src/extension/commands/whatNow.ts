import { agendasOf } from '../../engine/workflow/agenda';
import { showWhatNow, showWhatNowInAll } from '../whatNow/menu';
import type { Command } from './context';
import { isNode, pickPlan, planFor, planInFront, uriFrom } from './target';

/**
 * The menu of what can be done now. Arguments: a plan URI or a tree node and how much of it (`whole` for what is folded
 * away), or nothing and `choose` for one plan of all. Without any: every plan that goes on.
 */
export const whatNow: Command = async (context, argument, extent) => {
  const snapshot = await context.host.current();
  const agendas = agendasOf(snapshot.plans);
  const isNamed = isNode(argument) || uriFrom(argument) !== undefined;
  if (!isNamed && extent !== 'choose' && agendas.length > 0 && snapshot.plans.length > 1) {
    await showWhatNowInAll(agendas, planInFront(context, snapshot));
    return;
  }
  const plan = extent === 'choose' ? await pickPlan(snapshot) : await planFor(context, argument);
  if (!plan) return;
  const others = agendas.filter((each) => each.plan.uri !== plan.uri);
  await showWhatNow(plan, extent === 'whole' ? 'whole' : 'first', others);
};
