/** So many are named one by one. */
const MOST = 5;

/** Names in a sentence: `1.1`, `1.1 and 1.2`, `1.1, 1.2, 1.3, 1.4, 1.5 and 3 more`. */
export const firstFew = (names: readonly string[]): string => {
  const shown = names.length > MOST + 1 ? names.slice(0, MOST) : names;
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
};
