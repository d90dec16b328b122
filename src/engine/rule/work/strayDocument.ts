import { groupBy } from '../../../shared/groupBy';
import { lazy } from '../../../shared/lazy';
import { askedChange } from '../../edit/guard/asked';
import { writeHeaderId, writeHeaderPlan } from '../../edit/headerEdits';
import type { AchievementId } from '../../model/ids';
import type { StrayDocument } from '../../model/plan';
import { nameOf, parentUri } from '../../model/uri';
import { suggestFrom } from '../common/suggestion';
import type { Finding, Fix, RelatedPlace } from '../finding';
import type { Problem, Rule } from '../rule';
import { startOf } from './work';

export const strayDocument: Rule = {
  code: 'stray-document',
  severity: 'warning',
  summary: 'It is not clear to which achievement a SUBPLAN, EXECUTION_TASK or feedback file belongs',
  explanation:
    'Feedback belongs to the achievement whose digits are in the file name. Its header decides if the digits fit ' +
    'several achievements or none. A SUBPLAN or EXECUTION_TASK belongs to the achievement in its header, or else to ' +
    'the digits. The file counts for no achievement\n\n' +
    '- if the PLAN has no such achievement,\n' +
    '- if the digits fit two (`1.11` and `11.1` are both `111`),\n' +
    '- if the file leads to no plan, or to a plan that is elsewhere and does not declare this folder as its Archive ' +
    'Location, or\n' +
    '- if it is in a folder for work under a name such as `11_APPROVED.md` or `FIXED_11.md`. A name has to begin ' +
    'with the kind of the file.\n\n' +
    'There is one finding per folder for files of the last two kinds, and for several files without such an ' +
    'achievement.',
  example: { language: 'text', text: 'subplans/SUBPLAN_SHOP_111.md   in a plan with 1.11 and 11.1' },
  fix:
    'Name the achievement in the first lines of the file: `**Achievement**: 1.11`. There is a quick fix for each ' +
    'achievement it may mean. Feedback in a folder that several plans share has to name its plan: `**Plan**: ' +
    'PLAN_SHOP.md`.',
  *check({ strays, name, byId }) {
    const suggest = lazy(() => suggestFrom(new Set(byId.keys())));
    const fixesOf = (stray: StrayDocument): readonly Fix[] =>
      fixesFor(stray, name, () => (ID.test(stray.says) ? suggest()(stray.says, NONE) : undefined));
    for (const stray of strays) {
      if (stray.reason === 'ambiguous')
        yield { ...startOf(stray.uri), message: ambiguous(stray, name), fixes: fixesOf(stray) };
    }
    const lost = groupBy(
      strays.filter(({ reason }) => reason !== 'ambiguous'),
      ({ uri, reason }) => `${reason} ${parentUri(uri)}`,
    );
    for (const group of lost.values()) {
      const [first, second] = group;
      if (!first) continue;
      if (second)
        yield {
          ...several(
            group.map(({ uri }) => uri),
            reasonOf(first, name),
          ),
          fixes: () =>
            group
              .slice(0, MOST_SHOWN)
              .flatMap((stray) =>
                fixesOf(stray).map((fix) => ({ ...fix, title: `${nameOf(stray.uri)}: ${fix.title}` })),
              ),
        };
      else yield { ...startOf(first.uri), message: alone(first, name), fixes: fixesOf(first) };
    }
  },
};

/** Files of a folder that belong to no plan at all; their texts need not be known. */
export const nowhereFinding = ({ files }: { readonly files: readonly { readonly uri: string }[] }): Finding =>
  strayFinding(
    files.map(({ uri }) => uri),
    'they belong to no plan here',
  );

/** Files of a folder for work whose names are read by nobody. */
export const lookAlikeFinding = (uris: readonly string[]): Finding =>
  strayFinding(uris, 'names of such files begin with SUBPLAN, EXECUTION_TASK, APPROVED, FIX or SKIPPED');

const strayFinding = (uris: readonly string[], why: string): Finding => {
  const { code, severity } = strayDocument;
  return { code, severity, ...several(uris, why), fixes: [] };
};

const ID = /^\d+(?:\.\d+)+$/;
const NONE: ReadonlySet<string> = new Set();
/** So many files, and fixes, are named one by one. */
const MOST_SHOWN = 5;

/** One finding for all, at the first of them. */
const several = (
  uris: readonly string[],
  why: string,
): Problem & { readonly related: readonly RelatedPlace[] } => {
  const [first = '', ...others] = uris;
  const names = uris.slice(0, MOST_SHOWN).map(nameOf).join(', ');
  const more = uris.length > MOST_SHOWN ? ` and ${uris.length - MOST_SHOWN} more` : '';
  const isOne = others.length === 0;
  const what = isOne
    ? 'A file in this folder looks like work of a plan and counts'
    : `${uris.length} files in this folder look like work of a plan and count`;
  return {
    ...startOf(first),
    message: `${what} for nothing, because ${isOne ? why.replace('they belong', 'it belongs') : why}: ${names}${more}.`,
    related: others.slice(0, MOST_SHOWN).map((uri) => ({ ...startOf(uri), message: 'This one too' })),
  };
};

const reasonOf = ({ reason }: StrayDocument, plan: string): string =>
  reason === 'foreign' ? 'they name no plan in this folder' : `${plan} has no such achievements`;

const fixesFor = (
  { uri, reason, says, candidates }: StrayDocument,
  plan: string,
  meant: () => AchievementId | undefined,
): readonly Fix[] => {
  const [only, second] = candidates;
  if (reason === 'ambiguous' && only !== undefined && second === undefined) return [planFix(uri, plan)];
  if (reason === 'foreign') return [planFix(uri, plan)];
  const ids = reason === 'ambiguous' ? candidates : [meant()].filter((id) => id !== undefined);
  return ids.slice(0, MOST_SHOWN).map((id) => ({
    title: `Name achievement ${id} in the header`,
    preferred: false,
    uri,
    asked: askedChange('work', [id, says], 'header'),
    edits: (text) => writeHeaderId(text, id),
  }));
};

const planFix = (uri: string, plan: string): Fix => ({
  title: `Say in the header that it belongs to PLAN_${plan}`,
  preferred: false,
  uri,
  asked: askedChange('work', [], 'header'),
  edits: (text) => writeHeaderPlan(text, plan),
});

const ambiguous = ({ uri, says, candidates }: StrayDocument, plan: string): string => {
  const file = nameOf(uri);
  return candidates.length === 1
    ? `${file} says ${says}. That is ${candidates[0]} in ${plan} and in another plan of this folder, so it counts for neither.`
    : `${file} says ${says}, which may be ${candidates.join(' or ')}, so it counts for no achievement.`;
};

const alone = ({ uri, reason, says }: StrayDocument, plan: string): string => {
  const file = nameOf(uri);
  if (reason === 'foreign') return `${file} names no plan in this folder, so it counts for no achievement.`;
  return says.startsWith('PLAN_')
    ? `${file} says in its header that it belongs to ${says}, not to ${plan}. So it counts for no achievement.`
    : `${file} says ${says === '' ? 'no id' : says}, and ${plan} has no such achievement. So it counts for none.`;
};
