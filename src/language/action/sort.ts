import type { CodeAction } from 'vscode-languageserver-types';
import { areSorted, sortAchievements, sortGuarded } from '../../engine/edit/json/sortAchievements';
import type { Engine } from '../../engine/engine';
import type { AchievementId } from '../../engine/model/ids';
import type { Snapshot } from '../../engine/snapshot';
import { sortKind } from '../commands';
import { type ActionNeeds, type ActionSource, withEdits } from './action';

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
 * Sorting the achievements of parallel.json in the order of the PLAN, where they are not. What the guard refuses is told
 * and logged.
 */
export const sorting: ActionSource = {
  kind: sortKind,
  offered: async ({ engine }, { uri }) => {
    if (!(await isUnsorted(engine, uri))) return [];
    const data: SortReference = { sort: uri };
    return [{ title: 'Sort achievements in the order of the PLAN', kind: sortKind, data }];
  },
  resolved: (needs, action) =>
    isReference(action.data) ? resolved(needs, action, action.data.sort) : undefined,
};

const resolved = async (
  { engine, refusals }: ActionNeeds,
  action: CodeAction,
  uri: string,
): Promise<CodeAction> => {
  const order = planOrderOf(engine.snapshot, uri);
  const text = await engine.read(uri);
  if (!order || text === undefined) return action;
  const sorted = sortGuarded(text, order);
  if (sorted.ok) return withEdits(action, uri, text, sorted.value);
  refusals.log(action.title, uri, sorted.error);
  refusals.tell(sorted.error);
  return action;
};

/** Asked at every move of the caret, so the text is only read where the facts leave a doubt. */
const isUnsorted = async (engine: Engine, uri: string): Promise<boolean> => {
  const { snapshot } = engine;
  const order = planOrderOf(snapshot, uri);
  const facts = snapshot.planOf(uri)?.parallel?.facts;
  if (!order || !facts || areSorted(facts.achievements, order)) return false;
  if (facts.problems.some(({ kind }) => kind === 'malformed')) return false;
  return (
    facts.dialect === 'achievements' || sortAchievements((await engine.read(uri)) ?? '', order).length > 0
  );
};

const isReference = (data: unknown): data is SortReference =>
  typeof data === 'object' && data !== null && 'sort' in data && typeof data.sort === 'string';
