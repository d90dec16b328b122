import type { Command } from './context';

/** Shows the plans in the tree that are over. */
export const showFinishedPlans: Command = ({ finishedPlans }) => finishedPlans.show(true);

/** Leaves them out of the tree. */
export const hideFinishedPlans: Command = ({ finishedPlans }) => finishedPlans.show(false);
