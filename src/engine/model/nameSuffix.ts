/** What stands behind the numbers in the name of a SUBPLAN, EXECUTION_TASK or feedback file. */
export interface NameSuffix {
  /** `NOTES` of `SUBPLAN_X_11_NOTES.md`; undefined where nothing is left but the marks below. */
  readonly suffix: string | undefined;
  /** Grows with later attempts: 1 without a mark, 2 for `_V2`, more for `_RECOVERY`; less than 1 for older versions. */
  readonly attempt: number;
  /** A copy by its name: `_ARCHIVED`, `_NESTED_ARCHIVED`, ` (1)`, ` - Copy`. */
  readonly isCopy: boolean;
}

const COPY = /(?:^|[_ -])(?:(?:NESTED[_ -])?ARCHIVED?|COPY(?:[_ -]?\d{1,3})?|\(\d{1,3}\))$/i;
const VERSION = /^(?:V|VERSION[_ -]?|ATTEMPT[_ -]?|TRY[_ -]?|REV[_ -]?)(\d{1,3})$/i;
const RECOVERY = /^(?:V(\d{1,3})[_ -])?(?:RECOVERY|RETRY|REDO)(?:[_ -]?V?(\d{1,3}))?$/i;
const OLDER = /^(?:OLD|ORIGINAL|BACKUP|BAK|SUPERSEDED|OBSOLETE)$/i;

const FIRST = 1;
/** A version that calls itself the first stands beside a later one without a mark. */
const MARKED_FIRST = 0.5;
/** A recovery comes after every version. */
const AFTER_VERSIONS = 1_000;

/** @param written what follows the numbers, without its separator and the extension; may be empty */
export const readSuffix = (written: string): NameSuffix => {
  let rest = written;
  for (let mark = COPY.exec(rest); mark; mark = COPY.exec(rest)) {
    rest = rest.slice(0, mark.index).replace(/[_ -]{1,3}$/, '');
  }
  const isCopy = rest !== written;
  const attempt = rest === '' ? FIRST : attemptOf(rest);
  return { suffix: attempt === undefined ? rest : undefined, attempt: attempt ?? FIRST, isCopy };
};

const attemptOf = (mark: string): number | undefined => {
  if (OLDER.test(mark)) return 0;
  const version = VERSION.exec(mark)?.[1];
  if (version !== undefined) return Number(version) > 1 ? Number(version) : MARKED_FIRST;
  const recovery = RECOVERY.exec(mark);
  return recovery ? AFTER_VERSIONS + Number(recovery[2] ?? recovery[1] ?? FIRST) : undefined;
};
