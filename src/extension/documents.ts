const markdownNames = ['PLAN_', 'SUBPLAN_', 'EXECUTION_TASK_', 'APPROVED_', 'FIX_', 'SKIPPED_', 'PRP'];

/** Names under which the dependency file is found in the wild. */
const parallelNames = [
  'parallel.json',
  'PARALLEL-EXECUTION-ANALYSIS.json',
  'parallel-execution.json',
  'parallel_analysis.json',
];

/** The documents the engine reads, of any scheme: unsaved text of these is what every view shows. */
export const documentSelector = [
  ...markdownNames.map((name) => ({ language: 'markdown', pattern: `**/${name}*.md` })),
  ...parallelNames.flatMap((name) =>
    ['json', 'jsonc'].map((language) => ({ language, pattern: `**/${name}` })),
  ),
];
