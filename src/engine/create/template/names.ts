import type { CreationKind } from '../batch';

/** Documents that templates are for. */
export type TemplateKind = CreationKind | 'plan';

/** Base names of the templates. */
export const TEMPLATE_NAMES: Readonly<Record<TemplateKind, string>> = {
  subplan: 'SUBPLAN.md',
  execution: 'EXECUTION_TASK.md',
  plan: 'PLAN.md',
};
