import type { FieldName } from '../model/achievement';

/** The words that label fields. A plan written in other words, or another language, is read with a wider one. */
export interface Vocabulary {
  /** What a label as written means, whatever marks, case and joints it has; `other` for a word that is none of these. */
  nameOf(label: string): FieldName;
  /** False where no word of the text can label dependencies; quick, and true more often than it must be. */
  mayStateDependencies(text: string): boolean;
}

const NOUNS: readonly string[] = ['dependency', 'dependencies', 'deps', 'prerequisite', 'prerequisites'];
/** What may stand before such a noun without making it weaker. */
const KINDS =
  'hard direct key main strict blocking required explicit known internal external technical upstream task achievement plan'.split(
    ' ',
  );

/** Every spelling by what it means (FORMAT A7), lower case and with single blanks. */
const WORDS: Readonly<Record<Exclude<FieldName, 'other'>, readonly string[]>> = {
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

/** A part of every word above for `dependencies` and `blocks`, but for those of everyday prose. */
const TELLING = /depend|block|requi|pre-?req|predecessor|successor|(?:up|down)stream|unlock|relies|awaits|preced|\bdeps\b/i;
/** Those of everyday prose, where they can be a label. */
const LABELLED =
  /(?:needs|needed[ _-](?:by|for)|wait(?:s|ing)[ _-]for|comes?[ _-](?:after|before))(?:[^\p{L}\p{N}\n]{0,8}(?:[:：|=–—→-]|$)|[*_`]{1,3}[ \t])/imu;
const ASCII_WORDS = /^[a-z ]+$/;
/** Joints of synonyms. */
const WORD_JOINT = / (?:and|or) /;
const HAS_LETTERS = /[\p{L}]/u;
const JOINT = /[/&+,]| (?:and|or) /;

const normalised = (label: string): string =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}/&+,]+/gu, ' ')
    .trim();

/**
 * The usual words, with `more` of them by what they mean: `{ abhängigkeiten: 'dependencies' }`. A word of `more` counts
 * before the usual ones.
 */
export const vocabularyOf = (more: Readonly<Record<string, FieldName>> = {}): Vocabulary => {
  const names = new Map<string, FieldName>();
  for (const [name, words] of Object.entries(WORDS)) for (const word of words) names.set(word, name as FieldName);
  const added = Object.entries(more).map(([word, name]) => [normalised(word), name] as const);
  for (const [word, name] of added) names.set(word, name);
  const stating = added.filter(([, name]) => name === 'dependencies' || name === 'blocks');
  const ofParts = (label: string): FieldName => {
    const found = new Set(label.split(JOINT).map((part) => names.get(part.trim()) ?? 'other'));
    if (found.size === 1) return [...found][0] ?? 'other';
    // `Dependencies and risks` states dependencies, `Goal / Notes` is no goal
    return found.size === 2 && found.has('other') && found.has('dependencies') ? 'dependencies' : 'other';
  };
  return {
    nameOf(label) {
      const word = label.trim().toLowerCase();
      const known = names.get(word);
      if (known !== undefined) return known;
      if (!HAS_LETTERS.test(word) || (ASCII_WORDS.test(word) && !WORD_JOINT.test(word))) return 'other';
      const plain = normalised(label);
      return names.get(plain) ?? ofParts(plain);
    },
    mayStateDependencies: (text) =>
      TELLING.test(text) || LABELLED.test(text) || mentions(text, stating.map(([word]) => word)),
  };
};

const mentions = (text: string, words: readonly string[]): boolean => {
  if (words.length === 0) return false;
  const plain = normalised(text);
  return words.some((word) => plain.includes(word));
};

/** The words of the methodology with their usual synonyms, in English. */
export const usualWords: Vocabulary = vocabularyOf();
