import type { Status } from '../model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { compareIds } from '../model/ids';
import { countReady, isReady } from '../model/readiness';
import { coverageWords } from '../words/coverage';
import { shortEffort } from '../words/hours';
import { printable } from '../words/printable';
import { columnsOf, filled, shortened } from './columns';
import { groupsOf, NO_ACHIEVEMENTS, NO_DEPENDENCIES } from './groups';
import { type WordsOf, wordsIn } from './nodeWords';

export interface AsciiOptions {
  /** Columns of the terminal; lines are cut or wrapped to fit. At least 40. */
  readonly width: number;
  /** Colour by ANSI codes; never the only sign of anything. */
  readonly color: boolean;
}

type Paint = (text: string, style: Style) => string;
type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue';

const CODES: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34 };
const MARKS: Readonly<Record<Status, readonly [mark: string, style: Style]>> = {
  not_started: ['[ ]', 'dim'],
  subplan_created: ['[.]', 'blue'],
  execution_created: ['[:]', 'blue'],
  in_progress: ['[~]', 'yellow'],
  complete: ['[x]', 'green'],
  failed: ['[!]', 'red'],
  skipped: ['[-]', 'dim'],
};

/**
 * The dependency graph as lines for a terminal, level by level. What an achievement depends on stands behind its title
 * where there is room, else below it; every state is a mark and a word.
 */
export const toAscii = (plan: AnalysedPlan, { width, color }: AsciiOptions): string => {
  const paint: Paint = (text, style) => (color ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
  const columns = Math.max(40, Math.floor(width));
  const page: Page = { plan, columns, paint, idWidth: idWidthOf(plan), wordsOf: wordsIn(plan) };
  const lines = [
    paint(shortened(summary(plan), columns), 'bold'),
    ...sections(plan).flatMap(({ heading, achievements }) => [
      '',
      paint(shortened(heading, columns), 'bold'),
      ...achievements.flatMap((each) => entry(each, page)),
    ]),
    ...cycleLines(page),
  ];
  return `${lines.join('\n')}\n`;
};

interface Page {
  readonly plan: AnalysedPlan;
  readonly columns: number;
  readonly paint: Paint;
  readonly idWidth: number;
  readonly wordsOf: WordsOf;
}

const idWidthOf = ({ achievements }: AnalysedPlan): number =>
  achievements.reduce((most, { id }) => Math.min(16, Math.max(most, columnsOf(printable(id)))), 0);

const summary = (plan: AnalysedPlan): string => {
  const { name, progress } = plan;
  const ready = plan.isOrderKnown() ? `, ${countReady(plan)} ready` : '';
  return `${printable(name)}: ${progress.complete} of ${progress.total} complete${ready}`;
};

const sections = (plan: AnalysedPlan): readonly Section[] => {
  if (plan.achievements.length === 0) return [{ heading: NO_ACHIEVEMENTS, achievements: [] }];
  const groups = groupsOf(plan).map(({ title, level, achievements }) => {
    const complete = achievements.filter(({ status }) => status === 'complete').length;
    const progress = level === undefined ? '' : ` (${complete} of ${achievements.length} complete)`;
    return { heading: printable(title) + progress, achievements };
  });
  const lacking = plan.dependencySource === 'none' ? NO_DEPENDENCIES : coverageWords(plan);
  return lacking === undefined ? groups : [{ heading: lacking, achievements: [] }, ...groups];
};

interface Section {
  readonly heading: string;
  readonly achievements: readonly AnalysedAchievement[];
}

const entry = (achievement: AnalysedAchievement, page: Page): readonly string[] => {
  const { columns, paint, idWidth } = page;
  const [mark, style] = MARKS[achievement.status];
  const id = shortened(printable(achievement.id), idWidth);
  const start = `  ${paint(mark, style)} ${id}${' '.repeat(idWidth - columnsOf(id))}  `;
  const indent = 6 + idWidth + 2;
  const room = columns - indent;
  const fullTitle = printable(achievement.title);
  const fullState = stateWordsOf(achievement, page, true);
  const needs = needsOf(achievement, page);
  const behind = needs.length > 0 ? `  ${NEEDS}${needs.join(' ')}` : '';
  const isShort = columnsOf(fullTitle + behind) + 2 + columnsOf(fullState) <= room;
  const besideTitle = (title: number): number => Math.max(Math.floor(room / 2), room - title - 2);
  const fits = isShort || columnsOf(fullState) <= besideTitle(columnsOf(fullTitle));
  const state = fits
    ? fullState
    : shortened(
        stateWordsOf(achievement, page, false),
        besideTitle(Math.min(SHORTEST_TITLE, columnsOf(fullTitle))),
      );
  const title = isShort ? fullTitle : shortened(fullTitle, room - columnsOf(state) - 2);
  const beside = isShort ? behind : '';
  const gap = ' '.repeat(Math.max(2, room - columnsOf(title + beside) - columnsOf(state)));
  const first = `${start}${title}${beside && paint(beside, 'dim')}${gap}${paint(state, isReady(achievement) ? 'green' : style)}`;
  const below = isShort ? [] : wrapped(needs, NEEDS, indent, columns);
  return [first, ...below.map((line) => paint(line, 'dim'))];
};

/** Columns of a title that no state takes, unless a line is so short that they share it. */
const SHORTEST_TITLE = 20;

/** "Depends on". */
const NEEDS = '<- ';

/** What it depends on, each with the comma behind it. */
const needsOf = ({ dependencies }: AnalysedAchievement, { plan }: Page): readonly string[] =>
  dependencies
    .map(({ id }) => id)
    .sort(compareIds)
    .map((id, at) => {
      const unknown = plan.byId.has(id) ? '' : ' (not in the plan)';
      return `${printable(id)}${unknown}${at < dependencies.length - 1 ? ',' : ''}`;
    });

/** `names`: also by what it is blocked, where that is not everything it depends on. */
const stateWordsOf = (achievement: AnalysedAchievement, { wordsOf }: Page, names: boolean): string => {
  const { readiness, blockedBy, dependencies, effort } = achievement;
  const isPart = names && readiness === 'blocked' && blockedBy.length < dependencies.length;
  const words = wordsOf(achievement).map((word) =>
    word === 'blocked' && isPart ? `blocked by ${blockedBy.map(printable).join(', ')}` : word,
  );
  return [...words, ...(effort ? [shortEffort(effort)] : [])].join(', ');
};

/** Words behind `lead`, broken between them so that no line is longer than `columns`. */
const wrapped = (
  words: readonly string[],
  lead: string,
  indent: number,
  columns: number,
): readonly string[] => {
  const room = columns - indent - lead.length;
  const lines = filled(
    words.map((word) => shortened(word, room)),
    room,
  );
  return lines.map(
    (each, index) => ' '.repeat(indent) + (index === 0 ? lead : ' '.repeat(lead.length)) + each,
  );
};

const cycleLines = ({ plan: { cycles }, columns, paint }: Page): readonly string[] =>
  cycles.length === 0
    ? []
    : [
        '',
        paint('Cycles ("<-" is "depends on")', 'bold'),
        ...cycles.flatMap((cycle) =>
          wrapped(
            cycle.map((id, index) => printable(id) + (index < cycle.length - 1 ? ' <-' : '')),
            '',
            2,
            columns,
          ).map((line) => paint(line, 'red')),
        ),
      ];
