import type { Span } from '../../model/text';
import type { Vocabulary } from '../words/vocabulary';
import { labelAt } from './label/label';
import { canSay, type Label, trimmed } from './label/labelParts';

/** Where another label may start within a value: at marks of emphasis, or behind something that parts. */
const STARTS = /\*{2,3}(?=[^\s*])|__(?=[^\s_])|[|·•;,](?=\s{0,9}[\p{L}*_<])/gu;
const PARTS = ' \t|·•;,/–—-';
/** Where no label stands: code, remarks in brackets. */
const ASIDE = /`[^`]*`|\([^()]*\)/g;
/** A quick look before the patterns. */
const MAY_HOLD_MORE = /[:：]/;

/**
 * The labels of a line that starts with one (`**Effort**: 2h | **Dependencies**: 1.1`), each with its own value. A label
 * within a value is a known word in bold, or behind `|`, `·`, `;` or a comma one of those that say what waits and how
 * long it takes; in code there is none.
 */
export const splitLabels = (line: string, first: Label, vocabulary: Vocabulary): readonly Label[] => {
  const value = line.slice(first.value.start, first.value.end);
  if (!MAY_HOLD_MORE.test(value)) return [first];
  const found: Label[] = [first];
  const shown = value.replace(ASIDE, (aside) => ' '.repeat(aside.length));
  for (const { 0: mark, index } of shown.matchAll(STARTS)) {
    const isBold = mark.startsWith('*') || mark.startsWith('_');
    const at = first.value.start + index;
    const behind = isBold ? at : trimmed(line, at + mark.length).start;
    const last = found.at(-1) ?? first;
    if (behind < last.value.start) continue;
    const label = labelAt(line, behind, vocabulary);
    if (!label || label.name === 'other' || (label.isPlain && !canSay(label.name))) continue;
    found[found.length - 1] = { ...last, value: shortened(line, last.value.start, label.start) };
    found.push(label);
  }
  return found;
};

/** A value that ends above another label, without what parts the two. */
const shortened = (line: string, start: number, next: number): Span => {
  let end = next;
  while (end > start && PARTS.includes(line.charAt(end - 1))) end--;
  return trimmed(line, start, end);
};
