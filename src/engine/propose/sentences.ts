import type { AchievementFacts } from '../facts/planFacts';
import type { AchievementId } from '../model/ids';
import type { Span } from '../model/text';
import { achievementAt, candidate, type ProposalContext, type ProposalSource, quoted } from './context';
import { type NamedIds, namedIn } from './named';
import type { Candidate } from './proposal';
import { inRelation, isAsked, relationOf, sentenceAround } from './relation';
import { twoEndedIn } from './statements';

/**
 * Sentences in the text of an achievement that name another one. Words such as "after", "builds on", "once … is done"
 * make it a likely dependency, "needed by", "before" and the like one in the other direction, "independent of" none.
 * A mention without such a word is a possible dependency on what stands further up in the PLAN, and nothing where it
 * names what comes later. Fields that state dependencies, and sentences with both ends, are read elsewhere.
 */
export const fromSentences: ProposalSource = function* (context) {
  const isRead = readElsewhere(context);
  for (const named of namedIn(context, context.document)) {
    const own = achievementAt(context, named.span.start);
    if (own && !isRead(own, named.span)) yield* said(context, own.id, named);
  }
};

const said = (
  context: ProposalContext,
  own: AchievementId,
  { ids, span }: NamedIds,
): readonly Candidate[] => {
  const { document, order } = context;
  const relation = relationOf(...sentenceAround(document.text, span.start, span.end));
  if (relation === 'apart' || isAsked(document.text, span.end)) return [];
  if (relation !== undefined) {
    const evidence = quoted('sentence', document, span);
    return ids.flatMap((id) => candidate(context, inRelation(relation, own, id), 'likely', evidence));
  }
  const place = order.get(own) ?? 0;
  const evidence = quoted('mention', document, span);
  return ids
    .filter((id) => (order.get(id) ?? 0) < place)
    .flatMap((id) => candidate(context, [own, id], 'possible', evidence));
};

const readElsewhere = (context: ProposalContext): ((own: AchievementFacts, place: Span) => boolean) => {
  const sentences = twoEndedIn(context).map(({ span }) => span);
  let next = 0;
  return ({ mayStateDependencies, fields }, { start }) => {
    while ((sentences[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    if ((sentences[next]?.start ?? Number.POSITIVE_INFINITY) <= start) return true;
    return (
      mayStateDependencies &&
      fields.some(
        ({ name, block }) =>
          (name === 'dependencies' || name === 'blocks') && block.start <= start && start < block.end,
      )
    );
  };
};
