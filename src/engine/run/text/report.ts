import { groupBy } from '../../../shared/groupBy';
import { listed } from '../../../shared/listed';
import type { ItemResult, RunResult } from './result';

const RULE = '='.repeat(70);
const ERRORS_SHOWN = 2;

/**
 * The report of a run for people, stage by stage. Lines end with `\n`; nothing in it is escaped.
 *
 * @param status how it stands, where somebody goes on with it: that no result says
 */
export const reportText = (
  result: RunResult,
  savedTo: readonly string[],
  status: string = result.status,
): string => {
  const name = result.batch_id === undefined ? result.plan : `BATCH ${result.batch_id}`;
  const stages = [...groupBy(result.results, ({ stage }) => stage)].sort(([one], [other]) => one - other);
  const noun = result.batch_id === undefined ? 'achievements' : 'PRPs';
  const stopped = result.results.filter(({ state }) => state === 'cancelled').length;
  const share = result.total === 0 ? 100 : Math.floor((100 * result.success) / result.total);
  return `${[
    RULE,
    `${name} EXECUTION REPORT`,
    RULE,
    ...stages.flatMap(([stage, items]) => ['', `Stage ${stage}:`, ...items.flatMap(itemLines)]),
    '',
    RULE,
    'SUMMARY',
    RULE,
    `Run: ${result.run} (${status})`,
    `Total ${noun}: ${result.total}`,
    `Successful: ${result.success} ✓`,
    `Failed: ${result.failed} ✗`,
    ...(stopped > 0 ? [`Stopped: ${stopped}`] : []),
    ...(result.blocked > 0 ? [`Blocked: ${result.blocked}`] : []),
    `Total Time: ${result.elapsed_seconds}s (${(result.elapsed_seconds / 60).toFixed(1)} min)`,
    `Success Rate: ${share}%`,
    ...(result.tip === null ? [] : [`Landed on: ${result.branch} (${result.tip.slice(0, 12)})`]),
    ...nextLines(result),
    ...(savedTo.length === 0 ? [] : ['', ...savedTo.map((path) => `Results saved to: ${path}`)]),
  ].join('\n')}\n`;
};

/** What is left to do for a person with what has landed. */
const nextLines = ({ results, review, branch }: RunResult): readonly string[] => {
  if (!results.some(({ state }) => state === 'landed')) return [];
  return [
    '',
    `Next: merge ${branch} into your own branch (\`parallel-plans land\`, \`git merge\`, or Merge Run… in the editor).`,
    ...(review === 'none'
      ? ['Nobody has reviewed these results. After the merge each of them waits for your approval.']
      : []),
  ];
};

const MARKS = { success: '✓', failed: '✗', failed_gates: '✗', pending: '·' } as const;

const itemLines = (item: ItemResult): readonly string[] => {
  const gates = item.gates_passed + item.gates_failed;
  return [
    `  ${MARKS[item.status]} ${item.id}  ${item.title}`,
    `      Status: ${item.status}${item.state === item.status ? '' : ` (${item.state})`}`,
    `      Time: ${item.elapsed_seconds}s`,
    ...(item.gates_failed > 0 ? [`      Gates: ${item.gates_passed}/${gates}`] : []),
    ...(item.blockedBy.length > 0 ? [`      Blocked by: ${item.blockedBy.join(', ')}`] : []),
    ...(item.files_undeclared.length > 0
      ? [`      Not named in the plan: ${listed(item.files_undeclared)}`]
      : []),
    ...item.errors.slice(0, ERRORS_SHOWN).map((error) => `      ERROR: ${error.split('\n', 1)[0]}`),
  ];
};
