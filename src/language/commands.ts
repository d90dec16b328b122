/** Commands a client of the language server has to know; their arguments stand beside them. */
export const commands = {
  /** planUri, achievement id */
  createSubplan: 'parallelPlans.createSubplan',
  /** planUri, achievement id */
  createExecution: 'parallelPlans.createExecution',
  /** planUri */
  batchCreateSubplans: 'parallelPlans.batchCreateSubplans',
  /** planUri */
  batchCreateExecutions: 'parallelPlans.batchCreateExecutions',
  /** planUri */
  showGraph: 'parallelPlans.showGraph',
  /** planUri, achievement id */
  openAchievement: 'parallelPlans.openAchievement',
  /** uri */
  openFile: 'parallelPlans.openFile',
} as const;
