import { columnsOf, shortened } from '../../engine/graph/columns';
import { hundredths } from '../../engine/model/effort';
import type { Takes } from '../../engine/schedule/effect';
import type { PlanSchedule } from '../../engine/schedule/planSchedule';
import { hoursWords } from '../../engine/words/hours';
import { printable } from '../../engine/words/printable';
import {
  criticalWords,
  forecastWords,
  makespanWords,
  NOTHING_TO_SCHEDULE,
  savedWords,
  scheduleNotes,
  workWords,
} from '../../engine/words/scheduleWords';
import { counted } from '../../shared/counted';
import type { Paint } from '../terminal/style';
import type { ScheduleAnswer } from './scheduleAnswer';

/** What `schedule` shows to people: the figures, the table of who does what when, the curve, what is to be known. */
export const scheduleText = (answer: ScheduleAnswer, paint: Paint, width: number): string => {
  const { plan, schedule, effects } = answer;
  const heading = `${paint('bold', plan.name)}  ${workWords(schedule)}`;
  const parts =
    schedule.tasks.length === 0
      ? [[heading, `  ${NOTHING_TO_SCHEDULE}`]]
      : [
          [heading, ...summary(answer)],
          table(schedule, paint, width),
          curve(schedule, paint),
          effects.map(({ kind, id, dependsOn, before, after }) => {
            const change = `${kind === 'add' ? 'If' : 'Unless'} ${printable(id)} depends on ${printable(dependsOn)}`;
            return `  ${change}: ${effectWords(before, after)}`;
          }),
        ];
  return [...parts, indented(scheduleNotes(schedule, answer.asked))]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
};

const summary = ({ schedule, asked }: ScheduleAnswer): readonly string[] =>
  indented([
    ...criticalWords(schedule),
    makespanWords(schedule),
    savedWords(schedule),
    forecastWords(schedule, asked),
  ]);

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

type Row = readonly string[];

/** One line per achievement, in the order of their starts; the last column takes what is left of the width. */
const table = ({ tasks, executors }: PlanSchedule, paint: Paint, width: number): readonly string[] => {
  const rows = [...tasks]
    .sort((one, other) => one.start - other.start || one.executor - other.executor || one.end - other.end)
    .map(({ start, end, slack, together, achievement }): Row => {
      const name = together.map((each) => printable(executors[each] ?? `${each + 1}`)).join(', ');
      return [
        figure(start),
        figure(end),
        figure(slack),
        name,
        printable(`${achievement.id} ${achievement.title}`),
      ];
    });
  const lines = aligned([['From', 'To', 'Slack', 'Executor', 'Achievement'], ...rows], 3);
  return lines.map((line, at) => paint(at === 0 ? 'dim' : 'plain', shortened(line, width)));
};

const curve = ({ curve: points, best }: PlanSchedule, paint: Paint): readonly string[] => {
  const rows = points.map(
    ({ executors, makespan, bound, isOptimal }): Row => [
      `${executors}`,
      figure(makespan),
      isOptimal ? '' : figure(bound),
      executors === best ? 'best' : '',
    ],
  );
  const lines = aligned([['Executors', 'Hours', 'At least', ''], ...rows], 3);
  return lines.map((line, at) => paint(at === 0 ? 'dim' : 'plain', line.trimEnd()));
};

const figure = (hours: number): string => `${hundredths(hours)}`;

/** Columns of the same width, the first `figures` of them aligned to the right; the last one is as it is. */
const aligned = (rows: readonly Row[], figures: number): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((most, row) => Math.max(most, columnsOf(row[column] ?? '')), 0),
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const gap = ' '.repeat((widths[column] ?? 0) - columnsOf(cell));
      if (column < figures) return gap + cell;
      return column === row.length - 1 ? cell : cell + gap;
    });
    return `  ${cells.join('  ')}`;
  });
};

const effectWords = (before: Takes, after: Takes): string => {
  const path = `critical path ${change(before.criticalPath, after.criticalPath)}`;
  const makespan = `makespan ${change(before.makespan, after.makespan)}`;
  const more = after.achievements - before.achievements;
  return `${path}, ${makespan}${more > 0 ? `, and ${counted(more, 'achievement')} more can be scheduled` : ''}`;
};

const change = (before: number, after: number): string =>
  figure(before) === figure(after)
    ? `stays ${hoursWords(before)}`
    : `${hoursWords(after)} instead of ${hoursWords(before)}`;
