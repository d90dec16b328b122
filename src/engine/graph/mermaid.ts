import type { Status } from '../model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { printable } from '../words/printable';
import { type EdgeKind, edgesOf, unknownIn } from './edges';
import { type Group, groupsOf, NO_ACHIEVEMENTS } from './groups';
import { NODE_COLOURS, TEXT_COLOUR } from './nodeColours';
import { type WordsOf, wordsIn } from './nodeWords';

/**
 * Everything but letters, digits, spaces and a few harmless signs. Letters include the ligature that Mermaid puts in
 * the place of `#` while it parses.
 */
const MARKUP = /[^\p{L}\p{M}\p{N} .,()/'-]|\ufb02/gu;

/** The beginnings of what Mermaid looks for after decoding: line breaks, formulas, icons, and its own marks for codes. */
const LATE_MARKUP = /\\(?=n)|\$(?=\$)|fa[bklrs]?:(?=fa-)|\ufb02(?=\u00b0)|\u00b6(?=\u00df)/g;
/** A character that nobody sees and that hides the rest from Mermaid. */
const JOINER = '\u2060';

/**
 * Text inside the quotes of a Mermaid label: shown as it is, whatever it says. Signs are entity codes, which Mermaid
 * decodes after parsing (https://mermaid.js.org/syntax/flowchart.html, "Entity codes to escape characters").
 */
export const escapeMermaid = (text: string): string =>
  printable(text)
    .replace(LATE_MARKUP, (start) => start + JOINER)
    .replace(MARKUP, (sign) => (sign === '"' ? '#quot;' : `#${sign.codePointAt(0)};`));

const ARROWS: Readonly<Record<EdgeKind, string>> = {
  satisfied: '-->',
  waiting: '-->',
  cycle: '-. cycle .->',
  behind: '-.->',
  unknown: '-.->',
};

/** Round corners are of what is open, straight ones of what is complete, double sides of what failed. */
const FRAMES: Readonly<Partial<Record<Status, readonly [before: string, after: string]>>> = {
  complete: ['[', ']'],
  failed: ['[[', ']]'],
};
const OPEN_FRAME = ['(', ')'] as const;
const DASHED = ',stroke-dasharray:6 4';

/**
 * The dependency graph as a Mermaid flowchart, one subgraph per level, a class and a frame per status, states in words. Nodes are
 * named by their number, so that no text of a document is ever syntax. Arrows point to what depends.
 */
export const toMermaid = (plan: AnalysedPlan): string => {
  const edges = edgesOf(plan);
  const unknown = unknownIn(edges);
  const names = namesOf(plan, unknown);
  const words = wordsIn(plan);
  const nameOf = (id: AchievementId): string => names.get(id) ?? '';
  const { complete, total } = plan.progress;
  return [
    'flowchart LR',
    `  accTitle: Dependencies of ${escapeMermaid(plan.name)}`,
    `  accDescr: ${complete} of ${total} complete. Arrows point from a dependency to what depends on it.`,
    ...(plan.achievements.length === 0 ? [`  n0("${NO_ACHIEVEMENTS}")`] : []),
    ...groupsOf(plan).flatMap((group, at) => subgraph(group, at, nameOf, words)),
    ...unknown.map((id) => `  ${nameOf(id)}["${lines(id, 'not in the plan')}"]`),
    ...edges.map(({ achievement, dependsOn, kind }) =>
      ['', '', nameOf(dependsOn), ARROWS[kind], nameOf(achievement)].join(' '),
    ),
    ...classLines(plan, nameOf, words),
    '',
  ].join('\n');
};

const namesOf = (
  { achievements }: AnalysedPlan,
  unknown: readonly AchievementId[],
): ReadonlyMap<AchievementId, string> =>
  new Map([
    ...achievements.map(({ id }, at) => [id, `n${at}`] as const),
    ...unknown.map((id, at) => [id, `u${at}`] as const),
  ]);

const subgraph = (
  { title, achievements }: Group,
  at: number,
  nameOf: (id: AchievementId) => string,
  wordsOf: WordsOf,
): readonly string[] => [
  `  subgraph g${at}["${escapeMermaid(title)}"]`,
  ...achievements.map((each) => {
    const [before, after] = FRAMES[each.status] ?? OPEN_FRAME;
    return `    ${nameOf(each.id)}${before}"${labelOf(each, wordsOf)}"${after}`;
  }),
  '  end',
];

const labelOf = (achievement: AnalysedAchievement, wordsOf: WordsOf): string =>
  lines(`${achievement.id} ${achievement.title}`, wordsOf(achievement).join(', '));

/** A label of several lines; the break is the only markup there is. */
const lines = (...texts: readonly string[]): string => texts.map(escapeMermaid).join('<br/>');

/** Lines of their own: a colour in one line with other text would be taken for the end of an entity code. */
const classLines = (
  { achievements }: AnalysedPlan,
  nameOf: (id: AchievementId) => string,
  wordsOf: WordsOf,
): readonly string[] => {
  const members = new Map<Status, string[]>();
  const critical: string[] = [];
  for (const achievement of achievements) {
    const name = nameOf(achievement.id);
    const known = members.get(achievement.status);
    if (known) known.push(name);
    else members.set(achievement.status, [name]);
    if (wordsOf(achievement).includes('critical')) critical.push(name);
  }
  return [
    ...[...members].flatMap(([status, names]) => [
      `  classDef ${status} fill:${NODE_COLOURS[status].fill},stroke:${NODE_COLOURS[status].line},color:${TEXT_COLOUR}${status === 'skipped' ? DASHED : ''}`,
      `  class ${names.join(',')} ${status}`,
    ]),
    ...(critical.length > 0
      ? ['  classDef critical stroke-width:4px', `  class ${critical.join(',')} critical`]
      : []),
  ];
};
