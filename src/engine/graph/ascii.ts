import type { Status } from '../model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { shortEffort } from '../model/effort';
import { compareIds } from '../model/ids';
import { isKnownReady } from '../model/readiness';
import { statusWords } from '../model/status';
import { groupsOf, NO_DEPENDENCIES } from './groups';
import { columnsOf, filled, printable, shortened } from './plainText';

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

/** The dependency graph as lines for a terminal: level by level, what each achievement depends on below it. */
export const toAscii = (plan: AnalysedPlan, { width, color }: AsciiOptions): string => {
  const paint: Paint = (text, style) => (color ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
  const columns = Math.max(40, Math.floor(width));
  const { complete, total } = plan.progress;
  const list = (achievements: readonly AnalysedAchievement[]): readonly string[] =>
    entries(achievements, columns, paint);
  const lines = [
    paint(shortened(`${printable(plan.name)}: ${complete} of ${total} complete`, columns), 'bold'),
    ...sections(plan).flatMap(({ heading, achievements }) => [
      '',
      paint(shortened(heading, columns), 'bold'),
      ...list(achievements),
    ]),
    ...cycleLines(plan, columns, paint),
  ];
  return `${lines.join('\n')}\n`;
};

const sections = (plan: AnalysedPlan): readonly Section[] => {
  if (plan.achievements.length === 0) return [{ heading: 'No achievements', achievements: [] }];
  const groups = groupsOf(plan).map(({ title, level, achievements }) => {
    const complete = achievements.filter(({ status }) => status === 'complete').length;
    const progress = level === undefined ? '' : ` (${complete} of ${achievements.length} complete)`;
    return { heading: printable(title) + progress, achievements };
  });
  return plan.dependencySource === 'none'
    ? [{ heading: NO_DEPENDENCIES, achievements: [] }, ...groups]
    : groups;
};

interface Section {
  readonly heading: string;
  readonly achievements: readonly AnalysedAchievement[];
}

const entries = (
  achievements: readonly AnalysedAchievement[],
  columns: number,
  paint: Paint,
): readonly string[] => {
  const idWidth = Math.min(16, Math.max(0, ...achievements.map(({ id }) => columnsOf(printable(id)))));
  return achievements.flatMap((achievement) => {
    const [mark, style] = MARKS[achievement.status];
    const id = shortened(printable(achievement.id), idWidth);
    const start = `${id}${' '.repeat(idWidth - columnsOf(id))}  `;
    const room = columns - 6 - columnsOf(start);
    const fullTitle = printable(achievement.title);
    const stateRoom = Math.max(Math.floor(room / 2), room - columnsOf(fullTitle) - 2);
    const state = shortened(stateWords(achievement), stateRoom);
    const title = shortened(fullTitle, room - columnsOf(state) - 2);
    const gap = ' '.repeat(Math.max(2, room - columnsOf(title) - columnsOf(state)));
    const first = `  ${paint(mark, style)} ${start}${title}${gap}${paint(state, isKnownReady(achievement) ? 'green' : style)}`;
    const needs = achievement.dependencies.map((each) => printable(each.id)).sort(compareIds);
    const listed = needs.map((need, index) => (index < needs.length - 1 ? `${need},` : need));
    return [first, ...wrapped(listed, '<- ', 6 + idWidth + 2, columns).map((line) => paint(line, 'dim'))];
  });
};

const stateWords = (achievement: AnalysedAchievement): string => {
  const { status, blockedBy, levelReason, effort } = achievement;
  const words = [statusWords(status)];
  if (isKnownReady(achievement)) words.unshift('ready');
  if (blockedBy.length > 0) words.push(`blocked by ${blockedBy.map(printable).join(', ')}`);
  if (levelReason === 'in-cycle') words.push('in a cycle');
  if (effort) words.push(shortEffort(effort));
  return words.join(', ');
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

const cycleLines = ({ cycles }: AnalysedPlan, columns: number, paint: Paint): readonly string[] =>
  cycles.length === 0
    ? []
    : [
        '',
        paint('Cycles ("depends on")', 'bold'),
        ...cycles.flatMap((cycle) =>
          wrapped(
            cycle.map((id, index) => printable(id) + (index < cycle.length - 1 ? ' ->' : '')),
            '',
            2,
            columns,
          ).map((line) => paint(line, 'red')),
        ),
      ];
