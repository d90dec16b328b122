import { agendaOf, agendasOf } from '../../engine/workflow/agenda';
import type { Command } from '../commands/commandRegistry';
import { isNode, pickPlan, type Targets, uriFrom } from '../commands/targets';
import type { EngineHost } from '../engineHost';
import type { LiveRuns } from '../run/live/liveRuns';
import { showWhatNow, showWhatNowInAll, showWhatNowWithoutPlans } from './menu';

/**
 * The menu of what can be done now. Arguments: a plan URI or a tree node and how much of it (`whole` for what is folded
 * away), or nothing and `choose` for one plan of all. Without any: every plan that goes on.
 */
export const whatNow =
  (host: EngineHost, targets: Targets, live: Pick<LiveRuns, 'share'>): Command =>
  async (argument, extent) => {
    const snapshot = await host.current();
    if (snapshot.plans.length === 0) {
      await showWhatNowWithoutPlans();
      return;
    }
    const takenIn = (planUri: string) => live.share(planUri).taken;
    const agendas = agendasOf(snapshot.plans, takenIn);
    const isNamed = isNode(argument) || uriFrom(argument) !== undefined;
    if (!isNamed && extent !== 'choose' && agendas.length > 0 && snapshot.plans.length > 1) {
      await showWhatNowInAll(agendas, targets.planInFront(snapshot));
      return;
    }
    const plan = extent === 'choose' ? await pickPlan(snapshot) : await targets.planFor(argument);
    if (!plan) return;
    const others = agendas.filter((each) => each.plan.uri !== plan.uri);
    await showWhatNow(agendaOf(plan, takenIn(plan.uri)), extent === 'whole' ? 'whole' : 'first', others);
  };
