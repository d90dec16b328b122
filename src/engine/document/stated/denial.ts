import { deniesTwice, verdictOf } from './clause';
import { tokensOf } from './tokens';

const JOINS_IDS = new Set(['and', 'or', 'achievement', 'achievements']);
const TURNS = new Set(['but', 'however', 'though', 'yet', 'while', 'whereas']);

/**
 * Whether a sentence denies what it leads to (`does not need`, `can start without`, `neither … nor`, `instead of`,
 * `whether`), or requires it by denying twice (`cannot start before`).
 *
 * @param before the sentence up to a name; other names of the same list may stand at its end
 */
export const denialIn = (before: string): 'denied' | 'required' | undefined => {
  const tokens = tokensOf(before);
  let end = tokens.length;
  for (let token = tokens[end - 1]; end > 0; token = tokens[end - 1]) {
    const isOfList =
      token?.kind === 'id' || token?.kind === 'join' || JOINS_IDS.has(token?.text.toLowerCase() ?? '');
    if (!isOfList) break;
    end--;
  }
  let start = end;
  for (let token = tokens[start - 1]; start > 0; token = tokens[start - 1]) {
    const isEnd =
      token?.kind === 'join' || token?.kind === 'stop' || TURNS.has(token?.text.toLowerCase() ?? '');
    if (isEnd) break;
    start--;
  }
  const words = tokens.slice(start, end).filter(({ kind }) => kind === 'word');
  const said = words.map(({ text }) => text.toLowerCase());
  if (said.includes('whether')) return 'denied';
  if (deniesTwice(said)) return 'required';
  return verdictOf(said, 'dependencies') === 'denied' ? 'denied' : undefined;
};
