import type { AnalysedPlan } from '../../engine/model/analysis';
import { effectOf } from '../../engine/schedule/effect';
import { networkIn } from '../../engine/schedule/networkIn';
import { planSchedule } from '../../engine/schedule/planSchedule';
import { noScheduleWords } from '../../engine/words/scheduleWords';
import { toJson } from '../../shared/toJson';
import { NothingToDo } from '../../shared/userError';
import { painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { onlyPlan } from '../workspace/onlyPlan';
import { exitCodeOf, type Workspace } from '../workspace/workspace';
import type { ScheduleAnswer, ScheduleOptions } from './scheduleAnswer';
import { scheduleJson } from './scheduleJson';
import { scheduleText } from './scheduleText';

/** What to do about it. */
const PROPOSAL = '`parallel-plans parallel generate` proposes dependencies.';

/** `schedule`: who does what when, how long it takes with how many, and what holds it up. */
export const schedule = (
  terminal: Terminal,
  workspace: Pick<Workspace, 'base' | 'plans' | 'findings'>,
  options: ScheduleOptions,
): number => {
  const plan = onlyPlan(workspace);
  const answer = answerOf(plan, options);
  terminal.out(
    options.format === 'json'
      ? toJson(scheduleJson(workspace, answer))
      : scheduleText(answer, painter(terminal), terminal.width),
  );
  return exitCodeOf(workspace);
};

const answerOf = (plan: AnalysedPlan, options: ScheduleOptions): ScheduleAnswer => {
  const network = networkIn(plan);
  if (!network) {
    throw new NothingToDo(`${noScheduleWords(plan)} ${PROPOSAL}`);
  }
  const made = planSchedule(network, options);
  const effects = options.changes.map((change) => {
    const effect = effectOf(plan, change, made.executors.length);
    if (!effect.ok) throw effect.error;
    return { ...change, ...effect.value };
  });
  return { plan, asked: options, schedule: made, effects };
};
