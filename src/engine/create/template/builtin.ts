import type { WorkSection } from '../../document/work/workSections';
import { EXECUTION, SUBPLAN } from '../../document/work/workSections';
import type { CreationKind } from '../batch';

/** `## Title` and what stands below; without anything of its own, a place to fill in. */
const section = ({ title, holds }: WorkSection, ...below: readonly string[]): string =>
  [`## ${title}`, ...(below.length > 0 ? below : [`{{fill: ${holds ?? title}}}`])].join('\n\n');

const toFill = ({ holds }: WorkSection): string => `{{fill: ${holds ?? ''}}}`;

const DEPENDENCIES = [
  '{{level}}',
  '{{#dependencies}}Depends on:{{/dependencies}}',
  '{{dependencies}}',
  '{{#delivered}}What they deliver:{{/delivered}}',
  '{{delivered}}',
];
const PEERS = ['{{#peers}}May run at the same time:{{/peers}}', '{{peers}}'];

const SUBPLAN_HEAD = [
  '# SUBPLAN: {{title}}',
  `**Type**: SUBPLAN  
**Mother Plan**: {{planFile}}  
**Plan**: {{plan}}  
**Achievement Addressed**: Achievement {{id}}  
**Achievement**: {{id}}  
**Status**: Not Started  
**Estimated Effort**: {{effort}}`,
].join('\n\n');

const SUBPLAN_TEMPLATE = [
  SUBPLAN_HEAD,
  '---',
  section(SUBPLAN.objective, '{{goal}}', '{{what}}', '{{notes}}', 'Defined in {{planLink}}.'),
  section(SUBPLAN.deliverables, '{{deliverables}}'),
  section(SUBPLAN.approach),
  section(
    SUBPLAN.strategy,
    `{{^plannedExecutions}}${toFill(SUBPLAN.strategy)}{{/plannedExecutions}}`,
    '{{#plannedExecutions}}Multiple: parallel.json plans an execution for each part. They may run at the same time unless one comes after another.{{/plannedExecutions}}',
  ),
  section(SUBPLAN.planned, '{{plannedExecutions}}'),
  section(SUBPLAN.tests, '{{tests}}'),
  section(SUBPLAN.results),
  section(SUBPLAN.conflicts, ...PEERS, toFill(SUBPLAN.conflicts)),
  section(
    SUBPLAN.dependencies,
    ...DEPENDENCIES,
    '{{#dependents}}Needed by:{{/dependents}}',
    '{{dependents}}',
  ),
  section(SUBPLAN.reference, 'Every execution is written down in its own EXECUTION_TASK document.'),
  section(SUBPLAN.success, '{{successCriteria}}'),
  section(
    SUBPLAN.workflow,
    '1. Finish every EXECUTION_TASK.\n2. Write the synthesis below.\n3. Ask for a review: APPROVED or FIX feedback.',
  ),
  section(SUBPLAN.active, '{{executionTable}}'),
  section(SUBPLAN.synthesis),
];

const EXECUTION_HEAD = [
  '# EXECUTION_TASK: {{title}}',
  `**Type**: EXECUTION_TASK  
**Mother Plan**: {{planFile}}  
**Plan**: {{plan}}  
**SUBPLAN**: {{subplan}}  
**Achievement Addressed**: Achievement {{id}}  
**Achievement**: {{id}}  
**Execution Number**: {{number}}  
{{#part}}**Part**: {{part}}  {{/part}}
{{#executor}}**Executor**: {{executor}}  {{/executor}}
**Status**: Not Started  
**Estimated Effort**: {{effort}}`,
].join('\n\n');

const EXECUTION_TEMPLATE = [
  EXECUTION_HEAD,
  '---',
  section(
    EXECUTION.building,
    '{{#part}}This execution does one part of the achievement: {{part}}.{{/part}}',
    '{{#planned}}Planned in the SUBPLAN: {{planned}}{{/planned}}',
    '{{goal}}',
    '{{what}}',
    'Deliverables:',
    '{{deliverables}}',
  ),
  section(
    EXECUTION.context,
    'Approach and strategy: {{subplanLink}}',
    '{{#executions}}This is execution {{number}} of {{count}}. The others:{{/executions}}',
    '{{executions}}',
    toFill(EXECUTION.context),
  ),
  section(
    EXECUTION.parallel,
    '{{#partDependencies}}This part waits for:{{/partDependencies}}',
    '{{partDependencies}}',
    ...DEPENDENCIES,
    ...PEERS,
  ),
  section(EXECUTION.tests, '{{tests}}'),
  section(EXECUTION.log),
  section(EXECUTION.learning),
  section(EXECUTION.comments),
  section(EXECUTION.future),
  section(EXECUTION.completion, '{{successCriteria}}'),
];

/** The templates that are used where a workspace has none of its own. */
export const BUILT_IN: Readonly<Record<CreationKind, string>> = {
  subplan: `${SUBPLAN_TEMPLATE.join('\n\n')}\n`,
  execution: `${EXECUTION_TEMPLATE.join('\n\n')}\n`,
};

/** Title and header of each. */
export const HEADS: Readonly<Record<CreationKind, string>> = {
  subplan: SUBPLAN_HEAD,
  execution: EXECUTION_HEAD,
};
