import { elementsIn } from '../document/stated/idList';
import type { CrossPriorityDependency, Located, ParallelAchievement } from '../facts/parallelFacts';
import type { AchievementFacts } from '../facts/planFacts';
import type { IdElement } from '../facts/stated';
import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { type Span, sliceOf, span } from '../model/text';

/** An achievement's id somewhere in a document; quotes are not part of the span. */
export interface Mention {
  readonly id: AchievementId;
  readonly span: Span;
}

/** A document as the client has it, or as it was read. */
export interface DocumentText {
  readonly uri: string;
  readonly text: string;
}

const ID = '(?:PRP-)?\\d+(?:\\.\\d+)*';
const JOIN = '[ \\t]*(?:,[ \\t]*and\\b|,|;|&|\\+|/|-|–|—|and\\b|or\\b|to\\b|through\\b)[ \\t]*';
const LIST = `(${ID}(?:${JOIN}${ID})*)`;
/** Ids named as such: `Achievement 1.1`, `Achievements 1.1, 1.2 and 1.3`. */
const NAMED = new RegExp(`\\bAchievements?[ \\t]+(?:\\*\\*|\`)?${LIST}`, 'gi');
const HEADER_LABEL = '^[ \\t]*(?:[-*+][ \\t]+)?\\*\\*Achievement(?: Addressed)?:?\\*\\*(?:[ \\t]*:)?[ \\t]*';
/** The header field of a SUBPLAN, EXECUTION_TASK or feedback file with nothing but the id (FORMAT A10). */
const HEADER = new RegExp(`${HEADER_LABEL}${LIST}`, 'gim');
const HEADER_START = new RegExp(`${HEADER_LABEL}$`, 'i');
/** The word itself, as it is written when it names one, and the ids of a list before the next. */
const NAMED_START = new RegExp(`\\bAchievements?[ \\t]+(?:\\*\\*|\`)?(?:${ID}${JOIN})*$`);
/** An id in front of what may be its title, as new documents list achievements: `- 1.2 Title`, `| 1.2 | Title |`. */
const TITLED = new RegExp(
  `^[ \\t]*(?:[-*+|]|#{1,6}|\\d+\\.)[ \\t]*(?:\\[[ xX]\\][ \\t]*)?(?:\\*\\*|\`)?(${ID})(?:\\*\\*|\`)?[ \\t]*[|:–—-]?[ \\t]*(?:\\*\\*)?`,
  'gm',
);
/** The ids of PRPs name themselves. */
const PRP = /(?<![\w.-])PRP-\d+(?:\.\d+)+/g;

/** More of a line than any list of ids takes. */
const LOOK_BACK = 400;

/** Whether an id may follow a line's text: behind the word that names achievements, or a header's label. */
export const invitesId = (before: string): boolean => {
  const end = before.slice(-LOOK_BACK);
  return NAMED_START.test(end) || HEADER_START.test(end);
};

/** Ids of the plan that running text names, in a document of any kind; ids the plan does not have are left out. */
export const mentionsInText = (plan: AnalysedPlan, text: string, offset = 0): readonly Mention[] =>
  elementsInText(plan, text, offset)
    .flatMap(({ from, to, span: { start, end } }) => [
      { id: from, span: span(start, start + from.length) },
      ...(to === undefined ? [] : [{ id: to, span: span(end - to.length, end) }]),
    ])
    .filter(({ id }) => plan.byId.has(id));

/** Ids and ranges that running text names, known to the plan or not; some places may come twice. */
export const elementsInText = (plan: AnalysedPlan, text: string, offset = 0): readonly IdElement[] => [
  ...[...text.matchAll(NAMED), ...text.matchAll(HEADER)].flatMap((match) => {
    const list = match[1] ?? '';
    return elementsIn(list, offset + match.index + match[0].length - list.length);
  }),
  ...titled(plan, text, offset),
  ...(plan.kind === 'prp-batch' ? [...text.matchAll(PRP)] : []).flatMap((match) =>
    elementsIn(match[0], offset + match.index),
  ),
];

const titled = ({ byId }: AnalysedPlan, text: string, offset: number): readonly IdElement[] =>
  [...text.matchAll(TITLED)].flatMap(({ 0: whole, 1: id = '', index }) => {
    const title = byId.get(id)?.title;
    const isTitled = title !== undefined && title !== id && text.startsWith(title, index + whole.length);
    return isTitled ? elementsIn(id, offset + index + whole.lastIndexOf(id)) : [];
  });

/** Ids that the Achievement Index of a PLAN lists. */
export const indexedIn = ({ facts }: AnalysedPlan): readonly Mention[] =>
  facts?.achievementIndex()?.entries ?? [];

/** Ids of parallel.json: of the achievements themselves. */
export const parallelIds = ({ parallel }: AnalysedPlan): readonly Mention[] =>
  (parallel?.facts.achievements ?? []).map(idOf);

/** Ids that parallel.json refers to. */
export const parallelReferences = ({ parallel }: AnalysedPlan): readonly Mention[] => [
  ...(parallel?.facts.achievements ?? []).flatMap(referencesOf),
  ...(parallel?.facts.crossPriority ?? []).flatMap(endsOf),
];

/** Ids of both kinds in the one entry of parallel.json that an offset lies in. */
export const parallelMentionsAt = ({ parallel }: AnalysedPlan, offset: number): readonly Mention[] => {
  const isAround = ({ span: { start, end } }: { readonly span: Span }): boolean =>
    start <= offset && offset <= end;
  const entry = parallel?.facts.achievements.find(isAround);
  const crossing = parallel?.facts.crossPriority.find(isAround);
  return [...(entry ? [idOf(entry), ...referencesOf(entry)] : []), ...(crossing ? endsOf(crossing) : [])];
};

const idOf = ({ id, idSpan }: ParallelAchievement): Mention => ({ id, span: unquoted(id, idSpan) });

const referencesOf = ({ dependencies, blocks }: ParallelAchievement): readonly Mention[] =>
  [...dependencies, ...blocks].map(referenceOf);

const endsOf = ({ from, to }: CrossPriorityDependency): readonly Mention[] => [from, to].map(referenceOf);

const referenceOf = ({ value, span: place }: Located): Mention => ({
  id: value,
  span: unquoted(value, place),
});

/**
 * Ids that an achievement's own fields state. Of a range (`1.1-1.3`) the ends have their own places and the ids
 * between share the whole.
 */
export const statedIn = ({ dependencies, blocks }: AchievementFacts, text: string): readonly Mention[] =>
  [...dependencies, ...blocks].map(({ id, span: place }) => {
    const said = sliceOf(text, place);
    if (said.startsWith(id)) return { id, span: span(place.start, place.start + id.length) };
    return said.endsWith(id) ? { id, span: span(place.end - id.length, place.end) } : { id, span: place };
  });

/** Dependencies that the front matter of a PRP file states. */
export const frontMatterIn = ({ achievements }: AnalysedPlan, uri: string): readonly Mention[] =>
  achievements
    .filter((achievement) => achievement.uri === uri)
    .flatMap(({ dependencies }) =>
      dependencies.flatMap(({ id, said }) =>
        said
          .filter(({ by }) => by === 'front-matter')
          .map((place) => ({ id, span: unquoted(id, place.span) })),
      ),
    );

const QUOTES = 2;

/** A value without its quotes. One with an escape in it keeps them: nothing is lost, and no id has one. */
export const unquoted = (value: string, { start, end }: Span): Span =>
  end - start === value.length + QUOTES ? span(start + 1, end - 1) : span(start, end);
