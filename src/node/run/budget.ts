import type { ItemEvent, RunEvent } from '../../engine/run/event';
import { isFailure, isRecordedState } from '../../engine/run/itemState';
import { recordOf } from '../../engine/run/state';
import { addedUsage, costOf } from '../../engine/run/usage';
import type { RunContext } from './context';

type Budgeted = Pick<RunContext, 'settings' | 'state'>;

/** The event, with the word that no other attempt follows where an item has cost as much as it may. */
export const withinBudget = ({ settings, state }: Budgeted, event: RunEvent): RunEvent => {
  const limit = settings.maxCost.item;
  if (limit === undefined || !isRecordedState(event.event) || !isFailure(event.event)) return event;
  const told = event as ItemEvent;
  const before = recordOf(state, told.item)?.usage;
  const cost = costOf(told.usage ? addedUsage(before, told.usage) : before) ?? 0;
  if (cost < limit) return event;
  const words = `It has cost ${cost}. Its limit is ${limit}.`;
  return { ...told, final: true, error: told.error === undefined ? words : `${told.error} ${words}` };
};

/** Why the run has to stop because of what it has cost; undefined where it need not. */
export const overBudget = ({ settings, state }: Budgeted): string | undefined => {
  const limit = settings.maxCost.run;
  if (limit === undefined) return undefined;
  const total = state.items.reduce((sum, { usage }) => sum + (costOf(usage) ?? 0), 0);
  return total < limit ? undefined : `The run has cost ${total}. Its limit is ${limit}, so it stops.`;
};
