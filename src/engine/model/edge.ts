import type { AchievementId } from './ids';

/** "`dependent` depends on `dependency`." */
export interface Edge {
  readonly dependent: AchievementId;
  readonly dependency: AchievementId;
}

export const sameEdge = (one: Edge, other: Edge): boolean =>
  one.dependent === other.dependent && one.dependency === other.dependency;

/** The same text for the same edge alone, whatever stands in its ids: a key of maps and sets. */
export const edgeKey = ({ dependent, dependency }: Edge): string => JSON.stringify([dependent, dependency]);

/** What an achievement depends on, as an edge. */
export const edgeOf = ({ id, dependsOn }: BreakableDependency): Edge => ({
  dependent: id,
  dependency: dependsOn,
});

export interface BreakableDependency {
  readonly id: AchievementId;
  readonly dependsOn: AchievementId;
}

/** A dependency that a plan does not have, or one that it does, with what becomes of it. */
export interface DependencyChange extends BreakableDependency {
  readonly kind: 'add' | 'remove';
}
