import { beginsWithNone } from '../words/furtherWords';
import type { Token } from './tokens';

const NONE =
  /^(?:none|nothing|nil|null|n\/a|na|n\.a|keine?|keines|nichts|aucune?|rien|ninguna?|ninguno|nada|nessuna?|geen|ohne|нет|なし|无|無|没有|없음)$/;
const BUT = /^(?:but|besides|beyond|except|other|else|of)$/;
const NO_SUCH =
  /^(?:dependency|dependencies|deps?|prerequisites?|prereqs?|blockers?|predecessors?|requirements?|achievements?|tasks?|others?|further|known|hard|external|internal)$/;

/** Whether an item begins with a word for none: `None (can start at once)`, `No dependencies`, `-`. */
export const saysNothing = (tokens: readonly Token[]): boolean => {
  const [first, second] = tokens;
  if (first?.kind === 'range') return tokens.length === 1;
  if (first?.kind !== 'word') return false;
  if (beginsWithNone(tokens)) return true;
  const word = first.text.toLowerCase();
  const next = second?.text.toLowerCase() ?? '';
  if (NONE.test(word)) return !BUT.test(next);
  if (word === 'not') return next === 'applicable';
  return word === 'no' && (second === undefined || NO_SUCH.test(next));
};

const OPEN =
  /^(?:tbd|tbc|tba|tbs|todo|fixme|unknown|unclear|undecided|undetermined|unspecified|x\.y|n\.m|x\.x)$/;
const OPEN_ALONE = /^(?:pending|open|undefined|later)$/;
const DECIDED =
  /^(?:known|decided|determined|defined|confirmed|clarified|discussed|specified|announced|identified|clear|added|filled)$/;

/** How many tokens at `at` leave open what is meant (`TBD`, `to be determined`, `not yet known`); 0 where they do not. */
export const isOpenQuestion = (tokens: readonly Token[], at: number): number => {
  const [word, second, third] = [0, 1, 2].map((ahead) => tokens[at + ahead]?.text.toLowerCase() ?? '');
  if (word === undefined) return 0;
  if (OPEN.test(word) || (tokens.length === 1 && OPEN_ALONE.test(word))) return 1;
  const isThree = (word === 'to' && second === 'be') || (word === 'not' && second === 'yet');
  return isThree && DECIDED.test(third ?? '') ? 3 : 0;
};
