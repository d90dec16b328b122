import { InvalidArgumentError, Option } from 'commander';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { isFinished, LIFECYCLES, type Lifecycle } from '../../engine/model/lifecycle';
import { counted } from '../../shared/counted';
import type { Workspace } from './workspace';

/** The states a person asked for with `--state`; undefined without it. */
export type AskedStates = readonly Lifecycle[] | undefined;

/** `--state <list|all>`; `usual` says which plans there are without it. */
export const stateOption = (usual: string): Option =>
  new Option(
    '--state <states>',
    `only plans in these states, separated by commas, or all (default: ${usual}): ${LIFECYCLES.join(', ')}`,
  ).argParser(statesOf);

const statesOf = (text: string): readonly Lifecycle[] => {
  const words = text
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter(Boolean);
  if (words.includes('all')) return LIFECYCLES;
  const states = LIFECYCLES.filter((state) => words.includes(state));
  const unknown = words.filter((word) => !states.some((state) => state === word));
  if (unknown.length > 0 || states.length === 0) {
    throw new InvalidArgumentError(`A state is one of ${LIFECYCLES.join(', ')}, or all.`);
  }
  return states;
};

/**
 * The part of a workspace that `--state` asks for, with every problem of its plans. Without it plans that are over are
 * left out where `keepsFinished` is false, unless their file is named, and their problems always are.
 */
export const inStates = (workspace: Workspace, states: AskedStates, keepsFinished: boolean): Workspace => {
  const isAsked = (plan: AnalysedPlan): boolean => states?.includes(plan.state) ?? false;
  if (!states) {
    const isKept = (plan: AnalysedPlan) => keepsFinished || !isFinished(plan) || workspace.isNamed(plan);
    return { ...workspace, plans: workspace.plans.filter(isKept) };
  }
  const findings = workspace.allFindings.filter(({ uri }) => {
    const plan = workspace.ownerOf(uri);
    return plan ? isAsked(plan) : states.length === LIFECYCLES.length;
  });
  return { ...workspace, plans: workspace.plans.filter(isAsked), findings };
};

/** What a person would have to ask for to see. */
export const silencedIn = ({ allFindings, findings }: Workspace): Workspace['findings'] => {
  if (allFindings.length === findings.length) return [];
  const shown = new Set(findings);
  return allFindings.filter((finding) => !shown.has(finding));
};

/** `12 problems in 3 finished plans are not shown (--state all).`; nothing where none is. */
export const silencedLine = ({ ownerOf }: Workspace, silenced: Workspace['findings']): readonly string[] => {
  if (silenced.length === 0) return [];
  const plans = new Set(silenced.map(({ uri }) => ownerOf(uri)));
  const are = silenced.length === 1 ? 'is' : 'are';
  return [
    `${counted(silenced.length, 'problem')} in ${counted(plans.size, 'finished plan')} ${are} not shown (--state all).`,
  ];
};

/** The same for plans: `3 finished plans are not shown (--state all).` */
export const leftOutLine = (all: Workspace, shown: Workspace, states: AskedStates): readonly string[] => {
  const count = states ? 0 : all.plans.length - shown.plans.length;
  return count === 0
    ? []
    : [`${counted(count, 'finished plan')} ${count === 1 ? 'is' : 'are'} not shown (--state all).`];
};

/**
 * `No plan here is paused: 3 are active, 1 is planning.`: instead of nothing at all, where there are plans but none in a
 * state that was asked for; undefined where that is not so.
 */
export const noneAskedLine = (all: Workspace, shown: Workspace, states: AskedStates): string | undefined => {
  if (!states || shown.plans.length > 0 || all.plans.length === 0) return undefined;
  const there = LIFECYCLES.flatMap((state): readonly string[] => {
    const count = all.plans.filter((plan) => plan.state === state).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? 'is' : 'are'} ${state}`];
  });
  return `No plan here is ${states.join(' or ')}: ${there.join(', ')}.`;
};
