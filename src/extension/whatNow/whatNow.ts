import { agendasOf } from '../../engine/workflow/agenda';
import type { Command } from '../commands/commandRegistry';
import { isNode, pickPlan, type Targets, uriFrom } from '../commands/targets';
import type { EngineHost } from '../engineHost';
import { showWhatNow, showWhatNowInAll } from './menu';

/**
 * The menu of what can be done now. Arguments: a plan URI or a tree node and how much of it (`whole` for what is folded
 * away), or nothing and `choose` for one plan of all. Without any: every plan that goes on.
 */
export const whatNow =
  (host: EngineHost, targets: Targets): Command =>
  async (argument, extent) => {
    const snapshot = await host.current();
    const agendas = agendasOf(snapshot.plans);
    const isNamed = isNode(argument) || uriFrom(argument) !== undefined;
    if (!isNamed && extent !== 'choose' && agendas.length > 0 && snapshot.plans.length > 1) {
      await showWhatNowInAll(agendas, targets.planInFront(snapshot));
      return;
    }
    const plan = extent === 'choose' ? await pickPlan(snapshot) : await targets.planFor(argument);
    if (!plan) return;
    const others = agendas.filter((each) => each.plan.uri !== plan.uri);
    await showWhatNow(plan, extent === 'whole' ? 'whole' : 'first', others);
  };
