import type { Vocabulary } from '../../words/vocabulary';
import { canSay, type Label, trimmed } from './labelParts';

/** A label between tags, the value behind it in the same ones or in the next cell: `<td>Effort</td><td>2h</td>`. */
export const taggedLabel = (line: string, vocabulary: Vocabulary): Label | undefined => {
  const start = TAGS.exec(line)?.[0].length ?? 0;
  const end = line.slice(start).search(/[<:：]/);
  if (start === 0 || end <= 0) return undefined;
  const label = line.slice(start, start + end).trim();
  const name = vocabulary.nameOf(label);
  if (!canSay(name)) return undefined;
  TAGS_AND_COLON.lastIndex = start + end;
  const from = TAGS_AND_COLON.test(line) ? TAGS_AND_COLON.lastIndex : start + end;
  return {
    label,
    name,
    start,
    value: trimmed(line, from, aboveTags(line, from)),
    isItem: false,
    isPlain: false,
  };
};

/** Where the tags begin that close a line. */
const aboveTags = (line: string, from: number): number => {
  let end = line.trimEnd().length;
  while (line.charAt(end - 1) === '>') {
    const tag = line.lastIndexOf('<', end - 1);
    if (tag < from) break;
    end = line.slice(0, tag).trimEnd().length;
  }
  return Math.max(from, end);
};

const TAGS = /^(?:[ \t]*<[^<>]*>)+[ \t]*/;
const TAGS_AND_COLON = /(?:[ \t]|<[^<>]*>|[:：])*/y;
