import type { DeclaredLevel, ParallelFacts } from '../facts/parallelFacts';
import type { AchievementId } from '../model/ids';
import type { Span } from '../model/text';

/** Where a parallel.json puts an achievement: in a group, or by a number of its own. */
export interface DeclaredPlace {
  readonly number: number;
  /** The id in the group, or the number. */
  readonly span: Span;
}

/** One way in which a parallel.json says what comes first. */
export interface DeclaredOrder {
  /** `level`, `wave`, `dependency_level`: what a number of it is called. */
  readonly name: DeclaredLevel['key'];
  /** What has the same number is said to run at the same time. */
  readonly isParallel: boolean;
  /** The numbers stand in the achievements themselves. */
  readonly isOwn: boolean;
  readonly places: ReadonlyMap<AchievementId, DeclaredPlace>;
}

/** Everything a parallel.json says about what comes first; an id that stands twice counts where it stands first. */
export const declaredOrders = ({ groups, achievements }: ParallelFacts): readonly DeclaredOrder[] => {
  const orders = new Map<string, DeclaredOrder & { places: Map<AchievementId, DeclaredPlace> }>();
  const add = (name: DeclaredLevel['key'], isOwn: boolean, id: AchievementId, place: DeclaredPlace): void => {
    const key = `${name} ${isOwn}`;
    const order = orders.get(key) ?? { name, isOwn, isParallel: name !== 'level', places: new Map() };
    orders.set(key, order);
    if (!order.places.has(id)) order.places.set(id, place);
  };
  for (const { kind, number, members } of groups) {
    for (const { id, span } of members) add(kind, false, id, { number, span });
  }
  for (const { id, declaredLevel } of achievements) {
    if (declaredLevel) add(declaredLevel.key, true, id, declaredLevel);
  }
  return [...orders.values()];
};
