import { CompletionItemKind } from 'vscode-languageserver-types';
import type { AnalysedPlan } from '../../engine/model/analysis';
import type { AchievementId } from '../../engine/model/ids';
import { printable } from '../../engine/words/printable';
import { type Offer, sortKey } from './item';
import { escapeSnippet } from './snippet';

/** A place for an id. */
export interface IdPlace {
  /** Whose dependencies or blocks the id joins: ids that would close a cycle then come last and say so. */
  readonly edge?: { readonly own: AchievementId; readonly relation: 'dependencies' | 'blocks' } | undefined;
  /** Ids that may not stand here. */
  readonly without: ReadonlySet<AchievementId>;
  /** How the id is written, quotes included; as it is where this is left out. */
  readonly written?: (id: AchievementId) => string;
  /** Ids to offer before the others. */
  readonly first?: (id: AchievementId) => boolean;
}

/** The ids of a plan that may stand at a place, in the order of the document, with their titles. */
export const idOffers = (plan: AnalysedPlan, place: IdPlace): Offer[] => {
  const { edge, without, written = (id) => id, first = () => false } = place;
  const closing = edge ? closingCycle(plan, edge) : new Set<AchievementId>();
  return plan.achievements
    .filter(({ id }) => id !== edge?.own && !without.has(id))
    .map(({ id, title }, order) => {
      const name = printable(title);
      const newText = written(id);
      const closes = closing.has(id);
      return {
        label: id,
        detail: closes ? `closes a cycle · ${name}` : name,
        kind: CompletionItemKind.Reference,
        snippet: escapeSnippet(newText),
        // an id is found by its title too
        filter: `${newText} ${name}`,
        sort: sortKey(closes ? 2 : first(id) ? 0 : 1, order),
      };
    });
};

/** The ids for which the new dependency would lead back to where it starts. */
const closingCycle = (
  plan: AnalysedPlan,
  { own, relation }: NonNullable<IdPlace['edge']>,
): ReadonlySet<AchievementId> => {
  const next = (id: AchievementId): readonly AchievementId[] => {
    const achievement = plan.byId.get(id);
    if (!achievement) return [];
    return relation === 'dependencies'
      ? achievement.dependents
      : achievement.dependencies.map((dependency) => dependency.id);
  };
  const reached = new Set<AchievementId>();
  const waiting = [own];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const other of next(id)) {
      if (reached.has(other)) continue;
      reached.add(other);
      waiting.push(other);
    }
  }
  return reached;
};
