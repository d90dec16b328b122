import { isGoing } from '../../engine/model/lifecycle';
import { showWhatNow } from '../whatNow/menu';
import type { Command } from './context';
import { planFor } from './target';

/** The menu of what can be done now. Argument: a plan URI or a tree node; else plans that go on are offered first. */
export const whatNow: Command = async (context, argument) => {
  const plan = await planFor(context, argument, isGoing);
  if (plan) await showWhatNow(plan);
};
