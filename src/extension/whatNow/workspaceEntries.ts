import type { AnalysedPlan } from '../../engine/model/analysis';
import { isGoing } from '../../engine/model/lifecycle';
import { countReady } from '../../engine/model/readiness';
import { printable } from '../../engine/words/printable';
import { type Agenda, type Urgency, urgencyOf } from '../../engine/workflow/agenda';
import { counted } from '../../shared/counted';
import type { Entry } from './entry';
import { claimEntries, dependencyEntries, moreEntry, stepEntry, waitEntries } from './stepEntries';

/** So many of one plan among several. */
const MOST_OF_ONE = 5;

/**
 * What can be done in several plans, each under its name: the plan with the most urgent thing first.
 * @param inFront the plan somebody looks at
 */
export const workspaceEntries = (
  agendas: readonly Agenda[],
  inFront: AnalysedPlan | undefined,
): readonly Entry[] => [...agendas.flatMap(planPart), onePlanEntry(inFront)];

/** `2 to fix, 1 to review, 7 ready in 4 plans`: what there is to do, and how much is ready as every view counts it. */
export const agendaWords = (agendas: readonly Agenda[]): string => {
  const steps = agendas.flatMap(({ now }) => now);
  const count = (urgency: Urgency): number => steps.filter((each) => urgencyOf(each) === urgency).length;
  const [fix, review] = [count('fix'), count('review')];
  const parts = [
    ...(fix > 0 ? [`${fix} to fix`] : []),
    ...(review > 0 ? [`${review} to review`] : []),
    `${agendas.filter(({ plan }) => isGoing(plan)).reduce((sum, each) => sum + readyIn(each), 0)} ready`,
  ];
  const unordered = agendas.filter(({ lacksDependencies }) => lacksDependencies).length;
  const order = unordered === 0 ? '' : `; ${unordered} ${unordered === 1 ? 'states' : 'state'} no order`;
  return `${parts.join(', ')} in ${counted(agendas.length, 'plan')}${order}`;
};

const readyIn = ({ plan, taken }: Agenda): number => countReady(plan, plan.achievements, taken);

const planPart = (agenda: Agenda): readonly Entry[] => {
  const { plan } = agenda;
  const ready = agenda.lacksDependencies ? 'no order stated' : `${readyIn(agenda)} ready`;
  const heading = `${printable(plan.name)}: ${plan.progress.complete} of ${plan.progress.total} complete, ${ready}`;
  const entries = [
    ...waitEntries(plan),
    ...claimEntries(plan),
    ...dependencyEntries(agenda),
    ...agenda.now.map((step) => stepEntry(plan, step)),
  ];
  const shown = entries.length > MOST_OF_ONE ? entries.slice(0, MOST_OF_ONE - 1) : entries;
  const more = agenda.later.length + entries.length - shown.length;
  return [...shown, ...(more > 0 ? [moreEntry(plan, more, 'first')] : [])].map((each) => ({
    ...each,
    group: 'plans' as const,
    heading,
  }));
};

const onePlanEntry = (inFront: AnalysedPlan | undefined): Entry => ({
  group: 'plans',
  heading: inFront ? 'The plan you look at' : 'Plans',
  icon: 'list-selection',
  isWayOut: true,
  label: inFront ? printable(`Only ${inFront.name}`) : 'Choose a plan…',
  description: '',
  detail: 'Everything that can be done in one plan, several documents at once, its graph and its prompts',
  does: [{ label: 'Show', command: 'whatNow', args: inFront ? [inFront.uri] : [undefined, 'choose'] }],
});
