import type { Field } from '../../facts/field';
import type { ScannedLines } from '../markdown/lines';
import type { LinesWithFields } from '../markdown/linesWithFields';
import { vocabularyInForce } from '../words/furtherWords';
import type { Vocabulary } from '../words/vocabulary';
import { readBlockFields } from './blockFields';
import { readUsualFields } from './usualFields';

/**
 * The labelled values between two lines (zero-based, both included), in order of their labels (FORMAT A7). None overlaps
 * another one: what is labelled inside of a field is content of a list of deliverables, tests or criteria, else a field
 * of its own, which ends the one around it.
 */
export const readFields = (
  scan: ScannedLines,
  firstLine: number,
  lastLine: number,
  vocabulary: Vocabulary = vocabularyInForce(),
): readonly Field[] => fieldsBetween(scan, firstLine, lastLine, vocabulary).fields;

/** The same, with what is no content there. */
export const fieldsBetween = (
  scan: ScannedLines,
  firstLine: number,
  lastLine: number,
  vocabulary: Vocabulary,
): LinesWithFields => {
  if (lastLine < firstLine) return { fields: [], isHidden: () => false };
  const fields = readUsualFields(scan, firstLine, lastLine, vocabulary);
  if (!fields) return readBlockFields(scan, firstLine, lastLine, vocabulary);
  return { fields, isHidden: (offset) => scan.kinds[scan.index.lineAt(offset)] === 'hidden' };
};
