/** Commands a client of the language server has to know; their arguments stand beside them. */
export const commands = {
  /** planUri, achievement id */
  createSubplan: 'parallelPlans.createSubplan',
  /** planUri, achievement id */
  createExecution: 'parallelPlans.createExecution',
  /** planUri, achievement id */
  createNextExecution: 'parallelPlans.createNextExecution',
  /** uri */
  nextPlaceholder: 'parallelPlans.nextPlaceholder',
  /** planUri */
  batchCreateSubplans: 'parallelPlans.batchCreateSubplans',
  /** planUri */
  batchCreateExecutions: 'parallelPlans.batchCreateExecutions',
  /** planUri, achievement id */
  approve: 'parallelPlans.approve',
  /** planUri, achievement id */
  copyNextPrompt: 'parallelPlans.copyNextPrompt',
  /** planUri */
  whatNow: 'parallelPlans.whatNow',
  /** planUri; only offered to clients that run plans */
  runPlan: 'parallelPlans.runPlan',
  /** planUri */
  generateParallel: 'parallelPlans.generateParallel',
  /** planUri */
  showGraph: 'parallelPlans.showGraph',
  /** planUri, achievement id */
  openAchievement: 'parallelPlans.openAchievement',
  /** uri */
  openFile: 'parallelPlans.openFile',
} as const;

/** Kind of the code action that sorts parallel.json, for `editor.codeActionsOnSave` too. */
export const sortKind = 'source.sortAchievements';

/** The kind of the action that applies every preferred fix of a document. */
export const fixAllKind = 'source.fixAll.parallelPlans';
