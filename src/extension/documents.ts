import { PARALLEL_NAMES } from '../engine/model/fileName';

/** A letter in either case. */
const letter = (char: string): string => `[${char.toUpperCase()}${char.toLowerCase()}]`;
const anyCase = (word: string): string => word.replace(/[A-Z]/g, letter);

const markdownNames = [
  'PLAN_',
  anyCase('PRP'),
  ...['SUBPLAN', 'EXECUTION_TASK', 'APPROVED', 'FIX', 'SKIPPED'].map((word) => `${anyCase(word)}[_ -]`),
];

/** The documents the engine reads, of any scheme: unsaved text of these is what every view shows. */
export const documentSelector = [
  ...markdownNames.map((name) => ({ language: 'markdown', pattern: `**/${name}*.${anyCase('MD')}` })),
  ...PARALLEL_NAMES.flatMap((name) =>
    ['json', 'jsonc'].map((language) => ({ language, pattern: `**/${name}` })),
  ),
];
