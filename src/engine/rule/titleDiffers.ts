import { readTitle } from '../document/title';
import type { Achievement, AchievementId } from '../model/achievement';
import type { AnalysedPlan } from '../model/analysis';
import type { Place } from '../model/text';
import { comparableTitle } from './comparableTitle';
import { writeIndexTitle } from './edit/indexEdits';
import { isPlanTitle, writePlanTitle } from './edit/planFieldEdits';
import { writeTitle } from './edit/valueEdits';
import type { Fix, TextEdit } from './finding';
import type { Problem, Rule } from './rule';

export const titleDiffers: Rule = {
  code: 'title-differs',
  severity: 'info',
  summary: 'parallel.json or the Achievement Index gives an achievement another title than its definition',
  explanation:
    'The title of the definition is shown everywhere. Where parallel.json has another one, often the achievement was ' +
    'renamed or the id is wrong. Case, marks, white space and what stands behind a title (`⏱️ 4-6 hours`) make no ' +
    'difference. An index may shorten a title or add to it: there only a title that shares less than half of its words ' +
    'with the definition counts.',
  example: {
    language: 'json',
    text: '{ "achievement_id": "1.1", "title": "Product Pages", "dependencies": [] }',
  },
  fix: 'Correct the id or the title. The quick fixes take the title of the definition, or change the definition.',
  *check(plan) {
    yield* inParallel(plan);
    yield* inIndex(plan);
  },
};

function* inParallel({ facts, byId, parallel }: AnalysedPlan): Generator<Problem> {
  if (!facts || !parallel) return;
  for (const { id, title, titleSpan } of parallel.facts.achievements) {
    const defined = title && titleSpan ? byId.get(id) : undefined;
    if (!title || !titleSpan || !defined || isSame(title, defined.title)) continue;
    yield problemOf({ uri: parallel.uri, span: titleSpan }, title, defined, writeTitle);
  }
}

function* inIndex({ uri, facts, byId }: AnalysedPlan): Generator<Problem> {
  for (const { id, title, titleSpan } of facts?.achievementIndex()?.entries ?? []) {
    const defined = byId.get(id);
    if (!title || !defined || isVariant(title, defined.title)) continue;
    yield problemOf({ uri, span: titleSpan }, title, defined, writeIndexTitle);
  }
}

const problemOf = (
  place: Place,
  listed: string,
  { id, title, uri, idSpan }: Pick<Achievement, 'id' | 'title' | 'uri' | 'idSpan'>,
  write: (text: string, id: AchievementId, title: string) => readonly TextEdit[],
): Problem => ({
  ...place,
  message: `The PLAN calls ${id} "${title}".`,
  related: [{ uri, span: idSpan, message: `The definition of ${id}` }],
  fixes: [
    {
      title: `Take the title of the PLAN: "${title}"`,
      preferred: false,
      uri: place.uri,
      edits: (text) => write(text, id, title),
    },
    ...definitionFixes(id, uri, listed.trim()),
  ],
});

const definitionFixes = (id: AchievementId, uri: string, title: string): readonly Fix[] =>
  isPlanTitle(title)
    ? [
        {
          title: `Change the definition: "${title}"`,
          preferred: false,
          uri,
          edits: (text) => writePlanTitle(text, id, title),
        },
      ]
    : [];

/** A title without a word says nothing that could differ. */
const isSame = (listed: string, defined: string): boolean => {
  if (listed === defined) return true;
  const words = comparableTitle(readTitle(listed).title);
  return words === '' || words === comparableTitle(defined);
};

const WORD = /[\p{L}\p{N}]+/gu;

/** At least half of the words of the shorter title are in the other. */
const isVariant = (listed: string, defined: string): boolean => {
  if (isSame(listed, defined)) return true;
  const [some, others] = [listed, defined].map(
    (title) => new Set(title.normalize('NFKC').toLowerCase().match(WORD) ?? []),
  );
  if (!some || !others || others.size === 0) return true;
  const shared = [...some].filter((word) => others.has(word)).length;
  return shared * 2 >= Math.min(some.size, others.size);
};
