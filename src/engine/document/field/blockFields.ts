import type { Field, FieldForm } from '../../facts/field';
import { type Span, span } from '../../model/text';
import type { Block } from '../markdown/block/blockTree';
import type { ScannedLines } from '../markdown/lines';
import type { LinesWithFields } from '../markdown/linesWithFields';
import { mayState } from '../stated/unreadLabel';
import type { Vocabulary } from '../words/vocabulary';
import { type Allowed, allowedInside, isAllowed } from './allowedLabels';
import { splitLabels } from './inlineLabels';
import { bareLabel, readLabel } from './label/label';
import { hasValue, type Label, trimmed } from './label/labelParts';
import { taggedLabel } from './label/taggedLabel';
import { type LabelledBlocks, labelledBlocks } from './labelledBlocks';
import { cellFields, type Row } from './tableFields';

/** Reads fields wherever they may stand, by the blocks of Markdown. */
export const readBlockFields = (
  scan: ScannedLines,
  firstLine: number,
  lastLine: number,
  vocabulary: Vocabulary,
): LinesWithFields => {
  const base = scan.index.startOf(firstLine);
  const read = labelledBlocks(scan, firstLine, lastLine, vocabulary);
  return {
    fields: new FieldReader(read, vocabulary).read().map((field) => moved(field, base)),
    isHidden: (offset) => read.kinds[read.lines.index.lineAt(offset - base)] === 'hidden',
  };
};

const moved = (field: Field, by: number): Field => ({
  ...field,
  valueSpan: span(field.valueSpan.start + by, field.valueSpan.end + by),
  block: span(field.block.start + by, field.block.end + by),
});

