import type { AnalysedAchievement } from '../../model/analysis';
import type { Rule } from '../rule';
import { startOf } from './work';

export const approvedWithoutWork: Rule = {
  code: 'approved-without-work',
  severity: 'info',
  summary: 'An achievement is approved, but it has neither SUBPLAN nor EXECUTION_TASK',
  explanation:
    'An APPROVED file makes an achievement complete, whatever was done. If it has neither SUBPLAN nor ' +
    'EXECUTION_TASK, the approval may be for another achievement, or for nothing. Some plans archive their SUBPLANs ' +
    'when they are done. Therefore this is reported only if most approved achievements have these documents.',
  example: { language: 'text', text: 'execution/feedbacks/APPROVED_13.md   and no SUBPLAN_SHOP_13.md' },
  fix: 'Check which achievement was reviewed, and add the documents that belong to it.',
  *check({ achievements }) {
    const approved = achievements.filter((each) => each.approved !== undefined);
    const bare = approved.filter((each) => !hasWork(each));
    if (bare.length * 2 >= approved.length) return;
    for (const { id, uri, idSpan, approved: file } of bare) {
      if (file === undefined) continue;
      yield {
        ...startOf(file),
        message: `${id} is approved, but it has neither SUBPLAN nor EXECUTION_TASK.`,
        related: [{ uri, span: idSpan, message: `The definition of ${id}` }],
      };
    }
  },
};

const hasWork = ({ subplan, executions }: AnalysedAchievement): boolean =>
  subplan !== undefined || executions.length > 0;
