import { ownText } from './ownText';

/** Beyond that many different texts there is little chance to meet the same again. */
const MOST = 1_000;

/** The same function with a memory: equal texts are worked out once. For short texts that come again and again. */
export const remembered = <T>(answer: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    if (known.size >= MOST) known.clear();
    const found = answer(text);
    known.set(ownText(text), found);
    return found;
  };
};
