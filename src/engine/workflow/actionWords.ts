import type { WorkflowAction } from './step';

const WORDS: Readonly<Record<WorkflowAction, string>> = {
  create_subplan: 'Create the SUBPLAN',
  fill_subplan: 'Fill in the SUBPLAN',
  create_execution: 'Create the EXECUTION_TASK',
  execute: 'Do what it says',
  continue_execution: 'Go on with the work',
  create_next_execution: 'Create the next EXECUTION_TASK',
  synthesize: 'Bring the results together',
  review: 'Review the work',
  address_fixes: 'Fix what the review found',
  next_achievement: 'Nothing is left to do',
};

/** What to do, as every view writes it. */
export const actionWords = (action: WorkflowAction): string => WORDS[action];
