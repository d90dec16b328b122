import type { ParentFacts, ParentKind } from '../facts/parentFacts';

/** A GRAMMAPLAN or NORTH_STAR of the workspace. */
export interface ParentPlan {
  readonly uri: string;
  readonly kind: ParentKind;
  /** `<NAME>` of `GRAMMAPLAN_<NAME>.md`. */
  readonly name: string;
  readonly facts: ParentFacts;
}

/** `GRAMMAPLAN_SHOP`: the name of its file without `.md`. */
export const parentTitle = ({ kind, name }: Pick<ParentPlan, 'kind' | 'name'>): string =>
  `${kind === 'grammaplan' ? 'GRAMMAPLAN' : 'NORTH_STAR'}_${name}`;
