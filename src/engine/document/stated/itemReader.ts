import type { IdElement } from '../../facts/stated';
import type { AchievementId } from '../../model/ids';
import { type Span, span } from '../../model/text';
import { isDenial, isNaming, leadsToNumber, type Verdict, verdictOf, verdictWith } from './clause';
import { type FlatText, placeIn } from './flatText';
import { idsBetween } from './idList';
import { isOpenQuestion, saysNothing } from './noneWords';
import { groupAt, idOfFile } from './references';
import type { NamedGroup, StatedText, StatingField } from './stating';
import type { Token } from './tokens';

type Reference = IdElement | NamedGroup;

/** Ids that follow each other with nothing but commas and the like between them. */
interface OpenList {
  readonly references: Reference[];
  /** Each with the words that lead to it. */
  readonly said: Span[];
  readonly verdict: Verdict;
  /** Words behind it up to the next separator, lower case. */
  readonly behind: string[];
  isAsked: boolean;
}

const JOINING = new Set(['and', 'or', 'plus', 'then', 'und', 'oder', 'sowie', 'as', 'well', 'also']);
const RANGING = new Set(['to', 'through', 'thru', 'bis', 'until']);
const COMPARED = /^[<>=^~ ]{1,4}(\d+(?:\.\d+)+)$/;
/** What goes on with a list, by itself or behind a comma or *and*. */
const MORE_ALONE = new Set(['etc', 'usw', 'onward', 'onwards', 'ff']);
const MORE = new Set(['following', 'later', 'more', 'others', 'above', 'below']);
/** Longer parts are sentences about what stands before them. */
const MOST_NOTE_WORDS = 6;
/** What a note does not begin with: it says more of what stands before it. */
const GOES_ON =
  /^(?:which|that|who|so|because|as|since|for|to|in|on|at|with|where|when|if|but|then|and|or|is|are|it|its|this|the|see|after|once|until|must|can|will|should|not|no|also|e\.g|i\.e|both)$/;

/** Reads the items of one field, one after the other; see `readStatedText`. */
export class ItemReader {
  readonly #field: StatingField;
  readonly #flat: FlatText;
  readonly #stated: Reference[] = [];
  readonly #unread: Span[] = [];
  readonly #notes: Span[] = [];
  #saysNone = false;

  #tokens: readonly Token[] = [];
  /** For each opening bracket the one that closes it. */
  #closers: ReadonlyMap<number, number> = new Map();
  #list: OpenList | undefined;
  /** Words since the last reference or separator, lower case. */
  #lead: string[] = [];
  /** Token of the first of them. */
  #leadStart = 0;
  /** Takes the words behind the open list; undefined behind a separator. */
  #behind: string[] | undefined;
  /** Whether something other than a separator stands between the open list and here. */
  #isApart = false;
  /** Where the part between separators began that has no reference yet; -1 behind one. */
  #partStart = 0;
  /** The item began with a word for none. */
  #isNone = false;
  #hasReference = false;
  /** Ids of the plan in remarks. */
  readonly #remarked: { readonly id: AchievementId; readonly span: Span }[] = [];

  constructor(field: StatingField, flat: FlatText) {
    this.#field = field;
    this.#flat = flat;
  }

