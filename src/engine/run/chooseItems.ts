import { counted } from '../../shared/counted';
import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import type { AchievementId } from '../model/ids';

/** Which items of a plan a run is about. */
export type RunSelection =
  | { readonly by: 'all' }
  | { readonly by: 'only'; readonly ids: readonly AchievementId[] }
  /** It and everything behind it in the plan. */
  | { readonly by: 'from'; readonly id: AchievementId }
  /** A dependency level, from 0. */
  | { readonly by: 'level'; readonly level: number };

/** What a selection is made from. */
export interface Choosable {
  readonly id: AchievementId;
  readonly level: number | undefined;
}

/** The ids that are meant, in plan order. Fails for ids and levels that the plan does not have. */
export const chooseItems = (
  plan: { readonly name: string; readonly items: readonly Choosable[] },
  selection: RunSelection,
): Result<ReadonlySet<AchievementId>, UserError> => {
  const { items, name } = plan;
  const unknown = (ids: readonly AchievementId[]) =>
    fail(new UserError(`${name} has no ${counted(ids.length, 'achievement').slice(2)} ${ids.join(', ')}.`));
  switch (selection.by) {
    case 'all':
      return ok(new Set(items.map(({ id }) => id)));
    case 'only': {
      const asked = new Set(selection.ids);
      const known = items.filter(({ id }) => asked.has(id)).map(({ id }) => id);
      const chosen = new Set(known);
      const strays = [...asked].filter((id) => !chosen.has(id));
      return strays.length > 0 ? unknown(strays) : ok(chosen);
    }
    case 'from': {
      const at = items.findIndex(({ id }) => id === selection.id);
      return at < 0 ? unknown([selection.id]) : ok(new Set(items.slice(at).map(({ id }) => id)));
    }
    case 'level': {
      const chosen = items.filter(({ level }) => level === selection.level).map(({ id }) => id);
      if (chosen.length > 0) return ok(new Set(chosen));
      const last = Math.max(-1, ...items.flatMap(({ level }) => level ?? []));
      const levels = last < 0 ? 'has no levels' : `has levels 0 to ${last}`;
      return fail(new UserError(`There is no level ${selection.level}: ${name} ${levels}.`));
    }
  }
};
