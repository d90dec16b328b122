import type { AnalysedPlan } from '../../engine/model/analysis';
import { stateMark } from '../../engine/model/lifecycle';
import { coverageWords } from '../../engine/words/coverage';
import { levelTitle, NO_LEVEL } from '../../engine/words/levels';
import { printable } from '../../engine/words/printable';
import { toJson } from '../../shared/toJson';
import { type Paint, painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { exitCodeOf, pathIn, type Workspace } from '../workspace/workspace';

/** `levels`: the dependency levels, each with the achievements that may run at the same time. */
export const levels = (terminal: Terminal, workspace: Workspace, format: 'text' | 'json'): number => {
  terminal.out(format === 'json' ? toJson(levelsJson(workspace)) : levelsText(workspace, painter(terminal)));
  return exitCodeOf(workspace);
};

const levelsJson = (workspace: Workspace): unknown => ({
  plans: workspace.plans.map((plan) => ({
    name: plan.name,
    path: pathIn(workspace, plan.uri),
    dependencySource: plan.dependencySource,
    levels: plan.levels.map(({ level, achievements, complete }) => ({ level, achievements, complete })),
    unlevelled: plan.achievements
      .filter(({ level }) => level === undefined)
      .map(({ id, levelReason }) => ({ id, reason: levelReason ?? null })),
    cycles: plan.cycles,
  })),
});

const levelsText = (workspace: Workspace, paint: Paint): string =>
  workspace.plans.length === 0
    ? 'No plans found.'
    : workspace.plans.map((plan) => planLines(plan, paint).join('\n')).join('\n\n');

const planLines = (plan: AnalysedPlan, paint: Paint): readonly string[] => {
  const rest = plan.achievements.filter(({ level }) => level === undefined).map(({ id }) => printable(id));
  const mark = stateMark(plan);
  const coverage = coverageWords(plan);
  return [
    `${paint('bold', plan.name)}${mark === undefined ? '' : ` (${mark})`}`,
    ...(coverage === undefined ? [] : [`  Known: ${coverage}`]),
    ...plan.levels.map(
      ({ level, achievements, complete }) =>
        `  ${levelTitle(level)}: ${achievements.map(printable).join(', ')} ${paint('dim', `(${complete}/${achievements.length} complete)`)}`,
    ),
    ...(rest.length > 0
      ? [`  ${plan.dependencySource === 'none' ? 'No dependencies stated' : NO_LEVEL}: ${rest.join(', ')}`]
      : []),
    ...plan.cycles.map((cycle) => paint('red', `  Cycle: ${cycle.join(' → ')}`)),
  ];
};
