/** So many characters of a label are seen in the narrowest side bar. */
const SEEN = 8;
/** So many are kept of what is shortened at least, for names are known by how they begin. */
const HEAD = 3;

/**
 * Labels for names that stand below each other: a name as it is, unless others begin just like it; then what they
 * share is cut out of the middle, so that what tells them apart is seen. Different names have different labels.
 */
export const distinctLabels = (names: readonly string[]): ReadonlyMap<string, string> => {
  const sorted = [...new Set(names)].sort();
  const labels = new Map<string, string>();
  const taken = new Set(sorted);
  for (const [at, name] of sorted.entries()) {
    // in this order nothing has more in common with a name than its neighbours
    const common = Math.max(commonLength(name, sorted[at - 1]), commonLength(name, sorted[at + 1]));
    const short = common < SEEN ? name : shortened(name, common);
    const label = taken.has(short) ? name : short;
    taken.add(label);
    labels.set(name, label);
  }
  return labels;
};

/** The beginning as far as there is room for it, and the end from the word on in which the difference is. */
const shortened = (name: string, common: number): string => {
  const word = Math.max(...SEPARATORS.map((separator) => name.lastIndexOf(separator, common - 1))) + 1;
  const isWordSeen = common === name.length || common - word < SEEN - HEAD - 1;
  const end = name.slice(isWordSeen ? word : common);
  return `${name.slice(0, Math.max(HEAD, SEEN - 1 - end.length))}…${end}`;
};

const SEPARATORS = ['-', '_', ' ', '.', '/'];

const commonLength = (one: string, other = ''): number => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
};
