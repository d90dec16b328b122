import { ok } from 'node:assert/strict';
import type { TextEdit } from '../../src/engine/edit/textEdit';

/** The text after edits, which must be sorted, apart and inside. */
export const applyEdits = (text: string, edits: readonly TextEdit[]): string => {
  let result = '';
  let at = 0;
  for (const { span, newText } of edits) {
    ok(span.start >= at && span.end >= span.start && span.end <= text.length, 'edits are sorted and inside');
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
};
