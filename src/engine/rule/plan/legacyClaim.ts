import { claimWords } from '../../state/words';
import type { Rule } from '../rule';

export const legacyClaim: Rule = {
  code: 'legacy-claim',
  severity: 'info',
  summary: 'A PLAN calls achievements complete, but has no feedback file at all',
  explanation:
    'An achievement is complete when an APPROVED file says so. Older plans have no such files. They tick off ' +
    'achievements in their definitions, in the index and in tracking sections, or say complete in the header. That ' +
    'is a claim, so the achievements stay open. Instead of a review for each of them, you get this one note with ' +
    'their number. `next` and *What Now?* show it once too.',
  example: {
    language: 'markdown',
    text: '## Subplan Tracking\n\n- [x] **SUBPLAN_01**: Achievement 0.1 - ✅ Complete\n- [x] **SUBPLAN_02**: Achievement 0.2 - ✅ Complete',
  },
  fix:
    'Approve the achievements that are done (*Approve* lets you choose several at once), or move the plan into an ' +
    'archive.',
  *check(plan) {
    const claim = plan.legacyClaim();
    if (!claim) return;
    yield { uri: plan.uri, span: claim.span, message: `${claimWords(claim)}.` };
  },
};
