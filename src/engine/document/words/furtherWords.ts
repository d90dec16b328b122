import { LIFECYCLES, type Lifecycle } from '../../model/lifecycle';
import { FIELD_NAMES, type KnownField, plainLabel, type Vocabulary, vocabularyOf } from './vocabulary';

/** What a word of the workspace's own can mean: a field, the label of a status, a status, or that there is none. */
export const MEANINGS = [...FIELD_NAMES, 'status', 'none', 'not started', ...LIFECYCLES] as const;

export type Meaning = (typeof MEANINGS)[number];

/** Words that a workspace uses besides the usual ones, such as those of its language. */
interface FurtherWords {
  /** The usual labels of fields and the further ones. */
  readonly vocabulary: Vocabulary;
  /** By the words in small letters. */
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** The spellings to look for in a text, by what they mean. */
  readonly spellings: ReadonlyMap<Meaning, readonly string[]>;
}

const isMeaning = (value: unknown): value is Meaning => (MEANINGS as readonly unknown[]).includes(value);
const isField = (meaning: Meaning): meaning is KnownField =>
  (FIELD_NAMES as readonly Meaning[]).includes(meaning);
const isState = (meaning: Meaning): meaning is Lifecycle =>
  (LIFECYCLES as readonly Meaning[]).includes(meaning);

const wordsOf = (labels: ReadonlyMap<string, Meaning>): FurtherWords => {
  const spellings = new Map<Meaning, string[]>();
  const meanings = new Map<string, Meaning>();
  const fields: Record<string, KnownField> = {};
  for (const [word, meaning] of labels) {
    meanings.set(plainLabel(word), meaning);
    const written = [word, word.toLowerCase(), word.charAt(0).toUpperCase() + word.slice(1)];
    spellings.set(meaning, [...new Set([...(spellings.get(meaning) ?? []), ...written])]);
    if (isField(meaning)) fields[word] = meaning;
  }
  return { vocabulary: vocabularyOf(fields), meanings, spellings };
};

const NO_WORDS = wordsOf(new Map());
let inForce = NO_WORDS;

/**
 * From now on this process reads documents with these words besides the usual ones: `{ "Abhängigkeiten": "dependencies" }`.
 * One for all readers, as a locale is: a process reads one workspace, and what it has read must be read again.
 * @param labels the setting `parallelPlans.labels`; anything but an object counts as empty
 * @returns the words whose meaning is none of {@link MEANINGS}; they are left out
 */
export const useFurtherWords = (labels: unknown): readonly string[] => {
  const entries = typeof labels === 'object' && labels !== null ? Object.entries(labels) : [];
  const usable = entries.filter(
    (entry): entry is [string, Meaning] => isMeaning(entry[1]) && plainLabel(entry[0]) !== '',
  );
  inForce = usable.length === 0 ? NO_WORDS : wordsOf(new Map(usable));
  return entries.filter((entry) => !usable.some(([word]) => word === entry[0])).map(([word]) => word);
};

/** The labels of fields that count in this process. */
export const vocabularyInForce = (): Vocabulary => inForce.vocabulary;

/** What a whole label or value means by the further words alone. */
export const furtherMeaning = (text: string): Meaning | undefined =>
  inForce === NO_WORDS ? undefined : inForce.meanings.get(plainLabel(text));

/** The ways in which further words of a meaning are written. */
export const furtherSpellings = (meaning: Meaning): readonly string[] => inForce.spellings.get(meaning) ?? [];

/** Whether an item begins with a further word for none. */
export const beginsWithNone = (tokens: readonly { readonly text: string }[]): boolean => {
  if (inForce === NO_WORDS) return false;
  const text = `${plainLabel(tokens.map((token) => token.text).join(' '))} `;
  return [...inForce.meanings].some(([word, meaning]) => meaning === 'none' && text.startsWith(`${word} `));
};

/** The state that a text begins with in a further word for it, and how long that word with its marks is. */
export const furtherStateIn = (
  text: string,
): { readonly state: Lifecycle; readonly length: number } | undefined => {
  if (inForce === NO_WORDS) return undefined;
  const most = Math.min(text.length, LONGEST_LABEL);
  for (let length = most; length > 0; length--) {
    const isWhole = LETTER.test(text.charAt(length - 1)) && !LETTER.test(text.charAt(length));
    const meaning = isWhole ? furtherMeaning(text.slice(0, length)) : undefined;
    if (meaning === 'not started') return { state: 'planning', length };
    if (meaning !== undefined && isState(meaning)) return { state: meaning, length };
  }
  return undefined;
};

const LONGEST_LABEL = 80;
const LETTER = /[\p{L}\p{N}]/u;
const DIVIDER = /[:：|=]/;
const MARKS = '*_`| \t';

/**
 * The further label that a line begins with, behind any marks and in front of a colon or the next cell, with the column
 * where its value begins.
 */
export const furtherLabelIn = (
  line: string,
): { readonly meaning: Meaning; readonly from: number } | undefined => {
  if (inForce === NO_WORDS) return undefined;
  const start = line.slice(0, LONGEST_LABEL).search(LETTER);
  if (start === -1) return undefined;
  const length = line.slice(start, start + LONGEST_LABEL).search(DIVIDER);
  const meaning = length === -1 ? undefined : furtherMeaning(line.slice(start, start + length));
  if (meaning === undefined) return undefined;
  let from = start + length + 1;
  while (from < line.length && MARKS.includes(line.charAt(from))) from++;
  return { meaning, from };
};
