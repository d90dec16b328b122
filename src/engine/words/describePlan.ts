import { counted } from '../../shared/counted';
import { firstOf, listed } from '../../shared/listed';
import { sentence } from '../../shared/sentence';
import { complianceOf, FURTHER_SECTIONS } from '../document/plan/compliance';
import type { PlanFacts } from '../facts/planFacts';
import type { AnalysedPlan } from '../model/analysis';
import type { PlanTime, PriorityTime, Time } from '../model/time';
import { actualWords, planTimeWords } from '../progress/timeWords';
import { inHours } from '../schedule/durations';
import type { Network } from '../schedule/network';
import { networkIn } from '../schedule/networkIn';
import { isCertain } from '../schedule/taskTimes';
import { contradictionsOf } from '../state/stateOfPlan';
import { claimWords, contradictionWords, isStated, planStateWords } from '../state/words';
import { coverageWords } from './coverage';
import { hoursWords, shortEffort } from './hours';
import { levelTitle } from './levels';
import { escapeMarkdown } from './markdown';
import { waitPlace, waitWords, wholePlanWaits } from './waits';

/** The card of a plan as Markdown, for hovers and tooltips: progress, time, and which of the usual sections it has. */
export const describePlan = (plan: AnalysedPlan): string => {
  const { complete, total } = plan.progress;
  return [
    `**${escapeMarkdown(plan.name)}**`,
    `${complete} of ${counted(total, 'achievement')} complete`,
    ...stateLines(plan),
    ...waitLines(plan),
    ...timeLines(plan.time()),
    ...pathLines(networkIn(plan)),
    ...(plan.facts ? sectionLines(plan.facts) : []),
  ].join('\n\n');
};

/** The state where something says it, what contradicts it, and what makes figures lack. */
const stateLines = (plan: AnalysedPlan): readonly string[] => {
  const contradicting = contradictionsOf(plan);
  const claim = plan.legacyClaim();
  const coverage = coverageWords(plan);
  return [
    ...(isStated(plan) ? [`State: ${planStateWords(plan)}`] : []),
    ...(contradicting.length > 0 ? [sentence(contradictionWords(contradicting))] : []),
    ...(claim ? [claimWords(claim)] : []),
    ...(coverage === undefined ? [] : [sentence(coverage)]),
  ].map(escapeMarkdown);
};

/** Each plan that comes first, with the place that says so. */
const waitLines = (plan: AnalysedPlan): readonly string[] =>
  wholePlanWaits(plan).map((wait) =>
    escapeMarkdown(`Waits for ${waitWords(wait)}, as ${waitPlace(wait)} says`),
  );

/** Nothing where nothing is estimated. */
const timeLines = (time: PlanTime): readonly string[] => {
  const words = planTimeWords(time);
  if (words === undefined) return [];
  return [words, ...(time.actual ? [`Took ${actualWords(time.actual)}`] : []), ...timeTable(time)];
};

/** A row for every level with open work, else for every such priority; the first ones where there are many. */
const timeTable = ({ levels, priorities }: PlanTime): readonly string[] => {
  const groups = [
    ...levels.map((group) => ({ label: levelTitle(group.level), group })),
    ...(levels.length > 0 ? [] : priorities).map((group) => ({ label: priorityLabel(group), group })),
  ].filter(({ group }) => group.complete < group.total);
  if (groups.length < 2) return [];
  const rows = groups.slice(0, mostRows).map(({ label, group }) => rowOf(label, group));
  const more = groups.length - rows.length;
  const table = ['| | Complete | Left | In parallel |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return [table, ...(more > 0 ? [`and ${more} more`] : [])];
};

/** The critical path, where none of it is a guess and it is more than one achievement. */
const pathLines = (network: Network | undefined): readonly string[] => {
  if (!network || !isCertain(network) || network.timing.path.length < 2) return [];
  const { path, length } = network.timing;
  const hours = inHours(length);
  const { first, more } = firstOf(path.map((node) => escapeMarkdown(network.achievements[node]?.id ?? '')));
  const rest = more > 0 ? ` and ${more} more` : '';
  return [`Critical path, ${hoursWords(hours)}: ${first.join(' → ')}${rest}`];
};

const mostRows = 12;

const priorityLabel = ({ priority }: PriorityTime): string =>
  priority === undefined ? 'No priority' : `Priority ${escapeMarkdown(priority)}`;

const rowOf = (label: string, { complete, total, open, parallel }: Time): string => {
  const hours = [open, parallel?.open].map((effort) => (effort && effort.max > 0 ? shortEffort(effort) : ''));
  return `| ${[label, `${complete}/${total}`, ...hours].join(' | ')} |`;
};

const sectionLines = (facts: PlanFacts): readonly string[] => {
  const { present, of, percent, missing, missingFurther } = complianceOf(facts);
  const further = FURTHER_SECTIONS.length;
  const lacks =
    missing.length > 0 ? `; lacks ${escapeMarkdown(listed(missing.map(({ title }) => title)))}` : '';
  return [
    `Sections: ${present} of ${of} usual (${percent} %)${lacks}`,
    `${further - missingFurther.length} of ${further} further sections of the template`,
  ];
};
