import { lazy } from '../../../shared/lazy';
import { askedChange } from '../../edit/guard/asked';
import { renameHeaderId } from '../../edit/headerEdits';
import type { AnalysedPlan } from '../../model/analysis';
import { digitsLookup, idsForDigits } from '../../model/fileName';
import type { AchievementId } from '../../model/ids';
import type { Fix } from '../finding';
import type { Rule } from '../rule';
import { documentsOf, type OwnedDocument } from './work';

/** A document whose header and name do not agree. */
export interface Contradiction {
  readonly document: OwnedDocument;
  /** The only achievement its digits can mean. */
  readonly named: AchievementId;
}

export const headerContradictsName: Rule = {
  code: 'header-contradicts-name',
  severity: 'warning',
  summary: 'The header of a file and the digits of its name mean different achievements',
  explanation:
    'Usually somebody copied the file and forgot the header. For an APPROVED, FIX or SKIPPED file the name counts. ' +
    'For a SUBPLAN or EXECUTION_TASK the header counts, so its work may count for the wrong achievement. Only digits ' +
    'that clearly mean one achievement of the plan are reported. Some plans number their SUBPLANs and ' +
    'EXECUTION_TASKs in sequence, so that most digits do not fit; there these files are not reported.',
  example: { language: 'text', text: 'subplans/SUBPLAN_SHOP_12.md   with **Achievement**: 1.1' },
  fix: 'Correct the header or rename the file. The quick fix writes the achievement of the name into the header.',
  *check(plan) {
    for (const { document, named } of [...copiedFeedbackIn(plan), ...contradictionsIn(plan)]) {
      const { file, facts, achievement } = document;
      const counts = achievement.id === named ? 'name' : 'header';
      const header = facts.headerIds.find(({ id }) => plan.byId.has(id));
      if (!header) continue;
      yield {
        uri: file.uri,
        span: header.span,
        message: `${file.name} is named after ${named}, but its header says ${header.id}: the ${counts} counts.`,
        related: relatedTo(plan, named),
        fixes: [writeFix(file.uri, header.id, named)],
      };
    }
  },
};

/** Feedback that counts by its name, with the header of another achievement of the plan. */
const copiedFeedbackIn = (plan: AnalysedPlan): readonly Contradiction[] =>
  [...documentsOf(plan, 'approved', 'fix', 'skipped')].flatMap((document) => {
    const { achievement, facts } = document;
    const [header] = facts.headerIds.filter(({ id }) => plan.byId.has(id));
    const isCopied = header !== undefined && header.id !== achievement.id;
    return isCopied ? [{ document, named: achievement.id }] : [];
  });

/** SUBPLANs and EXECUTION_TASKs whose digits clearly name another achievement; none where they count in sequence. */
export const contradictionsIn = (plan: AnalysedPlan): readonly Contradiction[] => {
  const found: Contradiction[] = [];
  const idsNamed = lazy(() => digitsLookup([...plan.byId.keys()]));
  let fitting = 0;
  let others = 0;
  for (const document of documentsOf(plan, 'subplan', 'execution')) {
    const { achievement, file } = document;
    const { digits } = file.reads;
    if (digits === '') continue;
    if (isNamed(digits, achievement.id)) {
      fitting++;
      continue;
    }
    others++;
    const [named, second] = idsNamed()(digits);
    if (named !== undefined && second === undefined) found.push({ document, named });
  }
  return others > fitting ? [] : found;
};

const isNamed = (digits: string, id: AchievementId): boolean => idsForDigits(digits, [id]).length > 0;

const relatedTo = ({ byId }: AnalysedPlan, id: AchievementId) => {
  const named = byId.get(id);
  return named ? [{ uri: named.uri, span: named.idSpan, message: `The definition of ${id}` }] : [];
};

const writeFix = (uri: string, from: AchievementId, to: AchievementId): Fix => ({
  title: `Write ${to} into the header`,
  preferred: false,
  uri,
  asked: askedChange('work', [from, to], 'header'),
  edits: (text) => renameHeaderId(text, from, to),
});
