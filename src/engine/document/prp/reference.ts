import type { Said } from '../../facts/prpFacts';
import type { AchievementId } from '../../model/ids';
import { type Span, span } from '../../model/text';
import { furtherMeaning } from '../words/furtherWords';

const NUMBERS = '(?:\\d+(?:\\.\\d+)*[a-z]?|[A-Z](?:\\.\\d+)*)(?![A-Za-z\\d])';
const PREFIXED = new RegExp(`[Pp][Rr][Pp][-_ ]?(${NUMBERS})`, 'y');
/** Without the prefix it must be alone: `3 reviewers` names no PRP. */
const BARE = /(\d+(?:\.\d+)+[a-z]?|\d+)(?![A-Za-z\d.%])/y;
const BARE_ENDS = /\s*(?:$|[(:,;&+/–—-]|and\b|to\b|through\b)/y;
const SLUG = /-([A-Za-z\d_][\w.-]*)/y;
const FAMILY = /\.(?:x|\*)(?![\w.])/iy;
const FILE_ENDING = /\.md\b/iy;
const NONE = /^(?:none|null|nil|n\/?a|nothing|no dependenc(?:y|ies)|keine?|~|-+|–|—)(?![\w/])[.!\s]*/i;
const OPEN = /\b(?:tbd|tbc|tba|to be (?:determined|decided|defined|confirmed)|todo)\b|\?\s*$/i;
const DENIED =
  /^(?:not?|never|neither|nor|independent|independently|unrelated|no longer|doesn['’]?t|does not|without)\b/i;
const DENIED_BEHIND =
  /^[\s:–—(-]*(?:(?:is |are |was |were )?(?:no longer|not (?:needed|required|necessary|blocking|any ?more))|(?:is|are)n['’]t (?:needed|required|necessary|blocking))\b/i;
const NO_DEPENDENCY_ON = /^no (?:hard )?dependenc(?:y|ies) (?:on|to|with)\b/i;
const ASKED_BEHIND = /^\s*\?/;
/** `[Base](PRP-5.1.1-base.md)`, without its opening bracket: what it leads to counts. */
const LINK_TARGET = /^[^\]]{0,300}\]\((?=[^()\s]{1,400}\)\s*$)/;
const SOFT =
  /^(?:soft(?:ly)?|optional(?:ly)?|weak|nice to have)\b[\s:–—-]*(?:(?:dependency|dependencies|depends)\b\s*)?(?:on\b)?[\s:]*/i;
const SOFT_BEHIND = /^\s*\((?:soft|optional|nice to have)\b/i;
const VERB =
  /^(?:depends? on|requires?|needs?|after|and|blocked by|waits? for|must follow|completion of)\b[\s:]*/i;
const AND = /\s*(?:,?\s?and\b|&|\+|\/|;|,)\s*/y;
const OR = /\s*(?:\bor\b|\|)\s*/y;
const TO = /\s*(?:–|—|\.\.\.?|…|\bto\b|\bthrough\b|\buntil\b)\s*|\s+-\s+|-(?=[Pp][Rr][Pp])/y;
const OPENING_MARKS = /^(?:[\s"'`*_[<\u200B\u2060\uFEFF]|-\s|•)+/;
const FOLDERS = /[^\s()[\]]{1,400}\//y;
/** Where an id is named that does not lead. */
const LOOKS_LIKE_ID =
  /\bPRP[-_ ]?(?:\d|[A-Z]\b)|\b(?:stages?|batch(?:es)?|phases?|waves?|tiers?|levels?|priorit(?:y|ies)) \d|^(?:all|every|any)\b.{0,40}\b(?:prps?|previous|others?|above|earlier|stages?|batch(?:es)?|phases?)\b|^(?:everything|previous|the rest|the others?)\b|^#?\d+(?:\.\d+)+/i;

/** Brackets hold notes. */
const namesId = (text: string): boolean => LOOKS_LIKE_ID.test(text.replace(/\([^()]*\)/g, ' ').trim());

/** Text of a document from one offset to another. */
export interface Region extends Span {
  readonly text: string;
}

/**
 * Reads a value that is text: items between commas, semicolons and line breaks outside of brackets. Looks at every
 * character a bounded number of times.
 */
export const readReferences = (region: Region, isSoft = false): readonly Said[] =>
  itemsIn(region).flatMap((item) => readItem(item, isSoft));

const OPENERS = new Set(['(', '[', '{']);
const CLOSERS = new Set([')', ']', '}']);

const itemsIn = ({ text, start, end }: Region): readonly Region[] => {
  const items: Region[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at < end; at++) {
    const character = text[at] ?? '';
    if (OPENERS.has(character)) depth++;
    else if (CLOSERS.has(character)) depth = Math.max(0, depth - 1);
    else if (character === '\n' || (depth === 0 && /[,;，、；]/.test(character))) {
      items.push({ text, start: from, end: at });
      from = at + 1;
      depth = 0;
    }
  }
  return [...items, { text, start: from, end }];
};

const trimmed = ({ text, start, end }: Region): Region => {
  const written = text.slice(start, end);
  const opening = OPENING_MARKS.exec(written)?.[0].length ?? 0;
  const rest = written.slice(opening);
  return { text, start: start + opening, end: start + opening + rest.trimEnd().length };
};

/** Matches at an offset, and nowhere else. */
const at = (pattern: RegExp, text: string, offset: number): RegExpExecArray | null => {
  pattern.lastIndex = offset;
  return pattern.exec(text);
};

const readItem = (item: Region, softList: boolean): readonly Said[] => {
  const own = trimmed(item);
  if (own.end <= own.start) return [];
  // everything is looked for in the text of the item alone, so that no search leaves it
  const text = own.text.slice(own.start, own.end);
  const reader = new ItemReader(text, own.start, softList);
  return reader.read();
};

interface FoundId {
  readonly id: AchievementId;
  readonly start: number;
  readonly end: number;
  /** Behind the slug and the ending of a file. */
  readonly next: number;
  readonly slug: string | undefined;
  readonly isFamily: boolean;
}

class ItemReader {
  readonly #text: string;
  readonly #offset: number;
  #isSoft: boolean;

  constructor(text: string, offset: number, isSoft: boolean) {
    this.#text = text;
    this.#offset = offset;
    this.#isSoft = isSoft;
  }

  read(): readonly Said[] {
    const text = this.#text;
    if (furtherMeaning(text) === 'none') return [];
    if (NO_DEPENDENCY_ON.test(text)) return [this.#note(0, text.length)];
    const none = NONE.exec(text)?.[0].length;
    if (none !== undefined) return none < text.length ? [this.#remark(none)] : [];
    if (DENIED.test(text)) {
      const isHalf = /\bbut\b/i.test(text) && namesId(text);
      return [isHalf ? this.#unread(0, text.length) : this.#note(0, text.length)];
    }
    let start = 0;
    const soft = SOFT.exec(text)?.[0].length;
    if (soft !== undefined) {
      this.#isSoft = true;
      start = soft;
    }
    start += VERB.exec(text.slice(start))?.[0].length ?? 0;
    start += OPENING_MARKS.exec(text.slice(start))?.[0].length ?? 0;
    const first = this.#idAt(start) ?? this.#targetOf(start);
    return first ? this.#withIds(first) : this.#withoutId(start);
  }

  /** The PRP that a link leads to whose text names none. */
  #targetOf(start: number): FoundId | undefined {
    const label = LINK_TARGET.exec(this.#text.slice(start))?.[0].length;
    return label === undefined ? undefined : this.#idAt(start + label);
  }

  #withIds(first: FoundId): readonly Said[] {
    const said: Said[] = [];
    for (let found: FoundId | undefined = first; found; ) {
      const behind = this.#text.slice(found.next);
      if (DENIED_BEHIND.test(behind)) return [...said, this.#note(found.start, this.#text.length)];
      if (ASKED_BEHIND.test(behind)) return [...said, this.#unread(found.start, this.#text.length)];
      if (SOFT_BEHIND.test(behind)) this.#isSoft = true;
      const to = at(TO, this.#text, found.next);
      const last = to ? this.#idAt(found.next + to[0].length) : undefined;
      if (last || found.isFamily) {
        const end = last ?? found;
        said.push({
          kind: 'range',
          from: found.id,
          to: last && this.#endOfRange(found, last),
          span: this.#span(found.start, end.end),
          isSoft: this.#isSoft,
        });
        found = this.#further(end, said);
        continue;
      }
      const or = at(OR, this.#text, found.next);
      if (or && this.#idAt(found.next + or[0].length)) {
        return [...said, this.#unread(found.start, this.#text.length)];
      }
      said.push({
        kind: 'id',
        id: found.id,
        span: this.#span(found.start, found.end),
        slug: found.slug,
        isSoft: this.#isSoft,
      });
      found = this.#further(found, said);
    }
    return said;
  }

  /** `PRP-5.1.5..7` ends with PRP-5.1.7. */
  #endOfRange({ id: from }: FoundId, { id, start }: FoundId): AchievementId {
    const isShort = /^\d/.test(this.#text.slice(start)) && !id.includes('.') && from.includes('.');
    return isShort ? from.slice(0, from.lastIndexOf('.') + 1) + id.slice('PRP-'.length) : id;
  }

  /** The id behind an `and`; what is no id is a note. */
  #further({ next }: FoundId, said: Said[]): FoundId | undefined {
    const and = at(AND, this.#text, next);
    const further = and ? this.#idAt(next + and[0].length) : undefined;
    if (further) return further;
    const rest = this.#text.slice(next);
    const beside = /^\s+/.exec(rest)?.[0].length ?? 0;
    if (beside > 0 && at(PREFIXED, this.#text, next + beside)) return this.#idAt(next + beside);
    // a title may name anything
    if (!/^\s*:/.test(rest) && namesId(rest)) {
      said.push(this.#unread(next, this.#text.length));
      return undefined;
    }
    // a title follows a colon, and a link or a mark ends
    if (/^[\s\])}>*_`"'.]*(?:$|:)/.test(rest) && !rest.includes('(')) return undefined;
    said.push(this.#note(0, this.#text.length));
    return undefined;
  }

  #withoutId(start: number): readonly Said[] {
    const whole = this.#text.slice(start);
    if (OPEN.test(whole)) return [this.#unread(0, this.#text.length)];
    if (namesId(whole)) return [this.#unread(0, this.#text.length)];
    let end = whole.length;
    while (end > 0 && /[\s"'`*_\]>]/.test(whole[end - 1] ?? '')) end--;
    if (end === 0) return [];
    const text = whole.slice(0, end);
    return [{ kind: 'words', text, span: this.#span(start, start + end), isSoft: this.#isSoft }];
  }

  /** What follows `None`. */
  #remark(behind: number): Said {
    const isNote = !namesId(this.#text.slice(behind));
    return isNote ? this.#note(0, this.#text.length) : this.#unread(0, this.#text.length);
  }

  #idAt(offset: number): FoundId | undefined {
    const text = this.#text;
    let start = offset + (OPENING_MARKS.exec(text.slice(offset, offset + 20))?.[0].length ?? 0);
    let prefixed = at(PREFIXED, text, start);
    const folders = prefixed ? 0 : (at(FOLDERS, text, start)?.[0].length ?? 0);
    if (folders > 0) prefixed = at(PREFIXED, text, start + folders);
    if (prefixed) start += folders;
    const bare = prefixed ? null : at(BARE, text, start);
    const match = prefixed ?? bare;
    const numbers = match?.[1];
    if (!match || numbers === undefined) return undefined;
    const end = start + match[0].length;
    if (bare && !at(BARE_ENDS, text, end)) return undefined;
    const family = at(FAMILY, text, end)?.[0].length ?? 0;
    const isRange = at(TO, text, end) !== null;
    const slug = isRange || bare ? undefined : (at(SLUG, text, end)?.[1] ?? undefined);
    const behind = end + family + (slug === undefined ? 0 : slug.length + 1);
    const ending = slug === undefined ? (at(FILE_ENDING, text, behind)?.[0].length ?? 0) : 0;
    return {
      id: `PRP-${numbers}`,
      start,
      end: end + family,
      next: this.#behindMarks(behind + ending),
      slug: slug?.replace(/\.md$/i, ''),
      isFamily: family > 0,
    };
  }

  /** Behind what closes code, emphasis, quotation marks or a link. */
  #behindMarks(offset: number): number {
    const marks = /^[`*_"'\]>]*(?:\((?=[^()\s]*\.md)[^()\s]*\))?/.exec(this.#text.slice(offset));
    return offset + (marks?.[0].length ?? 0);
  }

  #span(start: number, end: number): Span {
    return span(this.#offset + start, this.#offset + end);
  }

  #note(start: number, end: number): Said {
    return { kind: 'note', text: this.#text.slice(start, end).trim(), span: this.#span(start, end) };
  }

  #unread(start: number, end: number): Said {
    return { kind: 'unread', text: this.#text.slice(start, end).trim(), span: this.#span(start, end) };
  }
}
