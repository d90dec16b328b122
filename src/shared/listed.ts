const MOST = 8;

/** The start of a long list, with the number left out. */
export const firstOf = (
  all: readonly string[],
): { readonly first: readonly string[]; readonly more: number } => {
  const first = all.length > MOST ? all.slice(0, MOST) : all;
  return { first, more: all.length - first.length };
};

/** `1.1, 1.2`; a long list is cut with the number left out: `1.1, … and 4 more`. */
export const listed = (all: readonly string[]): string => {
  const { first, more } = firstOf(all);
  return `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};
