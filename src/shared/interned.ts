/** Beyond that many there is little chance to meet the same again. */
const MOST = 10_000;

/** Gives equal short texts back as one and the same string, as long as not too many different ones come by. */
export const createIntern = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    known.set(text, text);
    return text;
  };
};
