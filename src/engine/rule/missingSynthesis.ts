import { SUBPLAN } from '../document/work/workSections';
import type { AnalysedPlan } from '../model/analysis';
import { insertFix } from './missingWorkSection';
import type { Rule } from './rule';
import { claimsComplete, documentsOf, inForce, isSectionThere, type OwnedDocument, titleOf } from './work';

export const missingSynthesis: Rule = {
  code: 'missing-synthesis',
  severity: 'info',
  summary: 'Several EXECUTION_TASKs are done, and the SUBPLAN does not bring their results together',
  explanation:
    'What several executions found stands in several files, and the SUBPLAN is where others look. Once the achievement ' +
    'is approved, or its SUBPLAN says that it is complete, it should have a section Execution Results Synthesis with ' +
    'something in it. Achievements with one EXECUTION_TASK need none.',
  example: {
    language: 'text',
    text:
      'subplans/SUBPLAN_SHOP_11.md   without a synthesis\nexecution/EXECUTION_TASK_SHOP_11_01.md\n' +
      'execution/EXECUTION_TASK_SHOP_11_02.md\nexecution/feedbacks/APPROVED_11.md',
  },
  fix: 'Write the synthesis; the quick fix inserts the section.',
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