const HEADING = /^#{1,6}[ \t]+/;
const SUMMARY = /<summary>(?=[^<\n]*<\/summary>)[ \t]*/i;
const LIST = /^(?:[-*+]|\d{1,9}[.)])[ \t]/;
/** An item about another achievement, whose labels are that one's. */
const OF_ANOTHER = /^[^\p{L}\p{N}\n]{0,12}(?:x\][^\p{L}\p{N}\n]{0,8})?achievement\s+\d/iu;
/** An item that states an id, below a label that forgot to hold it. */
const STATES_ID = /^(?:\[[ xX]\][ \t]+)?[^\p{L}\p{N}\n[]{0,8}(?:achievements?\s+)?\d+\.\d/iu;

/** Blocks beside each other, and the place of one among them. */
interface Place {
  readonly blocks: readonly Block[];
  readonly at: number;
}

class FieldReader {
  readonly #read: LabelledBlocks;
  readonly #vocabulary: Vocabulary;
  readonly #fields: Field[] = [];

  constructor(read: LabelledBlocks, vocabulary: Vocabulary) {
    this.#read = read;
    this.#vocabulary = vocabulary;
  }

  read(): readonly Field[] {
    this.#walk(this.#read.blocks, 'all');
    return this.#fields;
  }

  /** @param from the first block that is looked at */
  #walk(blocks: readonly Block[], allowed: Allowed, from = 0, to = blocks.length): void {
    for (let at = from; at < to; at++) at += this.#readBlock({ blocks, at }, allowed);
  }

  /** Answers how many of the blocks below belong to what was read. */
  #readBlock(place: Place, allowed: Allowed): number {
    const block = blockAt(place);
    switch (block?.kind) {
      case 'paragraph':
      case 'heading':
      case 'html':
        return this.#readText(place, block, allowed);
      case 'item':
        return this.#readItem(place, block, allowed);
      case 'quote':
        this.#walk(block.children, inner(allowed));
        return 0;
      case 'code':
        this.#readCode(block, allowed);
        return 0;
      case 'table':
        this.#fields.push(
          ...this.#cells(block).filter(
            (field) => allowed !== 'stated' && (field.name !== 'other' || mayState(field)),
          ),
        );
        return 0;
      default:
        return 0;
    }
  }

  /** A paragraph, a heading or a summary: where its label has no value, what stands right below belongs to it. */
  #readText(place: Place, block: Block, allowed: Allowed): number {
    const line = this.#read.lines.textOf(block.first);
    const label = this.#labelOf(block) ?? this.#bareLabel(block, this.#hasBelow(place));
    if (!label) this.#readLooseRows(block, allowed);
    if (!label || !isAllowed(allowed, label, line)) return 0;
    const labels = splitLabels(line, label, this.#vocabulary);
    const last = labels.at(-1) ?? label;
    const isBelow = block.last > block.first && !label.isItem;
    const owned = label.isItem ? 0 : this.#ownedBelow(place, last, isBelow);
    const end = owned === 0 ? block : (place.blocks[place.at + owned] ?? block);
    const text = isBelow ? block.first + 1 : firstTextOf(place, owned);
    const form = block.kind === 'paragraph' ? (label.isItem ? 'item' : 'paragraph') : 'heading';
    const lastLine = label.isItem ? this.#lastDeeper(block.first, block.last) : end.last;
    this.#add(labels, form, block.first, lastLine, text);
    this.#readInside(last, { blocks: place.blocks, at: place.at + 1 }, place.at + 1 + owned);
    return owned;
  }

  #readItem(place: Place, item: Block, allowed: Allowed): number {
    const [text] = item.children;
    if (text?.kind !== 'paragraph') {
      this.#walk(item.children, inner(allowed));
      return 0;
    }
    const line = this.#read.lines.textOf(text.first);
    const column = this.#read.contentOf(text.first);
    const label = this.#labelOf(text) ?? this.#bareLabel(text, item.children.length > 1);
    if (!label || !isAllowed(allowed, label, line)) {
      if (!OF_ANOTHER.test(line.slice(column))) this.#walk(item.children, inner(allowed), 1);
      return 0;
    }
    const labels = splitLabels(line, label, this.#vocabulary);
    const last = labels.at(-1) ?? label;
    const below = item.children[1];
    const owned = below === undefined && text.last === text.first ? this.#itemsBelow(place, item, last) : 0;
    const end = place.blocks[place.at + owned] ?? item;
    const second = text.last > text.first ? text.first + 1 : firstTextOf({ blocks: item.children, at: 0 }, 1);
    const isLabelled = below?.kind === 'paragraph' && this.#labelOf(below) !== undefined;
    this.#add(
      labels,
      'item',
      item.first,
      end.last,
      isLabelled && text.last === text.first ? undefined : second,
    );
    this.#readInside(last, { blocks: item.children, at: 1 }, item.children.length);
    return owned;
  }

  /** Labels inside of the field read last: those that are fields of their own end it. */
  #readInside(owner: Label, { blocks, at }: Place, to: number): void {
    if (OF_ANOTHER.test(owner.label)) return;
    const before = this.#fields.length;
    this.#walk(blocks, allowedInside(owner.name, hasValue(owner)), at, to);
    const first = this.#fields[before];
    const field = this.#fields[before - 1];
    if (!first || !field) return;
    const end = this.#contentEnd(first.block.start, field.valueSpan.end);
    this.#fields[before - 1] = { ...field, block: span(field.block.start, end) };
    if (field.name === 'dependencies' || field.name === 'blocks')
      this.#goOn(field, before, blocks.slice(at, to));
  }

  /** Items behind a field inside of one go on with it. */
  #goOn(field: Field, from: number, blocks: readonly Block[]): void {
    const { lines } = this.#read;
    const inside = this.#fields.slice(from);
    const first = inside[0]?.block.start ?? 0;
    for (const item of blocks.filter(({ kind }) => kind === 'item')) {
      const block = span(lines.index.startOf(item.first), lines.endOf(item.last));
      const isRead = inside.some(({ block: { start } }) => block.start <= start && start < block.end);
      if (block.start < first || isRead) continue;
      const content = trimmed(lines.textOf(item.first), this.#read.contentOf(item.first));
      const valueSpan = span(block.start + content.start, block.start + content.end);
      const value = lines.text.slice(valueSpan.start, valueSpan.end);
      this.#fields.push({ ...field, value, valueSpan, block, form: 'item' });
    }
  }

  /** How many blocks below a label belong to it: a list, paragraph, quote or table where it announces something. */
  #ownedBelow({ blocks, at }: Place, label: Label, hasText: boolean): number {
    const isEmpty = !hasValue(label) && !hasText;
    if (!isEmpty && !this.#endsWithColon(blocks[at])) return 0;
    let below = at + 1;
    while (blocks[below]?.kind === 'html' || (below === at + 1 && blocks[below]?.kind === 'break')) below++;
    const next = blocks[below];
    const count = below - at;
    if (next?.kind === 'item') return count - 1 + listLength(blocks, below);
    if (!isEmpty || next === undefined || !this.#isUnlabelled(next)) return 0;
    return this.#endsWithColon(next) ? count + listLength(blocks, below + 1) : count;
  }

  /** A paragraph, quote or table without a label of its own. */
  #isUnlabelled(block: Block): boolean {
    if (block.kind === 'table') return this.#cells(block).length === 0;
    let text: Block | undefined = block;
    while (text?.kind === 'quote' || (text !== block && text?.kind === 'item')) text = text.children[0];
    return text?.kind === 'paragraph' && !this.#labelOf(text);
  }

  /** How many items below an empty one state ids and were meant to be inside of it. */
  #itemsBelow({ blocks, at }: Place, item: Block, label: Label): number {
    if (hasValue(label) || (label.name !== 'dependencies' && label.name !== 'blocks')) return 0;
    let count = 0;
    for (let next = blocks[at + 1]; next?.kind === 'item'; next = blocks[at + 1 + count]) {
      const line = this.#read.lines.textOf(next.first).slice(this.#read.contentOf(next.first));
      if (next.mark !== item.mark || !STATES_ID.test(line)) break;
      count++;
    }
    return count;
  }

  /** Whether text, a list or the like stands right below. */
  #hasBelow({ blocks, at }: Place): boolean {
    const next = blocks[at + 1]?.kind === 'break' ? blocks[at + 2] : blocks[at + 1];
    return next !== undefined && HOLDS_VALUE.has(next.kind);
  }

  /** A word that says what waits, alone on its line above what it says: `- Dependencies` with a list inside. */
  #bareLabel(block: Block, hasBelow: boolean): Label | undefined {
    if (block.kind !== 'paragraph' || this.#read.kinds[block.first] === 'hidden') return undefined;
    if (!hasBelow && block.last === block.first) return undefined;
    const line = this.#read.lines.textOf(block.first);
    return bareLabel(line, this.#read.contentOf(block.first), this.#vocabulary);
  }

  /** Lines like rows of a table that has no row of delimiters. */
  #readLooseRows(block: Block, allowed: Allowed): void {
    if (block.kind !== 'paragraph' || allowed === 'stated') return;
    const { lines, kinds, contentOf } = this.#read;
    for (let line = block.first; line <= block.last; line++) {
      const column = contentOf(line);
      const text = lines.textOf(line).slice(column);
      if (!text.startsWith('|') || kinds[line] === 'hidden') continue;
      const row = { text, start: lines.index.startOf(line) + column };
      this.#fields.push(...cellFields([row], this.#vocabulary).filter(mayState));
    }
  }

  /** Lines of indented code that look like fields: nobody indents code for that. */
  #readCode(block: Block, allowed: Allowed): void {
    for (let line = block.first; line <= block.last; line++) {
      if (this.#read.kinds[line] !== 'text') continue;
      const text = this.#read.lines.textOf(line);
      const label = readLabel(text, this.#read.contentOf(line), this.#vocabulary);
      if (!label || label.name === 'other' || !isAllowed(allowed, label, text)) continue;
      const last = this.#lastDeeper(line, block.last);
      this.#add(splitLabels(text, label, this.#vocabulary), 'item', line, last, undefined);
      line = last;
    }
  }

  /** The last line below `first` that is indented further. */
  #lastDeeper(first: number, limit: number): number {
    const { kinds, contentOf } = this.#read;
    let last = first;
    for (let line = first + 1; line <= limit; line++) {
      if (kinds[line] === 'blank') continue;
      if (contentOf(line) <= contentOf(first)) break;
      last = line;
    }
    return last;
  }

  #add(
    labels: readonly Label[],
    form: FieldForm,
    first: number,
    last: number,
    below: number | undefined,
  ): void {
    const { lines } = this.#read;
    const start = lines.index.startOf(first);
    const line = lines.textOf(first);
    const end = last === first ? start + line.length : lines.endOf(last);
    labels.forEach(({ name, label, value, start: column }, at) => {
      const isLast = at === labels.length - 1;
      const isOnly = labels.length === 1;
      const own = span(start + value.start, start + value.end);
      const valueSpan = (isLast && below !== undefined && !hasValue({ value }) && this.#textAt(below)) || own;
      this.#fields.push({
        name,
        label,
        value: lines.text.slice(valueSpan.start, valueSpan.end),
        valueSpan,
        block: span(isOnly ? start : start + column, isLast ? Math.max(end, valueSpan.end) : valueSpan.end),
        form: isOnly ? form : 'inline',
      });
    });
  }

  /** The content of a line, where that does not look like a list. */
  #textAt(line: number): Span | undefined {
    const { lines, contentOf } = this.#read;
    const start = lines.index.startOf(line);
    const text = lines.textOf(line);
    const content = trimmed(text, contentOf(line));
    return LIST.test(text.slice(content.start))
      ? undefined
      : span(start + content.start, start + content.end);
  }

  /** The end of the last line with content above an offset. */
  #contentEnd(offset: number, least: number): number {
    const { lines, kinds } = this.#read;
    let line = lines.index.lineAt(offset) - 1;
    while (line > 0 && kinds[line] === 'blank') line--;
    return line < 0 ? least : Math.max(least, lines.endOf(line));
  }

  #labelOf(block: Block): Label | undefined {
    const { lines, kinds, contentOf } = this.#read;
    const line = lines.textOf(block.first);
    const column = contentOf(block.first);
    if (block.kind === 'paragraph') {
      return kinds[block.first] === 'hidden' ? undefined : readLabel(line, column, this.#vocabulary);
    }
    const pattern = block.kind === 'heading' ? HEADING : block.kind === 'html' ? SUMMARY : undefined;
    const mark = pattern?.exec(line.slice(column));
    if (!mark && block.kind === 'html') return taggedLabel(line, this.#vocabulary);
    return mark ? this.#titleLabel(line, column + mark.index + mark[0].length, block.kind) : undefined;
  }

  /** The known word that a heading or summary is, or starts with. */
  #titleLabel(line: string, from: number, kind: Block['kind']): Label | undefined {
    const title =
      kind === 'html' ? line.slice(0, line.indexOf('<', from)) : line.replace(/[ \t]#+[ \t]*$/, '');
    const label =
      readLabel(title, from, this.#vocabulary) ?? readLabel(`${title.trimEnd()}:`, from, this.#vocabulary);
    if (!label || label.name === 'other') return undefined;
    const { start, end } = label.value;
    return { ...label, value: start < end ? label.value : span(line.length, line.length), isItem: false };
  }

  #cells(block: Block): readonly Field[] {
    const { lines, contentOf } = this.#read;
    const rows: Row[] = [];
    for (let line = block.first; line <= block.last; line++) {
      if (line === block.first + 1) continue;
      const column = contentOf(line);
      rows.push({ text: lines.textOf(line).slice(column), start: lines.index.startOf(line) + column });
    }
    return cellFields(rows, this.#vocabulary);
  }

  #endsWithColon(block: Block | undefined): boolean {
    return block?.kind === 'paragraph' && /[:：]$/.test(this.#read.lines.textOf(block.last).trimEnd());
  }
}

const HOLDS_VALUE: ReadonlySet<Block['kind']> = new Set(['paragraph', 'item', 'quote', 'code', 'table']);

const blockAt = ({ blocks, at }: Place): Block | undefined => blocks[at];

const inner = (allowed: Allowed): Allowed => (allowed === 'all' ? 'known' : allowed);

/** The first line of the paragraph that is the first of some blocks below, comments left out. */
const firstTextOf = ({ blocks, at }: Place, owned: number): number | undefined => {
  const first = blocks.slice(at + 1, at + 1 + owned).find(({ kind }) => kind !== 'html');
  return first?.kind === 'paragraph' ? first.first : undefined;
};

/** How many items of one list stand at a place. */
const listLength = (blocks: readonly Block[], at: number): number => {
  const first = blocks[at];
  let end = at;
  while (first?.kind === 'item' && blocks[end]?.kind === 'item' && blocks[end]?.mark === first.mark) end++;
  return end - at;
};
