import type { Field } from '../model/achievement';
import type { ScannedLines } from './lines';
import type { Vocabulary } from './vocabulary';
export const readUsualFields = (
  _scan: ScannedLines,
  _firstLine: number,
  _lastLine: number,
  _vocabulary: Vocabulary,
): readonly Field[] | undefined => undefined;
