import { findNodeAtOffset, type Node } from 'jsonc-parser';
import { withoutTail } from '../../../shared/withoutTail';
import { type Span, span } from '../../model/text';
import type { TextEdit } from '../textEdit';

const ONE_ID = /^(?:PRP-)?\d+(?:\.\d+)*$/i;
/** What belongs to an id in a text: the word in front, the remark behind it, and what joins it to the next. */
const WORD_BEFORE = /(?:\b(?:achievement|task|step|item|story)[ .:#]*|#)$/i;
const MARKS = '*`';
const BEHIND = /^[*`]*(?:\s*\([^()]*\))?/;
const JOIN_BEHIND = /^\s*(?:[,;&+/|]\s*(?:and\b|or\b)?|and\b|plus\b)\s*/i;
const JOIN_BEFORE = /(?:[,;&+/|]\s*)?\b(?:and|or|plus)$|[,;&+/|]$/i;

/**
 * Takes an id out of a text that names several (`"1.1, 1.2"`), with what joins it to the others; where it is all that
 * the text names, the text stays and becomes empty. Undefined where `place` is no id in a text: ranges stay whole.
 */
export const withoutPart = (text: string, root: Node, place: Span): TextEdit | undefined => {
  const node = findNodeAtOffset(root, place.start);
  if (node?.type !== 'string' || !ONE_ID.test(text.slice(place.start, place.end))) return undefined;
  const inside = span(node.offset + 1, node.offset + node.length - 1);
  if (place.start < inside.start || place.end > inside.end) return undefined;
  const before = withoutTail(text.slice(inside.start, place.start), MARKS).replace(WORD_BEFORE, '');
  const start = inside.start + before.length;
  const end = place.end + (BEHIND.exec(text.slice(place.end, inside.end))?.[0].length ?? 0);
  const joined = JOIN_BEHIND.exec(text.slice(end, inside.end))?.[0];
  if (joined !== undefined) return { span: span(start, end + joined.length), newText: '' };
  const others = before.trimEnd().replace(JOIN_BEFORE, '').trimEnd();
  return { span: span(inside.start + others.length, end), newText: '' };
};
