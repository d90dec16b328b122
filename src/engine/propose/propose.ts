import type { DocumentText } from '../mention/mentions';
import type { AnalysedPlan } from '../model/analysis';
import type { Edge } from '../model/edge';
import type { AchievementId } from '../model/ids';
import { parallelStatements } from '../statement/statement';
import { createContext, type ProposalContext, type ProposalSource } from './context';
import { fromDeliverables } from './deliverables';
import { fromFields } from './fields';
import { fromPriorities, statesDependencies } from './priorities';
import type { Candidate, Proposal } from './proposal';
import { resolve } from './resolve';
import { fromSentences } from './sentences';
import { fromStatements } from './statements';
import { fromSubplans } from './subplans';

export interface ProposalOptions {
  /** Let achievements of which nothing says what they need wait for the priority before. */
  readonly byPriority: boolean;
  /** SUBPLANs, by achievement. */
  readonly subplans?: ReadonlyMap<AchievementId, DocumentText>;
  /** What a language model said. */
  readonly said?: readonly Candidate[];
}

const SOURCES: readonly ProposalSource[] = [
  fromFields,
  fromStatements,
  fromSentences,
  fromDeliverables,
  fromSubplans,
];

/**
 * The dependencies that a PLAN suggests, each with its evidence; deterministic, and without cycles. What the plan's
 * parallel.json states already stays and is not proposed again. Where an achievement states its dependencies, what else
 * suggests some is at most possible.
 *
 * @param plan where parallel.json is, and what it says
 * @param planText the PLAN as it is now
 */
export const proposeDependencies = (
  plan: AnalysedPlan,
  planText: string,
  { byPriority, subplans = new Map(), said = [] }: ProposalOptions,
): Proposal => {
  const context = createContext(plan, { uri: plan.uri, text: planText }, subplans);
  const { parallel } = plan;
  const present = parallel ? parallelStatements(parallel.uri, parallel.facts).map(ends) : [];
  const found = SOURCES.flatMap((source) => [...source(context)]);
  const candidates = [...weakened(context, found), ...said];
  const fallback = byPriority
    ? fromPriorities(context, [...present, ...candidates])
    : { candidates: [], tooMany: [] };
  const known = { order: context.order, present };
  return {
    achievements: [...context.order.keys()],
    ...resolve([...candidates, ...fallback.candidates], known),
    tooMany: fallback.tooMany,
  };
};

const ends = ({ dependent, dependency }: Edge): Edge => ({ dependent, dependency });

const weakened = (
  { achievements }: ProposalContext,
  candidates: readonly Candidate[],
): readonly Candidate[] => {
  const stating = new Set(achievements.filter(statesDependencies).map(({ id }) => id));
  return candidates.map((each) =>
    each.confidence === 'likely' && stating.has(each.dependent) ? { ...each, confidence: 'possible' } : each,
  );
};
