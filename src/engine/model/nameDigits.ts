import { groupBy } from '../../shared/groupBy';
import { lazy } from '../../shared/lazy';
import type { AchievementId } from './ids';

/** An id's digits as file names carry them: `1.1` → `11`. */
export const digitsOf = (id: AchievementId): string => id.replaceAll('.', '');

/** Each part with two digits, one behind the other: `1.1` → `0101`. */
const paddedOf = (id: AchievementId): string =>
  id
    .split('.')
    .map((part) => part.padStart(2, '0'))
    .join('');

const SEPARATOR = /[.\-_]/;

/** The id that digits with separators spell out, without leading zeros: `1-11`, `1.11`, `08_05`. */
const spelled = (digits: string): AchievementId => digits.split(SEPARATOR).map(withoutZeros).join('.');

const withoutZeros = (part: string): string => part.replace(/^0+(?=\d)/, '');

/**
 * The ids of a plan that the digits of a file name can mean (FORMAT A10). Separators mean dots. Plain digits
 * mean every id with these digits or, if there is none, an id whose parts have two digits each (`0101`). More than one
 * id means that the name is ambiguous.
 */
export const idsForDigits = (digits: string, ids: readonly AchievementId[]): readonly AchievementId[] => {
  if (digits === '') return [];
  if (SEPARATOR.test(digits)) {
    const written = digits.replaceAll(/[-_]/g, '.');
    if (ids.includes(written)) return [written];
    return ids.filter((id) => spelled(id) === spelled(digits));
  }
  const exact = ids.filter((id) => digitsOf(id) === digits);
  return exact.length > 0 ? exact : ids.filter((id) => paddedOf(id) === digits);
};

/** {@link idsForDigits} for many files of one plan; each id once. */
export const digitsLookup = (
  ids: readonly AchievementId[],
): ((digits: string) => readonly AchievementId[]) => {
  const byDigits = groupBy(ids, digitsOf);
  const byPadded = lazy(() => groupBy(ids, paddedOf));
  const bySpelling = lazy(() => groupBy(ids, spelled));
  const known = new Set(ids);
  return (digits) => {
    if (digits === '') return [];
    if (!SEPARATOR.test(digits)) return byDigits.get(digits) ?? byPadded().get(digits) ?? [];
    const written = digits.replaceAll(/[-_]/g, '.');
    return known.has(written) ? [written] : (bySpelling().get(spelled(digits)) ?? []);
  };
};
