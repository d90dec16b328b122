import { scanLines } from '../../document/markdown/lines';
import { HEADER_LINES } from '../../document/work/evidence';
import { readStatusClaim } from '../../document/work/statusClaim';
import { askedChange } from '../../edit/guard/asked';
import type { TextEdit } from '../../edit/textEdit';
import type { ClaimedStatus } from '../../facts/workFacts';
import { nameOf } from '../../model/uri';
import { statusWords } from '../../words/status';
import type { Fix } from '../finding';
import type { Problem, Rule } from '../rule';
import { documentsOf, type OwnedDocument, startOf } from './work';

export const statusContradiction: Rule = {
  code: 'status-contradiction',
  severity: 'warning',
  summary: 'The header of a SUBPLAN or EXECUTION_TASK claims a status that the files contradict',
  explanation:
    'Status comes from the files that exist. `**Status**` lines are read as claims, and most of them are out of ' +
    'date. Only clear contradictions are reported, and only if the first status line of the header and the last of ' +
    'the document agree:\n\n' +
    '- the document says complete, but nothing is approved, no box is ticked and no iteration is written down;\n' +
    '- the document says not started, but the achievement is approved or the document shows work.',
  example: {
    language: 'markdown',
    text: '# EXECUTION_TASK: Basket\n\n**Status**: Complete\n\n- [ ] Build it',
  },
  fix: 'Bring the line up to date. The quick fix writes the status that the files prove.',
  *check(plan) {
    for (const document of documentsOf(plan, 'subplan', 'execution')) {
      const { claim, outline } = document.facts;
      if (!claim || claim.first !== claim.last || claim.first === 'other') continue;
      const proven = provenBy(document);
      const contradicts =
        claim.first === 'complete'
          ? proven === 'Not Started' && !outline.isUncertain
          : proven !== 'Not Started';
      if (contradicts) yield problem(document, claim.first, claim.span, proven);
    }
  },
};

type Proven = 'Not Started' | 'In Progress' | 'Complete';

/** What the files prove about the work this very document is about. */
const provenBy = ({ kind, facts, achievement }: OwnedDocument): Proven => {
  if (achievement.status === 'complete') return 'Complete';
  const isWorkedOn: boolean = facts.showsWork || achievement.fix !== undefined;
  if (kind === 'execution') return isWorkedOn ? 'In Progress' : 'Not Started';
  return isWorkedOn || achievement.status === 'in_progress' || achievement.status === 'failed'
    ? 'In Progress'
    : 'Not Started';
};

const problem = (
  { file: { uri }, achievement }: OwnedDocument,
  claimed: ClaimedStatus,
  span: Problem['span'],
  proven: Proven,
): Problem => {
  const { id, status, evidence } = achievement;
  const [proof] = evidence;
  return {
    uri,
    span,
    message:
      claimed === 'complete'
        ? `The header says complete, but nothing shows that work on ${id} was done: the files say ${statusWords(status)}.`
        : `The header says not started, but the files say that ${id} is ${statusWords(status)}.`,
    related:
      proof && proof.uri !== uri
        ? [{ ...startOf(proof.uri), message: `${nameOf(proof.uri)} decides about ${id}` }]
        : [],
    fixes: [writeFix(uri, claimed, proven)],
  };
};

const writeFix = (uri: string, claimed: ClaimedStatus, proven: Proven): Fix => ({
  title: `Write what the files say: ${proven}`,
  preferred: false,
  uri,
  asked: askedChange('work', [], 'status'),
  edits: (text) => writeStatus(text, claimed, proven),
});

const writeStatus = (text: string, claimed: ClaimedStatus, proven: Proven): readonly TextEdit[] => {
  const claim = readStatusClaim(text, scanLines(text), HEADER_LINES);
  return claim?.first === claimed ? [{ span: claim.span, newText: proven }] : [];
};
