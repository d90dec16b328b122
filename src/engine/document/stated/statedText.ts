import { type Span, span } from '../../model/text';
import { withoutNamedPlans, withoutOwnName } from '../planNames';
import { flatText } from './flatText';
import { ItemReader } from './itemReader';
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
  const isEmpty = said.stated.length + said.unread.length + said.notes.length === 0 && !said.saysNone;
  return isEmpty ? { ...said, unread: idsInCode(field) } : said;
};

const FENCE = /^[ \t>]*(?:```|~~~)/;
const ID = /(?<![\d.])\d+(?:\.\d+)+/;

/** Ids of the plan in code blocks of a field that says nothing else: nobody can tell whether they are meant. */
const idsInCode = ({ text, start, ids, isHidden }: StatingField): readonly Span[] => {
  const found: Span[] = [];
  let isCode = false;
  let at = start;
  for (const line of text.split('\n')) {
    const id = isCode && isHidden(at) ? ID.exec(line) : null;
    if (FENCE.test(line)) isCode = !isCode;
    else if (id && ids.has(id[0])) found.push(span(at + id.index, at + id.index + id[0].length));
    at += line.length + 1;
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
