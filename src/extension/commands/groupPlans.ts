import { chooseGrouping } from '../tree/grouping';
import type { Command } from './context';

/** Asks what the tree groups plans by, and remembers it. */
export const groupPlans: Command = ({ grouping }) => chooseGrouping(grouping.current);
