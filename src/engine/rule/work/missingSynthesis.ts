import { SUBPLAN } from '../../document/work/workSections';
import type { AnalysedPlan } from '../../model/analysis';
import type { Rule } from '../rule';
import { insertFix } from './missingWorkSection';
import { claimsComplete, documentsOf, inForce, isSectionThere, type OwnedDocument, titleOf } from './work';

export const missingSynthesis: Rule = {
  code: 'missing-synthesis',
  severity: 'info',
  summary: 'Several EXECUTION_TASKs are done, and the SUBPLAN does not bring their results together',
  explanation:
    'The results of several executions are in several files, but people look for them in the SUBPLAN. Once the ' +
    'achievement is approved, or its SUBPLAN says that it is complete, the SUBPLAN should have a section Execution ' +
    'Results Synthesis with some text in it. Achievements with one EXECUTION_TASK need none.',
  example: {
    language: 'text',
    text:
      'subplans/SUBPLAN_SHOP_11.md   without a synthesis\nexecution/EXECUTION_TASK_SHOP_11_01.md\n' +
      'execution/EXECUTION_TASK_SHOP_11_02.md\nexecution/feedbacks/APPROVED_11.md',
  },
  fix: 'Write the synthesis. The quick fix inserts the section.',
  *check(plan) {
    for (const document of documentsOf(plan, 'subplan')) {
      const { achievement, file } = document;
      if (file.uri !== achievement.subplan || isSectionThere(document, 'written')) continue;
      if (achievement.status !== 'complete' && !claimsComplete(document)) continue;
      const count = executionsOf(plan, document);
      if (count < 2) continue;
      const isThere = isSectionThere(document, 'synthesis');
      yield {
        ...titleOf(document),
        message: `${count} EXECUTION_TASKs of ${achievement.id} are done, but the synthesis of their results is ${isThere ? 'empty' : 'missing'}.`,
        fixes: isThere ? [] : [insertFix(document, SUBPLAN.synthesis)],
      };
    }
  },
};

/** How many executions there were; earlier attempts at one are none of their own. */
const executionsOf = (plan: AnalysedPlan, { achievement }: OwnedDocument): number =>
  new Set(inForce(plan, achievement, 'execution').map(({ file }) => file.reads.number)).size;
