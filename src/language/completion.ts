import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Snapshot } from '../engine/engine';
import type { DocumentText } from '../engine/mention/mentions';
import type { AchievementId } from '../engine/model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../engine/model/analysis';
import { LineIndex } from '../engine/model/text';
import { type IdSlot, parallelSlotAt, planSlotAt } from './idSlot';
import { rangeOf } from './positions';
import { plainText } from './words';

/**
 * The achievement ids that may stand at an offset: in `dependencies` and `blocks` of parallel.json and in the
 * fields of a PLAN. Never the achievement itself or what its list has already; ids that would close a cycle come
 * last and say so.
 */
export const completionsAt = (
  snapshot: Snapshot,
  document: DocumentText,
  offset: number,
): CompletionItem[] => {
  const plan = snapshot.planOf(document.uri);
  if (!plan) return [];
  const slot =
    plan.parallel?.uri === document.uri
      ? parallelSlotAt(plan, document.text, offset)
      : plan.uri === document.uri
        ? planSlotAt(plan, document.text, offset)
        : undefined;
  if (!slot) return [];
  const range = rangeOf(new LineIndex(document.text), slot.replaced);
  const closing = closingCycle(plan, slot);
  return plan.achievements
    .filter(({ id }) => id !== slot.own && !slot.taken.has(id))
    .map((achievement, order) =>
      toItem(achievement, order, closing.has(achievement.id), slot.isQuoted, range),
    );
};

const toItem = (
  { id, title }: AnalysedAchievement,
  order: number,
  closesCycle: boolean,
  isQuoted: boolean,
  range: ReturnType<typeof rangeOf>,
): CompletionItem => {
  const newText = isQuoted ? JSON.stringify(id) : id;
  const name = plainText(title);
  return {
    label: id,
    labelDetails: { description: closesCycle ? `closes a cycle · ${name}` : name },
    detail: closesCycle ? `${name} (closes a cycle)` : name,
    kind: CompletionItemKind.Reference,
    // document order; an id is found by its title too
    sortText: `${closesCycle ? 1 : 0}${String(order).padStart(7, '0')}`,
    filterText: `${newText} ${name}`,
    textEdit: { range, newText },
  };
};

/** The ids for which the new dependency would lead back to where it starts. */
const closingCycle = (plan: AnalysedPlan, { own, relation }: IdSlot): ReadonlySet<AchievementId> => {
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
