import { groupBy } from '../../shared/groupBy';
import { ownText } from '../../shared/ownText';
import type { AchievementId } from './achievement';

/** File names of parallel.json, the usual one first (FORMAT B3). */
export const PARALLEL_NAMES: readonly string[] = [
  'parallel.json',
  'PARALLEL-EXECUTION-ANALYSIS.json',
  'parallel-execution.json',
  'parallel_analysis.json',
];

export type NamedKind = 'subplan' | 'execution' | 'approved' | 'fix' | 'skipped';

/** The part of an evidence file's name that tells the achievement. */
export interface EvidenceName {
  readonly kind: NamedKind;
  /** As written: `11`, `1-11`, `08_05`. */
  readonly digits: string;
  /** `01` of `EXECUTION_TASK_X_11_01.md`. */
  readonly number: string | undefined;
  /** `V2`, `RECOVERY`: what follows the numbers; a file without one is the file in force. */
  readonly suffix: string | undefined;
}

export const PREFIXES = { subplan: 'SUBPLAN_', execution: 'EXECUTION_TASK_' } as const;

const PLAN = /^PLAN_(.+)\.md$/;
const FEEDBACK = /^(APPROVED|FIX|SKIPPED)_(\d+(?:-\d+)*)(?:_(.+))?\.md$/;
const FEEDBACK_KINDS = { APPROVED: 'approved', FIX: 'fix', SKIPPED: 'skipped' } as const;
const SUBPLAN_REST = /^(?<digits>\d+(?:-\d+)+|0\d_\d\d|\d+)(?:_(?<suffix>.+))?\.md$/;
const EXECUTION_REST =
  /^(?<digits>\d+(?:-\d+)+|0\d_\d\d(?=_\d)|\d+)(?:_(?<number>\d+))?(?:_(?<suffix>.+))?\.md$/;

/** `<NAME>` of `PLAN_<NAME>.md`; undefined for every other name. */
export const planNameOf = (fileName: string): string | undefined => PLAN.exec(fileName)?.[1];

/** What plans have in common is their numbers: the same few names come again in every one, and are kept once. */
const MOST_NAMES = 1_000;

const remembering = (
  read: (name: string) => EvidenceName | undefined,
): ((name: string) => EvidenceName | undefined) => {
  const known = new Map<string, EvidenceName>();
  return (name) => {
    const before = known.get(name);
    if (before) return before;
    const found = read(name);
    if (known.size >= MOST_NAMES) known.clear();
    if (found) known.set(ownText(name), found);
    return found;
  };
};

/** Reads `APPROVED_11.md`, `FIX_11.md`, `SKIPPED_11.md`. A FIX with a suffix (`FIX_21_RESOLUTION`) is no FIX. */
export const readFeedbackName = remembering((fileName) => {
  const match = FEEDBACK.exec(fileName);
  const kind = FEEDBACK_KINDS[match?.[1] as keyof typeof FEEDBACK_KINDS];
  if (!match?.[2] || (kind === 'fix' && match[3])) return undefined;
  return { kind, digits: ownText(match[2]), number: undefined, suffix: ownText(match[3]) };
});

const restReader = (kind: 'subplan' | 'execution', pattern: RegExp) =>
  remembering((rest) => {
    const { digits, number, suffix } = pattern.exec(rest)?.groups ?? {};
    return digits === undefined
      ? undefined
      : { kind, digits: ownText(digits), number: ownText(number), suffix: ownText(suffix) };
  });

/** By kind, for what follows the name of the plan. */
const REST_READERS = {
  subplan: restReader('subplan', SUBPLAN_REST),
  execution: restReader('execution', EXECUTION_REST),
};

/** Reads `SUBPLAN_<planName>_11.md` and `EXECUTION_TASK_<planName>_11_01.md`; undefined for another plan's files. */
export const readWorkName = (fileName: string, planName: string): EvidenceName | undefined => {
  for (const kind of ['subplan', 'execution'] as const) {
    const start = `${PREFIXES[kind]}${planName}_`;
    if (fileName.startsWith(start)) return REST_READERS[kind](fileName.slice(start.length));
  }
  return undefined;
};

/** An id's digits as file names carry them: `1.1` → `11`. */
export const digitsOf = (id: AchievementId): string => id.replaceAll('.', '');

/**
 * The ids of a plan that the digits of a file name can mean (FORMAT A10): dashes stand for dots, a zero-padded
 * pair (`08_05`) for `8.5`, plain digits for every id with these digits. More than one means ambiguous.
 */
export const idsForDigits = (digits: string, ids: readonly AchievementId[]): readonly AchievementId[] => {
  const exact = exactId(digits);
  return ids.filter((id) => (exact === undefined ? digitsOf(id) === digits : id === exact));
};

/** {@link idsForDigits} for many files of one plan; each id once. */
export const digitsLookup = (
  ids: readonly AchievementId[],
): ((digits: string) => readonly AchievementId[]) => {
  const byDigits = groupBy(ids, digitsOf);
  const known = new Set(ids);
  return (digits) => {
    const exact = exactId(digits);
    if (exact === undefined) return byDigits.get(digits) ?? [];
    return known.has(exact) ? [exact] : [];
  };
};

/** The id that digits spell out; undefined for plain ones, which may mean several. */
const exactId = (digits: string): AchievementId | undefined => {
  if (digits.includes('-')) return digits.replaceAll('-', '.');
  return digits.includes('_') ? digits.split('_').map(Number).join('.') : undefined;
};
