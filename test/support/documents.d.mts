/** What a PLAN says about an achievement. */
export interface WrittenAchievement {
  /** `Title of <id>` where left out. */
  readonly title?: string;
  /** The number of the priority heading above it; none but the first ones can be without. */
  readonly priority?: string | undefined;
  /** Markdown below the definition. */
  readonly lines?: readonly string[];
}

/** Markdown around the achievements: between the title and their section, and after them. */
export interface AroundAchievements {
  readonly above?: string | undefined;
  readonly below?: string | undefined;
}

/** By their ids: a record, or entries where an id comes twice. */
export type Achievements<T> = Readonly<Record<string, T>> | readonly (readonly [id: string, T])[];

/** A PLAN that defines these achievements; a text is what stands below the definition. */
export function planDocument(
  name: string,
  achievements: Achievements<string | WrittenAchievement>,
  around?: AroundAchievements,
): string;

/**
 * A parallel.json of these achievements: ids that one depends on, or all its properties but the id. `rest` are other
 * properties of the file, and may replace the usual ones.
 */
export function parallelDocument(
  plan: string,
  achievements: Achievements<readonly string[] | Readonly<Record<string, unknown>>>,
  rest?: Readonly<Record<string, unknown>>,
): string;
