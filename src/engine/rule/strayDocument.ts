import { lazy } from '../../shared/lazy';
import { askedChange } from '../edit/asked';
import type { AchievementId } from '../model/achievement';
import type { StrayDocument } from '../model/plan';
import { nameOf } from '../model/uri';
import { writeHeaderId, writeHeaderPlan } from './edit/headerEdits';
import type { Fix } from './finding';
import type { Rule } from './rule';
import { suggestFrom } from './suggestion';
import { startOf } from './work';

export const strayDocument: Rule = {
  code: 'stray-document',
  severity: 'warning',
  summary: 'A SUBPLAN, EXECUTION_TASK or feedback file belongs to no achievement for sure',
  explanation:
    'A file belongs to the achievement its header names, else to the one whose digits its name has. Where the PLAN has ' +
    'no such achievement, or two (`1.11` and `11.1` are both `111`), the file counts for none of them.',
  example: { language: 'text', text: 'subplans/SUBPLAN_SHOP_111.md   in a plan with 1.11 and 11.1' },
  fix:
    'Name the achievement in the first lines of the file: `**Achievement**: 1.11`; the quick fixes do, for each ' +
    'achievement it may mean. Feedback in a folder that several plans share has to name its plan: `**Plan**: PLAN_SHOP.md`.',
  *check({ strays, name, byId }) {
    const suggest = lazy(() => suggestFrom(new Set(byId.keys())));
    for (const stray of strays) {
      yield {
        ...startOf(stray.uri),
        message: messageOf(stray, name),
        fixes: fixesFor(stray, name, () => (ID.test(stray.says) ? suggest()(stray.says, NONE) : undefined)),
      };
    }
  },
};

const ID = /^\d+(?:\.\d+)+$/;
const NONE: ReadonlySet<string> = new Set();

const fixesFor = (
  { uri, reason, says, candidates }: StrayDocument,
  plan: string,
  meant: () => AchievementId | undefined,
): readonly Fix[] => {
  const [only, second] = candidates;
  if (reason === 'ambiguous' && only !== undefined && second === undefined) return [planFix(uri, plan)];
  const ids = reason === 'ambiguous' ? candidates : [meant()].filter((id) => id !== undefined);
  return ids.slice(0, MOST_FIXES).map((id) => ({
    title: `Name achievement ${id} in the header`,
    preferred: false,
    uri,
    asked: askedChange('work', [id, says], 'header'),
    edits: (text) => writeHeaderId(text, id),
  }));
};

const MOST_FIXES = 5;

const planFix = (uri: string, plan: string): Fix => ({
  title: `Say in the header that it belongs to PLAN_${plan}`,
  preferred: false,
  uri,
  asked: askedChange('work', [], 'header'),
  edits: (text) => writeHeaderPlan(text, plan),
});

const messageOf = ({ uri, reason, says, candidates }: StrayDocument, plan: string): string => {
  const file = nameOf(uri);
  if (reason === 'ambiguous' && candidates.length === 1) {
    return `${file} says ${says}: that is ${candidates[0]} of ${plan} and of another plan in this folder, so it counts for neither.`;
  }
  if (reason === 'ambiguous') {
    return `${file} says ${says}, which may be ${candidates.join(' or ')}: it counts for none of them.`;
  }
  return `${file} says ${says === '' ? 'no id' : says}, and ${plan} has no such achievement: it counts for none.`;
};
