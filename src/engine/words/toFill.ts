import { counted } from '../../shared/counted';
import type { EvidenceFacts } from '../facts/workFacts';

/** What there is of a SUBPLAN or EXECUTION_TASK. */
type Written = Pick<EvidenceFacts, 'placeholders' | 'outline'>;

/** Whether something is to be filled in before work starts: places, or all of an empty document. */
export const isToFill = ({ placeholders, outline }: Written): boolean =>
  placeholders.early > 0 || outline.isBlank;

/**
 * `9 places to fill in, 1 more at the end`: what is left to fill in, counted in the same way wherever it is said. First
 * what is filled in before work starts, then what is written when it is done. Undefined where nothing is left.
 */
export const placesWords = ({ placeholders: { early, late } }: Written): string | undefined => {
  if (early === 0) return late === 0 ? undefined : `${counted(late, 'place')} to fill in at the end`;
  return `${counted(early, 'place')} to fill in${late === 0 ? '' : `, ${late} more at the end`}`;
};

/** `has 9 places to fill in, 1 more at the end`, `is empty`: behind the name of a document that {@link isToFill}. */
export const toFillSentence = (written: Written): string =>
  written.outline.isBlank ? 'is empty' : `has ${placesWords(written) ?? ''}`;

/** `9 places`, `empty`: the same in brackets, behind what says that it is to be filled in. */
export const toFillCount = ({ placeholders, outline }: Written): string =>
  outline.isBlank ? 'empty' : counted(placeholders.early, 'place');
