/** The list without `undefined`; the same list where it has none, for long ones are copied at a price. */
export const withoutGaps = <T>(list: readonly (T | undefined)[]): readonly T[] =>
  list.includes(undefined) ? list.filter((each) => each !== undefined) : (list as readonly T[]);
