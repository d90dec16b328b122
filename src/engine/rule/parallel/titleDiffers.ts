import { askedChange } from '../../edit/guard/asked';
import { writeTitle } from '../../edit/json/valueEdits';
import { writeIndexTitle } from '../../edit/plan/indexEdits';
import { isPlanTitle, writePlanTitle } from '../../edit/plan/planFieldEdits';
import type { Achievement } from '../../model/achievement';
import type { AnalysedPlan } from '../../model/analysis';
import type { AchievementId } from '../../model/ids';
import type { Place } from '../../model/text';
import { isSameTitle, isVariantOf } from '../common/sameTitle';
import type { Fix } from '../finding';
import type { Problem, Rule } from '../rule';

export const titleDiffers: Rule = {
  code: 'title-differs',
  severity: 'info',
  summary: 'parallel.json or the Achievement Index gives an achievement another title than its definition',
  explanation:
    'Views show the title of the definition. If parallel.json has another one, often somebody renamed the ' +
    'achievement, or the id is wrong. Case, punctuation, white space and additions behind a title (`⏱️ 4-6 hours`) ' +
    'make no difference. An index may shorten a title or add to it. There, a title is reported only if it shares ' +
    'less than half of its words with the definition.',
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
  for (const listed of parallel.facts.achievements) {
    const { id, title } = listed;
    const defined = title ? byId.get(id) : undefined;
    if (!title || !defined || isSameTitle(title, defined.title)) continue;
    const place = { uri: parallel.uri, span: listed.titleSpan ?? listed.idSpan };
    yield problemOf(place, title, defined, inEntry);
  }
}

function* inIndex({ uri, facts, byId }: AnalysedPlan): Generator<Problem> {
  for (const { id, title, titleSpan } of facts?.achievementIndex()?.entries ?? []) {
    const defined = byId.get(id);
    if (!title || !defined || isVariantOf(title, defined.title)) continue;
    yield problemOf({ uri, span: titleSpan }, title, defined, inIndexEntry);
  }
}

const inEntry = (id: AchievementId, title: string): Pick<Fix, 'asked' | 'edits'> => ({
  asked: askedChange('parallel', [id], 'title'),
  edits: (text) => writeTitle(text, id, title),
});

const inIndexEntry = (id: AchievementId, title: string): Pick<Fix, 'asked' | 'edits'> => ({
  asked: askedChange('plan', [id], 'index', 'section'),
  edits: (text) => writeIndexTitle(text, id, title),
});

const problemOf = (
  place: Place,
  listed: string,
  { id, title, uri, idSpan }: Pick<Achievement, 'id' | 'title' | 'uri' | 'idSpan'>,
  takeTitle: (id: AchievementId, title: string) => Pick<Fix, 'asked' | 'edits'>,
): Problem => ({
  ...place,
  message: `The PLAN calls ${id} "${title}".`,
  related: [{ uri, span: idSpan, message: `The definition of ${id}` }],
  fixes: [
    {
      title: `Use the title of the PLAN: "${title}"`,
      preferred: false,
      uri: place.uri,
      ...takeTitle(id, title),
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
          asked: askedChange('plan', [id], 'definition', 'section'),
          edits: (text) => writePlanTitle(text, id, title),
        },
      ]
    : [];