  result(): StatedText {
    const { all } = this.#field.ids;
    const known = new Set(this.#stated.flatMap((each) => idsOf(each, all)));
    const doubtful = this.#remarked.filter(({ id }) => !known.has(id)).map((each) => each.span);
    return {
      stated: this.#stated,
      unread: [...this.#unread, ...doubtful].sort((one, other) => one.start - other.start),
      notes: this.#notes,
      saysNone: this.#saysNone,
    };
  }

  read(tokens: readonly Token[]): void {
    this.#tokens = tokens;
    this.#closers = closersOf(tokens);
    this.#list = undefined;
    this.#behind = undefined;
    this.#lead = [];
    this.#isApart = false;
    this.#partStart = 0;
    this.#hasReference = false;
    if (isLeftOpen(tokens)) {
      this.#unread.push(this.#place(0, tokens.length));
      return;
    }
    this.#isNone = saysNothing(tokens);
    if (this.#isNone) this.#saysNone = true;
    const before = this.#stated.length;
    const unreadBefore = this.#unread.length;
    const notesBefore = this.#notes.length;
    const titled = this.#titleOf(0, tokens.length);
    if (titled) this.#stated.push(titled);
    else this.#readPart(0, tokens.length);
    this.#doubtEnd();
    if (this.#isNone && this.#stated.length > before) {
      this.#unread.push(...this.#stated.splice(before).map((each) => each.span));
    }
    const isBare = !this.#hasReference && this.#unread.length === unreadBefore && !titled && !this.#isNone;
    if (isBare && this.#stated.length === before) {
      this.#notes.splice(notesBefore);
      this.#noteWhole();
    }
  }

  /** A list that ends in words for more: `1.1, etc.`, `1.1 and following`. */
  #doubtEnd(): void {
    const at = this.#tokens.findLastIndex(({ kind }) => kind !== 'stop');
    const [before, last] = [this.#tokens[at - 1], this.#tokens[at]];
    if (!this.#hasReference || last?.kind !== 'word' || before === undefined) return;
    const word = last.text.toLowerCase();
    const isJoined = before.kind === 'join' || JOINING.has(before.text.toLowerCase());
    if (MORE_ALONE.has(word) || (isJoined && MORE.has(word))) this.#unread.push(this.#place(at, at + 1));
  }

  /** An item without any reference: words for people, or the statement that there are none. */
  #noteWhole(): void {
    if (this.#flat.text.charAt((this.#tokens[0]?.start ?? 0) - 1) === '<') {
      this.#unread.push(this.#place(0, this.#tokens.length));
      return;
    }
    if (isDenial(this.#tokens.map(({ text }) => text.toLowerCase()))) this.#saysNone = true;
    else if (this.#tokens.some(({ kind }) => kind === 'word' || kind === 'figure' || kind === 'number')) {
      this.#notes.push(this.#place(0, this.#tokens.length));
    }
  }

  #readPart(from: number, to: number): void {
    for (let at = from; at < to; ) at += this.#readAt(at, to);
    this.#endPart(to);
    this.#closeList();
  }

  /** Reads what stands at `at`; returns how many tokens that is. */
  #readAt(at: number, to: number): number {
    const token = this.#tokens[at] as Token;
    switch (token.kind) {
      case 'open':
        return this.#readBracket(at, to);
      case 'join':
        this.#endPart(at);
        return this.#separate();
      case 'stop':
        this.#endPart(at);
        this.#closeList();
        this.#lead = [];
        this.#partStart = -1;
        return 1;
      case 'colon':
        // `PLAN_SHOP: 1.1, 1.2`
        if (!this.#list && verdictOf(this.#lead, this.#field.direction) === 'elsewhere') return 1;
        return this.#readBreak();
      case 'range':
        return this.#readBreak();
      case 'question':
        return this.#readQuestion(at);
      default:
        return this.#readReference(at) ?? this.#readWord(at);
    }
  }

  /**
   * A colon or a dash with nothing to join: what follows says more of the ids before it, or is what was led up to. Behind
   * the name of a plan it parts nothing: `PLAN_SHOP: 1.1`.
   */
  #readBreak(): number {
    if (this.#list) this.#isApart = true;
    else if (this.#tokens.length === 1) this.#saysNone = true;
    else if (verdictOf(this.#lead, this.#field.direction) !== 'elsewhere') this.#separate();
    return 1;
  }

  #readQuestion(at: number): number {
    if (this.#list) this.#list.isAsked = true;
    else if (!this.#hasReference) this.#unread.push(this.#place(at, at + 1));
    return 1;
  }

  #readWord(at: number): number {
    const open = isOpenQuestion(this.#tokens, at);
    if (open > 0) {
      this.#unread.push(this.#place(at, at + open));
      this.#hasReference = true;
      this.#partStart = -1;
      return open;
    }
    const word = (this.#tokens[at] as Token).text.toLowerCase();
    if (JOINING.has(word) && this.#list !== undefined) {
      return this.#separate();
    }
    if (this.#lead.length === 0) this.#leadStart = at;
    this.#lead.push(word);
    this.#behind?.push(word);
    this.#isApart = true;
    return 1;
  }

  /** Ends what was said of the ids before; words that deny or doubt go on, where no id came yet. */
  #separate(): number {
    const verdict = this.#list ? 'stated' : verdictOf(this.#lead, this.#field.direction);
    if (verdict !== 'denied' && verdict !== 'except' && verdict !== 'unclear') this.#lead = [];
    this.#behind = undefined;
    return 1;
  }

  /** A part between commas that names nothing, behind one that does, is a note if it can stand alone. */
  #endPart(at: number): void {
    const start = this.#partStart;
    this.#partStart = at + 1;
    if (start < 0 || start >= at || this.#isNone) return;
    const part = this.#tokens.slice(start, at);
    if (!part.every(({ kind }) => kind === 'word' || kind === 'figure' || kind === 'number')) return;
    const titled = this.#titleOf(start, at);
    if (titled) {
      this.#closeList();
      this.#stated.push(titled);
      this.#hasReference = true;
      this.#lead = [];
      return;
    }
    const first = part[0]?.text.toLowerCase() ?? '';
    if (part.length <= MOST_NOTE_WORDS && !GOES_ON.test(first) && !MORE_ALONE.has(first))
      this.#notes.push(this.#place(start, at));
  }

  #readReference(at: number): number | undefined {
    const group = groupAt(this.#tokens, at, this.#field.ids, this.#field.own);
    if (group) {
      const place = this.#place(at, at + group.length);
      if (group.ids.length > 0) this.#refer({ ids: group.ids, span: place });
      else this.#doubt(place);
      return group.length;
    }
    const token = this.#tokens[at] as Token;
    switch (token.kind) {
      case 'id':
        return this.#readId(at);
      case 'number':
        return this.#field.ids.has(token.text) ? this.#readId(at) : this.#readNumber(at);
      case 'file':
        return this.#readFile(at);
      case 'odd':
        this.#doubt(this.#place(at, at + 1));
        return 1;
      case 'figure':
        return this.#readFigure(at);
      default:
        return undefined;
    }
  }

  #readId(at: number): number {
    const from = (this.#tokens[at] as Token).text;
    const length = this.#rangeLength(at);
    if (length === 1) {
      this.#refer({ from, to: undefined, span: this.#place(at, at + 1) });
      return 1;
    }
    const last = this.#tokens[at + length - 1] as Token;
    const place = this.#place(at, at + length);
    if (last.kind === 'id' || this.#field.ids.has(last.text))
      this.#refer({ from, to: last.text, span: place });
    else this.#readShortRange(from, last.text, place);
    return length;
  }

  /** `1.1-3` is 1.1 to 1.3, where the plan has both. */
  #readShortRange(from: AchievementId, lastNumber: string, place: Span): void {
    const { all, placeOf } = this.#field.ids;
    const first = placeOf(from);
    const last = placeOf(from.slice(0, from.lastIndexOf('.') + 1) + lastNumber);
    if (first === undefined || last === undefined || last < first) this.#doubt(place);
    else this.#refer({ ids: all.slice(first, last + 1), span: place });
  }

  /** Tokens of a range that begins with the id at `at`; 1 where there is none. */
  #rangeLength(at: number): number {
    const middle = this.#tokens[at + 1];
    const isRange =
      middle?.kind === 'range' || (middle?.kind === 'word' && RANGING.has(middle.text.toLowerCase()));
    if (!isRange) return 1;
    const next = this.#tokens[at + 2];
    const skipped = next?.kind === 'word' && /^achievements?$/i.test(next.text) ? 3 : 2;
    const last = this.#tokens[at + skipped];
    if (last?.kind === 'id') return skipped + 1;
    const isTight =
      middle?.kind === 'range' && middle.start === this.#tokens[at]?.end && last?.start === middle.end;
    return last?.kind === 'number' && (isTight || this.#field.ids.has(last.text)) ? skipped + 1 : 1;
  }

  /** A whole number that is no id of the plan: alone it may be a priority or a short id, among words it counts something. */
  #readNumber(at: number): number | undefined {
    const before = this.#lead.at(-1);
    const next = this.#tokens[at + 1];
    const ends = next === undefined || ['join', 'stop', 'close', 'question', 'range'].includes(next.kind);
    if (!ends || (before !== undefined && !leadsToNumber(before))) return undefined;
    this.#doubt(this.#place(at, at + 1));
    return 1;
  }

  /** `> 1.8`: a version of something, unless nothing is named and the plan has such an id. */
  #readFigure(at: number): number | undefined {
    const id = COMPARED.exec((this.#tokens[at] as Token).text)?.[1] ?? '';
    if (this.#lead.length > 0 || !this.#field.ids.has(id)) return undefined;
    this.#doubt(this.#place(at, at + 1));
    return 1;
  }

  #readFile(at: number): number {
    const place = this.#place(at, at + 1);
    const id = idOfFile((this.#tokens[at] as Token).text, this.#field.ids);
    if (id === undefined) this.#doubt(place);
    else this.#refer({ ids: [id], span: place });
    return 1;
  }

  /** What stands in brackets: a list of its own, or a remark about the ids before it. */
  #readBracket(at: number, to: number): number {
    const close = this.#closers.get(at);
    if (close === undefined || close >= to) return 1;
    const inside = this.#tokens.slice(at + 1, close);
    const isList = inside.some(isIdLike) && inside.every((token) => isListPart(token));
    if (isList && this.#behind === undefined && !this.#isNone) {
      const verdict = verdictOf(this.#lead, this.#field.direction);
      if (verdict === 'mentioned') this.#lead = [];
      for (let inner = at + 1; inner < close; ) inner += this.#readAt(inner, close);
      // what stands in brackets behind the name of a plan is that plan's, and nothing behind them
      if (verdict === 'elsewhere') this.#closeList();
    } else this.#readRemark(inside);
    return close - at + 1;
  }

  /** Ids of the plan in a remark are doubtful: they are stated elsewhere in the field, denied, or nobody can tell. */
  #readRemark(inside: readonly Token[]): void {
    const words: string[] = [];
    for (const token of inside) {
      if (token.kind === 'word') words.push(token.text.toLowerCase());
      if (token.kind === 'question' && this.#list) this.#list.isAsked = true;
      const isOwnId = token.kind === 'id' && this.#field.ids.has(token.text);
      if (isOwnId && isDenial(words)) this.#saysNone = true;
      else if (isOwnId) this.#remarked.push({ id: token.text, span: placeIn(this.#flat, token) });
    }
    this.#behind?.push('(', ...words);
  }

  #refer(reference: Reference): void {
    const said = this.#withLead(reference.span);
    if (this.#list && !this.#isApart) {
      this.#list.references.push(reference);
      this.#list.said.push(said);
    } else {
      this.#closeList();
      // `None → 1.1`
      const isOnlyNone = this.#isNone && this.#lead.length === 1;
      const verdict = isOnlyNone ? 'unclear' : verdictOf(this.#lead, this.#field.direction);
      this.#list = { references: [reference], said: [said], verdict, behind: [], isAsked: false };
    }
    this.#behind = this.#list?.behind;
    this.#lead = [];
    this.#isApart = false;
    this.#partStart = -1;
  }

  /** A place with the words that lead to it: what a person has to read to see why it was not understood. */
  #withLead(place: Span): Span {
    if (this.#lead.length === 0) return place;
    return span(this.#place(this.#leadStart, this.#leadStart + 1).start, place.end);
  }

  /** Something like an id that is none, or could be several. */
  #doubt(place: Span): void {
    this.#hasReference = true;
    this.#partStart = -1;
    const verdict =
      this.#list && !this.#isApart ? this.#list.verdict : verdictOf(this.#lead, this.#field.direction);
    if (verdict === 'denied') this.#saysNone = true;
    else if (verdict !== 'elsewhere') this.#unread.push(this.#withLead(place));
    this.#lead = [];
  }

  #closeList(): void {
    const list = this.#list;
    this.#list = undefined;
    this.#behind = undefined;
    this.#isApart = false;
    if (!list) return;
    const verdict = verdictWith(list.verdict, list.behind, this.#field.direction);
    if (verdict === 'mentioned') this.#mention(list);
    else this.#hasReference = true;
    const isDoubtful = verdict === 'unclear' || (list.isAsked && verdict === 'stated');
    if (isDoubtful) this.#unread.push(...list.said);
    else if (verdict === 'stated') this.#stated.push(...list.references);
    else if (verdict === 'elsewhere') this.#notes.push(...list.references.map((each) => each.span));
    else if (verdict !== 'mentioned') {
      if (verdict === 'except') this.#takeOut(list.references);
      this.#saysNone = true;
    }
  }

  /** What the plan has is doubtful; a number it does not have is a version of something. */
  #mention({ references, said }: OpenList): void {
    const { ids } = this.#field;
    references.forEach((each, at) => {
      const isOwn = 'ids' in each || ids.has(each.from);
      if (isOwn) this.#hasReference = true;
      (isOwn ? this.#unread : this.#notes).push(said[at] ?? each.span);
    });
  }

  /** `all previous achievements except 1.1` */
  #takeOut(references: readonly Reference[]): void {
    const last = this.#stated.at(-1);
    if (!last || !('ids' in last || last.to !== undefined)) return;
    const { all } = this.#field.ids;
    const out = new Set(references.flatMap((each) => idsOf(each, all)));
    const ids = idsOf(last, all).filter((id) => !out.has(id));
    this.#stated.splice(-1, 1, { ids, span: last.span });
  }

  /** The achievement whose title some tokens are. */
  #titleOf(from: number, to: number): NamedGroup | undefined {
    const [first, last] = [this.#tokens[from], this.#tokens[to - 1]];
    if (first?.kind !== 'word' || !last) return undefined;
    const id = this.#field.ids.titled(this.#flat.text.slice(first.start, last.end));
    return id === undefined || id === this.#field.own
      ? undefined
      : { ids: [id], span: this.#place(from, to) };
  }

  /** Where the tokens from `from` to before `to` stand. */
  #place(from: number, to: number): Span {
    const [first, last] = [this.#tokens[from], this.#tokens[to - 1]];
    return placeIn(this.#flat, { start: first?.start ?? 0, end: last?.end ?? 0 });
  }
}

/** All ids of a reference: one, those of a range, or those of a group. */
export const idsOf = (reference: Reference, all: readonly AchievementId[]): readonly AchievementId[] => {
  if ('ids' in reference) return reference.ids;
  return reference.to === undefined ? [reference.from] : idsBetween(reference.from, reference.to, all);
};

const closersOf = (tokens: readonly Token[]): ReadonlyMap<number, number> => {
  const closers = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach(({ kind }, at) => {
    if (kind === 'open') open.push(at);
    const opener = kind === 'close' ? open.pop() : undefined;
    if (opener !== undefined) closers.set(opener, at);
  });
  return closers;
};

/** Dots in the place of ids. */
const isLeftOpen = (tokens: readonly Token[]): boolean =>
  tokens.length === 1 && tokens[0]?.kind === 'range' && /^(?:\.{2,}|…)$/.test(tokens[0].text);

const isIdLike = ({ kind }: Token): boolean => kind === 'id' || kind === 'wildcard';

const isListPart = (token: Token): boolean => {
  const word = token.text.toLowerCase();
  return (
    isIdLike(token) ||
    token.kind === 'join' ||
    token.kind === 'stop' ||
    token.kind === 'range' ||
    (token.kind === 'word' && (JOINING.has(word) || RANGING.has(word) || isNaming(word)))
  );
};
