import { readParallel } from '../../../src/engine/document/parallel/parallelFile';
import type { Proposal } from '../../../src/engine/propose/proposal';
import { type ProposalOptions, proposeDependencies } from '../../../src/engine/propose/propose';
import { planDocument } from '../../support/documents.mjs';
import { buildPlan, PARALLEL_URI } from '../../support/planBuilder';

/** A PLAN whose achievements have these lines below their definitions; ids by priority. */
export const planWith = (bodies: Readonly<Record<string, string>>, rest = ''): string =>
  planDocument(
    'Shop',
    Object.entries(bodies).map(([id, body]) => [
      id,
      { priority: id.split('.')[0], lines: body === '' ? [] : [body] },
    ]),
    { below: rest },
  );

export const propose = (
  plan: string,
  { parallel, ...options }: Partial<ProposalOptions> & { readonly parallel?: string } = {},
): Proposal => {
  const built = buildPlan({ plan });
  const document = parallel === undefined ? undefined : { uri: PARALLEL_URI, facts: readParallel(parallel) };
  return proposeDependencies({ ...built, parallel: document }, plan, { byPriority: false, ...options });
};

/** `2.1 <- 1.1 likely sentence`, with `redundant` behind it where it is. */
export const linesOf = ({ edges }: Proposal): readonly string[] =>
  edges.map(({ dependent, dependency, confidence, evidence, isRedundant }) =>
    [dependent, '<-', dependency, confidence, evidence[0].source, ...(isRedundant ? ['redundant'] : [])].join(
      ' ',
    ),
  );

/** The edges that a body of 2.2 makes in a plan of 1.1, 1.2, 2.1, 2.2 and 3.1. */
export const saidBy = (body: string, rest = ''): readonly string[] =>
  linesOf(propose(planWith({ '1.1': '', '1.2': '', '2.1': '', '2.2': body, '3.1': '' }, rest)));
