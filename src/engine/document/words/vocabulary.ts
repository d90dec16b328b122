import { ownText } from '../../../shared/ownText';
import type { FieldName } from '../../facts/field';

/** The words that label fields. A plan written in other words, or another language, is read with a wider one. */
export interface Vocabulary {
  /** What a label as written means, whatever marks, case and joints it has; `other` for a word that is none of these. */
  nameOf(label: string): FieldName;
}

const NOUNS: readonly string[] = ['dependency', 'dependencies', 'deps', 'prerequisite', 'prerequisites'];
/** What may stand before such a noun without making it weaker. */
const KINDS =
  'hard direct key main strict blocking required explicit known internal external technical upstream task achievement plan'.split(
    ' ',
  );

/** What a label means that is known. */
export type KnownField = Exclude<FieldName, 'other'>;

/** Every spelling by what it means (FORMAT A7), lower case and with single blanks. */
const WORDS: Readonly<Record<KnownField, readonly string[]>> = {
  effort: [
    'effort',
    'estimated effort',
    'effort estimate',
    'estimate',
    'estimated time',
    'time estimate',
    'time',
    'duration',
    'estimated duration',
    'estimated hours',
  ],
  actual: [
    'actual',
    'actual effort',
    'actual time',
    'actual duration',
    'actual hours',
    'time spent',
    'hours spent',
    'time taken',
  ],
  goal: ['goal', 'objective', 'purpose', 'description'],
  what: ['what'],
  success: ['success', 'success criteria', 'acceptance criteria', 'done when'],
  deliverables: ['deliverable', 'deliverables'],
  tests: ['test', 'tests', 'testing', 'testing requirements', 'tests required'],
  dependencies: [
    ...NOUNS,
    ...KINDS.flatMap((kind) => NOUNS.map((noun) => `${kind} ${noun}`)),
    'depends',
    'depends on',
    'depends upon',
    'dependent on',
    'dependent upon',
    'relies on',
    'requires',
    'required achievements',
    'needs',
    'blocked by',
    'is blocked by',
    'blocked on',
    'blocker',
    'blockers',
    'waits for',
    'waiting for',
    'waits on',
    'waiting on',
    'builds on',
    'gated by',
    'dep',
    'awaits',
    'prereq',
    'prereqs',
    'pre req',
    'pre reqs',
    'pre requisite',
    'pre requisites',
    'predecessor',
    'predecessors',
    'upstream',
    'must come after',
    'comes after',
  ],
  blocks: [
    'blocks',
    'blocking',
    'unblocks',
    'unlocks',
    'enables',
    'prerequisite for',
    'prerequisite of',
    'dependency of',
    'dependents',
    'required by',
    'is required by',
    'required for',
    'needed by',
    'needed for',
    'successor',
    'successors',
    'downstream',
    'precedes',
    'must come before',
    'comes before',
  ],
};

export const FIELD_NAMES = Object.keys(WORDS) as readonly KnownField[];

/** The usual words for a field, lower case and with single blanks. */
export const usualWordsFor = (name: KnownField): readonly string[] => WORDS[name];

/** Words and sentences that are no label in any spelling. */
const ORDINARY = /^[a-z][a-z0-9 .,;!?'"]*$/;
/** No label is longer. */
const LONGEST = 80;
const MOST_UNUSUAL = 1000;
/** Joints of synonyms. */
const JOINT = /[/&+,]| (?:and|or) /;
const WORD_JOINT = /,| (?:and|or) /;

/** A label without capitals, remarks and marks: what two spellings of one label have in common. */
export const plainLabel = (label: string): string =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)|[\uFE00-\uFE0F\u200D]/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}/&+,]+/gu, ' ')
    .trim();

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const USUAL: readonly (readonly [word: string, name: FieldName])[] = Object.entries(WORDS).flatMap(
  ([name, words]) =>
    words.flatMap((word) => [word, capitalised(word)].map((each) => [each, name as FieldName] as const)),
);

/**
 * The usual words, with `more` of them by what they mean: `{ abhängigkeiten: 'dependencies' }`. A word of `more` counts
 * before the usual ones.
 */
export const vocabularyOf = (more: Readonly<Record<string, FieldName>> = {}): Vocabulary => {
  const names = new Map<string, FieldName>(USUAL);
  /** Words that took long: the same ones come again with every keystroke. */
  const unusual = new Map<string, FieldName>();
  for (const [word, name] of Object.entries(more)) names.set(plainLabel(word), name);
  return {
    nameOf(label) {
      const usual = names.get(label);
      if (usual !== undefined) return usual;
      if (label.length > LONGEST) return 'other';
      const word = label.toLowerCase();
      const known = names.get(word);
      if (known !== undefined) return known;
      if (ORDINARY.test(word) && !WORD_JOINT.test(word)) return 'other';
      const seen = unusual.get(word);
      if (seen !== undefined) return seen;
      const plain = plainLabel(word);
      const name = names.get(plain) ?? nameOfParts(plain, names);
      if (unusual.size >= MOST_UNUSUAL) unusual.clear();
      unusual.set(ownText(word), name);
      return name;
    },
  };
};

/** `Dependencies / Prerequisites` are dependencies, and so are `Dependencies and risks`; `Goal / Notes` is no goal. */
const nameOfParts = (label: string, names: ReadonlyMap<string, FieldName>): FieldName => {
  const found = new Set(label.split(JOINT).map((part) => names.get(part.trim()) ?? 'other'));
  if (found.size === 1) return [...found][0] ?? 'other';
  return found.size === 2 && found.has('other') && found.has('dependencies') ? 'dependencies' : 'other';
};
