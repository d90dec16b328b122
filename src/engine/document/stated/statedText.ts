import { type Span, span } from '../../model/text';
import { flatText, withoutComments } from './flatText';
import { ItemReader } from './itemReader';
import { withoutNamedPlans, withoutOwnName } from './planNames';
import type { StatedText, StatingField } from './stating';
import { type Token, tokensOf } from './tokens';

/**
 * Reads what a person wrote where ids are expected (FORMAT A7): lists and ranges in any marks and any common
 * separator, ids in sentences, priorities, wildcards, "all previous", titles and names of files. A sentence that denies
 * a dependency states none. Whatever looks like an id and cannot be read for sure is `unread`, never passed over.
 * Time is linear in the length of the field.
 */
export const readStatedText = (field: StatingField): StatedText => {
  const flat = flatText(
    withoutNamedPlans(withoutOwnName(field.text, field.ids.planName)),
    field.start,
    field.isHidden,
  );
  const reader = new ItemReader(field, flat);
  for (const item of itemsOf(tokensOf(flat.text))) reader.read(item);
  const said = reader.result();
  const isSilent = said.stated.length + said.unread.length + said.notes.length === 0 && !said.saysNone;
  const unread = [...said.unread, ...idsInCode(field, isSilent), ...(isSilent ? footnotesIn(field) : [])];
  return unread.length === said.unread.length ? said : { ...said, unread };
};

/** Where nothing else is said, somebody says it in a footnote. */
const footnotesIn = ({ text, start }: StatingField): readonly Span[] => {
  const mark = /\[\^[^[\]\n]*\]/.exec(text);
  return mark ? [span(start + mark.index, start + mark.index + mark[0].length)] : [];
};

const ID = /(?<![\d.])\d+(?:\.\d+)+/;

/**
 * Lines of code with nothing but ids of the plan, and any with such an id in a field that says nothing else: somebody
 * meant them, and code is not read.
 */
const idsInCode = ({ text, start, ids, isHidden }: StatingField, isAll: boolean): readonly Span[] => {
  if (!text.includes('```') && !text.includes('~~~')) return [];
  const found: Span[] = [];
  let offset = 0;
  for (const line of withoutComments(text).split('\n')) {
    const at = offset;
    offset += line.length + 1;
    if (at === 0 || !isHidden(start + at)) continue;
    const tokens = tokensOf(line);
    const isList = tokens.every(({ kind }) => kind === 'id' || kind === 'join' || kind === 'range');
    const [first, last] = [tokens.find(({ kind }) => kind === 'id'), tokens.at(-1)];
    if (isList && first && last && ids.has(first.text)) {
      found.push(span(start + at + first.start, start + at + last.end));
      continue;
    }
    const id = isAll ? ID.exec(line) : null;
    if (id && ids.has(id[0])) found.push(span(start + at + id.index, start + at + id.index + id[0].length));
  }
  return found;
};

/** Tokens between item breaks. */
const itemsOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const items: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'item') items.push([]);
    else items.at(-1)?.push(token);
  }
  return items.filter((item) => item.length > 0);
};
