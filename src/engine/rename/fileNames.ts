import { prpIdOf } from '../document/prp/prpName';
import {
  digitsOf,
  type EvidenceName,
  idsForDigits,
  readFeedbackName,
  readFigures,
  readStrangeName,
  readWorkName,
} from '../model/fileName';
import type { AchievementId } from '../model/ids';

const PRP_PREFIX = 'PRP-';

/**
 * The name of a file after its achievement was renamed, in the spelling it had (`11`, `1-1`, `01_01`); undefined
 * where the name does not carry the id.
 */
export const renamedFile = (
  name: string,
  planName: string,
  from: AchievementId,
  to: AchievementId,
): string | undefined => {
  if (prpIdOf(name) === from) {
    const rest = name.slice(from.length);
    return name.slice(0, PRP_PREFIX.length) + to.slice(PRP_PREFIX.length) + rest;
  }
  const read = readName(name, planName);
  if (!read || idsForDigits(read.digits, [from]).length === 0) return undefined;
  const start = digitsStart(name, read);
  const spelled = spellings(read.digits, to).map(
    (digits) => name.slice(0, start) + digits + name.slice(start + read.digits.length),
  );
  return spelled.find((each) => means(each, planName, to));
};

/** What the name of a SUBPLAN, EXECUTION_TASK or feedback file says. */
export const readName = (name: string, planName: string): EvidenceName | undefined => {
  const plan = { name: planName };
  return readWorkName(name, plan) ?? readFeedbackName(name, plan) ?? readStrangeName(name)?.reads;
};

/** Offset of the digits in the name. */
export const digitsStart = (name: string, { kind, digits, number, suffix }: EvidenceName): number => {
  for (let at = name.indexOf(digits); at !== -1; at = name.indexOf(digits, at + 1)) {
    const read = readFigures(kind, name.slice(at));
    if (read?.digits === digits && read.number === number && read.suffix === suffix) return at;
  }
  return name.lastIndexOf(digits);
};

/** The new id in the spelling of the old digits, and in those every id can have. */
export const spellings = (digits: string, id: AchievementId): readonly string[] => {
  const plain = digitsOf(id);
  const dashes = id.replaceAll('.', '-');
  if (digits.includes('-')) return [dashes, plain];
  if (digits.includes('.')) return [id, plain];
  const padded = id
    .split('.')
    .map((part) => part.padStart(2, '0'))
    .join('_');
  return digits.includes('_') ? [padded, plain, dashes] : [plain, dashes];
};

const means = (name: string, planName: string, id: AchievementId): boolean =>
  idsForDigits(readName(name, planName)?.digits ?? '', [id]).length > 0;
