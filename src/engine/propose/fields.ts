import { candidate, type ProposalSource, quoted } from './context';

/**
 * What `Dependencies` and `Blocks` fields state, with their synonyms and "Prerequisite for" (FORMAT A7): certain.
 */
export const fromFields: ProposalSource = function* (context) {
  const { document } = context;
  for (const { id, dependencies, blocks } of context.achievements) {
    for (const stated of dependencies) {
      yield* candidate(
        context,
        [id, stated.id],
        'certain',
        quoted('dependencies-field', document, stated.span),
      );
    }
    for (const stated of blocks) {
      yield* candidate(context, [stated.id, id], 'certain', quoted('blocks-field', document, stated.span));
    }
  }
};
