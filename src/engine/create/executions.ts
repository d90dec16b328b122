import type { SubExecution } from '../facts/parallelFacts';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { readStrangeName, readWorkName } from '../model/fileName';
import { childUri, nameOf } from '../model/uri';
import { effortWords } from '../words/hours';
import { stepOf } from '../workflow/step';
import { type DocumentSource, link, oneLine } from './content';
import type { NamedPlan } from './naming';
import { numberedParts } from './parts';
import { LISTED } from './relations';

/** `01`, as file names and headers have it. */
export const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** `2.1.2 Write the parser`. */
export const partName = ({ id, title }: SubExecution): string =>
  oneLine(title === undefined || title === id ? id : `${id} ${title}`);

/** The executions that parallel.json plans, as a numbered list; empty where it plans none. */
export const plannedList = ({ achievement }: Pick<DocumentSource, 'achievement'>): string =>
  numberedParts(achievement)
    .map(({ number, part }) => `${number}. ${[partName(part), ...detailsOf(part)].join(', ')}`)
    .join('\n');

const detailsOf = ({ effort, executor, dependencies }: SubExecution): readonly string[] => [
  ...(effort ? [effortWords(effort)] : []),
  ...(executor === undefined ? [] : [`by ${oneLine(executor)}`]),
  ...(dependencies.length > 0 ? [`after ${dependencies.map(oneLine).join(', ')}`] : []),
];

/** Rows of the SUBPLAN's table of EXECUTION_TASKs: the planned parts, or the first execution. */
export const executionTable = ({ plan, achievement, names, folder }: DocumentSource): string => {
  const parts = numberedParts(achievement);
  const numbers = parts.length > 0 ? parts.map(({ number }) => number) : [1];
  const rows = numbers.map((number) => {
    const name = names.execution(achievement.id, number);
    const label = /_([^_]+_\d+)\.md$/.exec(name)?.[1] ?? twoDigits(number);
    return `| ${label} | ${link(folder, childUri(plan.folders.executions, name))} | Not Started |`;
  });
  return ['| Execution | Document | Status |', '| --- | --- | --- |', ...rows].join('\n');
};

/** The other executions of the achievement, there or planned. */
export const otherExecutions = (source: DocumentSource): string => {
  const { achievement, plan, names, folder, number } = source;
  const known = knownExecutions(plan, achievement);
  const numbers = new Set(known.map((each) => each.number));
  const there = known.map((each) => ({
    ...each,
    line: `- ${link(folder, each.uri)}`,
  }));
  const planned = numberedParts(achievement)
    .filter((each) => each.number !== number && !numbers.has(each.number))
    .map((each) => {
      const uri = childUri(plan.folders.executions, names.execution(achievement.id, each.number));
      return { number: each.number, line: `- ${link(folder, uri)} (planned: ${partName(each.part)})` };
    });
  const lines = [...there, ...planned]
    .sort((one, other) => (one.number ?? 0) - (other.number ?? 0))
    .map(({ line }) => line);
  const shown = lines.slice(0, LISTED);
  if (lines.length > shown.length) shown.push(`- and ${lines.length - shown.length} more`);
  return shown.join('\n');
};

/** `01` of `EXECUTION_TASK_X_11_01.md`. */
export const numberOf = (uri: string, plan: NamedPlan): string | undefined =>
  (readWorkName(nameOf(uri), plan) ?? readStrangeName(nameOf(uri))?.reads)?.number;

const knownExecutions = (plan: AnalysedPlan, { executions }: AnalysedAchievement) =>
  executions.map((uri) => {
    const number = numberOf(uri, plan);
    return { uri, number: number === undefined ? undefined : Number(number) };
  });

/** How many executions the achievement is going to have, as far as anything says. */
export const executionCount = ({ plan, achievement, number }: DocumentSource): number =>
  Math.max(number, stepOf(plan, achievement).executions.total);

/** What has to be finished before this part can start, with links to the parts that are meant. */
export const partDependencies = ({ part, plan, achievement, names, folder }: DocumentSource): string => {
  if (!part) return '';
  const parts = new Map(numberedParts(achievement).map((each) => [each.part.id, each]));
  return part.dependencies
    .map((id) => {
      const other = parts.get(id);
      if (!other) return `- ${oneLine(id)}`;
      const uri = childUri(plan.folders.executions, names.execution(achievement.id, other.number));
      return `- ${partName(other.part)}: ${link(folder, uri)}`;
    })
    .join('\n');
};
