import type { CreationKind } from '../batch';

/** Base names of the templates. */
export const TEMPLATE_NAMES: Readonly<Record<CreationKind, string>> = {
  subplan: 'SUBPLAN.md',
  execution: 'EXECUTION_TASK.md',
};
