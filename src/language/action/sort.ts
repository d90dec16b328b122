import type { CodeAction } from 'vscode-languageserver-types';
import { areSorted, sortAchievements, sortGuarded } from '../../engine/edit/json/sortAchievements';
import type { Engine } from '../../engine/engine';
import type { DocumentText } from '../../engine/mention/mentions';
import type { AchievementId } from '../../engine/model/ids';
import { LineIndex } from '../../engine/model/text';
import type { Snapshot } from '../../engine/snapshot';
import { isWanted, sortKind } from '../commands';
import { rangeOf } from '../positions';
import type { Refusals } from './offer';

/** What the action carries until it is resolved. */
interface SortReference {
  readonly sort: string;
}

/** The ids of the PLAN that a parallel.json belongs to, in its order; undefined for any other document. */
export const planOrderOf = (snapshot: Snapshot, uri: string): readonly AchievementId[] | undefined => {
  const plan = snapshot.planOf(uri);
  return plan?.parallel?.uri === uri ? plan.facts?.achievements.map(({ id }) => id) : undefined;
};

/**
 * Sorting the achievements of parallel.json in the order of the PLAN, where they are not. `only`: the kinds the client
 * asks for, any without. Without its edit.
 */
export const sortActionsOf = (
  snapshot: Snapshot,
  document: DocumentText,
  only: readonly string[] | undefined,
): CodeAction[] => {
  const { uri } = document;
  if (!isWanted(sortKind, only) || !isUnsorted(snapshot, document)) return [];
  return [
    {
      title: 'Sort achievements in the order of the PLAN',
      kind: sortKind,
      data: { sort: uri } satisfies SortReference,
    },
  ];
};

/**
 * Adds the edit to an action of this kind; gives any other back as it is. Without it where the guard refuses it, which
 * is told and logged.
 */
export const resolveSortAction = async (
  engine: Engine,
  action: CodeAction,
  refusals: Refusals,
): Promise<CodeAction> => {
  if (!isReference(action.data)) return action;
  const uri = action.data.sort;
  const order = planOrderOf(engine.snapshot, uri);
  const text = await engine.read(uri);
  if (!order || text === undefined) return action;
  const sorted = sortGuarded(text, order);
  if (!sorted.ok) {
    refusals.log(action.title, uri, sorted.error);
    refusals.tell(sorted.error);
    return action;
  }
  const lines = new LineIndex(text);
  const edits = sorted.value.map(({ span, newText }) => ({ range: rangeOf(lines, span), newText }));
  return edits.length > 0 ? { ...action, edit: { changes: { [uri]: edits } } } : action;
};

/** Asked at every move of the caret, so the text is only read where the facts leave a doubt. */
const isUnsorted = (snapshot: Snapshot, { uri, text }: DocumentText): boolean => {
  const order = planOrderOf(snapshot, uri);
  const facts = snapshot.planOf(uri)?.parallel?.facts;
  if (!order || !facts || areSorted(facts.achievements, order)) return false;
  if (facts.problems.some(({ kind }) => kind === 'malformed')) return false;
  return facts.dialect === 'achievements' || sortAchievements(text, order).length > 0;
};

const isReference = (data: unknown): data is SortReference =>
  typeof data === 'object' && data !== null && 'sort' in data && typeof data.sort === 'string';
