import type { FieldName } from '../../facts/field';
import { canSay, type Label } from './label/labelParts';

/** Which labels make fields at a place: every one, known words, those that say what waits and how long, or stated ids. */
export type Allowed = 'all' | 'known' | 'telling' | 'stated';

/** Whether a label makes a field at such a place. */
export const isAllowed = (allowed: Allowed, label: Label, line: string): boolean => {
  if (allowed === 'all') return true;
  if (allowed === 'known') return label.name !== 'other';
  // inside of another field such words are its content
  if (label.isLoose) return false;
  if (allowed === 'telling') return canSay(label.name);
  const states = label.name === 'dependencies' || label.name === 'blocks';
  return states && STATED.test(line.slice(label.value.start, label.value.end));
};

/** Begins like an id, or says that there is none. */
const STATED = /^[^\p{L}\p{N}\n]{0,6}(?:\d|(?:achievements?|all|none|nothing|PRP-\d|tbd)\b)/iu;

/** The labels that make fields of their own inside of a field; the rest is its content. */
export const allowedInside = (name: FieldName, hasValue: boolean): Allowed => {
  if (name === 'other' || name === 'effort' || name === 'actual') return 'known';
  if (name === 'goal' || name === 'what') return 'telling';
  const isList = name === 'dependencies' || name === 'blocks' || !hasValue;
  return isList ? 'stated' : 'telling';
};
