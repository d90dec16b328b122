/** A command of the extension with its arguments. */
export interface Invocation {
  /** Without `parallelPlans.`. */
  readonly command: string;
  readonly args: readonly unknown[];
}

/** Something to choose. */
export interface Entry {
  readonly group: 'now' | 'batch' | 'plan' | 'undo' | 'plans';
  /** Written above the first of several that have the same; the group's own words where it is left out. */
  readonly heading?: string;
  /** Chosen by `0`, wherever it stands. */
  readonly isWayOut?: boolean;
  /** Name of a codicon. */
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  /** Why, or what is missing. */
  readonly detail: string;
  /** What choosing it does; with several, the person is asked which. Empty: it cannot be done now. */
  readonly does: readonly (Invocation & { readonly label: string })[];
}

/** How much of a plan is listed: what comes first, or also what is folded away behind it. */
export type Extent = 'first' | 'whole';
