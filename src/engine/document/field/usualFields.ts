import { firstWhere } from '../../../shared/firstWhere';
import type { Field } from '../../facts/field';
import { span } from '../../model/text';
import type { ScannedLines } from '../markdown/lines';
import type { Vocabulary } from '../words/vocabulary';
import { allowedInside, isAllowed } from './allowedLabels';
import { splitLabels } from './inlineLabels';
import { bareLabel, readLabel } from './label/label';
import { hasValue, type Label } from './label/labelParts';
import { mayBeRow } from './tableFields';

/**
 * The fields of lines as nearly all plans have them: bullets at column 0 with lists below them, and bold labels with a
 * value on their line or a list below. Undefined as soon as anything else might be one or belong to one; then the blocks
 * decide (`blockFields.ts`), which takes ten times as long and gives the same answer for all that is read here.
 */
export const readUsualFields = (
  scan: ScannedLines,
  firstLine: number,
  lastLine: number,
  vocabulary: Vocabulary,
): readonly Field[] | undefined => {
  const reader = new UsualReader(scan, vocabulary, firstLine);
  for (let line = firstLine; line <= lastLine; line++) {
    if (!reader.read(line)) return undefined;
  }
  return reader.fields();
};

interface Found {
  readonly first: number;
  last: number;
  readonly label: Label;
}

const SPACE = 32;
const STAR = 42;
const DASH = 45;
const TAB = 9;
/** A bullet whose item is nothing but text, whatever that begins with. */
const TEXT_ITEM = /^- (?:[A-Za-z"'(~]|`[^`]|\[[^^]|[*_]{1,3}[A-Za-z]|\d+(?!\d|[.)](?:[ \t]|$))|[^\0-\x7F])/;
const RULE = /^-{3,}[ \t]*$/;
const BOLD = /^\*\*[^\s*]/;
const NESTED_LIST = /^ {2,}(?:[-*+]|\d{1,9}[.)])[ \t]/;
const FENCE = /^(?:```|~~~)/;
/** What stands behind the marks of block quotes. */
const CONTENT = /[^>\s]/;
const TAG = /^<[a-z/]/i;
/** Text between tags on their line. */
const TAGGED_TEXT = />[ \t]*[\p{L}\p{N}]/u;

class UsualReader {
  readonly #scan: ScannedLines;
  readonly #vocabulary: Vocabulary;
  readonly #found: Found[] = [];
  /** The field that a line right below would go on with, or be inside of. */
  #field: Found | undefined;
  /** The field whose list stands here: its label is a line without a value. */
  #owner: Found | undefined;
  #isInItem = false;
  #isBelowBlank = true;
  #isBelowHidden = false;
  #isInTags = false;
  #nextTable: number;

  constructor(scan: ScannedLines, vocabulary: Vocabulary, firstLine: number) {
    this.#scan = scan;
    this.#vocabulary = vocabulary;
    this.#nextTable = firstAtLeast(scan.tables, firstLine);
  }

  /** False where the line is none of the usual ones. */
  read(line: number): boolean {
    const kind = this.#scan.kinds[line];
    if (kind === 'blank') {
      this.#isBelowBlank = true;
      return true;
    }
    const isUsual = kind === 'text' ? this.#readText(line) : kind === 'hidden' && this.#readHidden(line);
    this.#isBelowBlank = false;
    this.#isBelowHidden = kind === 'hidden';
    return isUsual;
  }

  fields(): readonly Field[] {
    const { index, textOf } = this.#scan;
    return this.#found.map(({ first, last, label: { name, label, value, isItem } }) => {
      const start = index.startOf(first);
      return {
        name,
        label,
        value: textOf(first).slice(value.start, value.end),
        valueSpan: span(start + value.start, start + value.end),
        block: span(start, index.startOf(last) + textOf(last).length),
        form: isItem ? 'item' : 'paragraph',
      };
    });
  }

  #readText(line: number): boolean {
    const code = this.#scan.firstCodeOf(line);
    const text = this.#scan.textOf(line);
    if (code === SPACE) return this.#isInItem ? this.#readInside(line, text) : this.#readOther(line, text);
    if (code === DASH) return this.#readBullet(line, text);
    if (code === STAR && BOLD.test(text)) return this.#readBold(line, text);
    return code !== TAB && code !== STAR && this.#readOther(line, text);
  }

  /** A line below a bullet, further in. */
  #readInside(line: number, text: string): boolean {
    const field = this.#field;
    const isList = NESTED_LIST.test(text);
    const content = text.trimStart();
    if (!text.startsWith('  ') || content.startsWith('|') || content.startsWith('>')) return false;
    if (field && !isList && field.last === field.first && !hasValue(field.label)) return false;
    if (this.#isLabelledInside(text, text.length - content.length)) return false;
    if (field) field.last = line;
    return true;
  }

  #isLabelledInside(text: string, column: number): boolean {
    const label = readLabel(text, column, this.#vocabulary);
    const owner = this.#field?.label;
    return (
      label !== undefined &&
      isAllowed(owner ? allowedInside(owner.name, hasValue(owner)) : 'known', label, text)
    );
  }

  #readBullet(line: number, text: string): boolean {
    if (!TEXT_ITEM.test(text)) return RULE.test(text) && this.#isBelowBlank && this.#leave();
    const owner = this.#owner;
    this.#isInItem = true;
    if (owner) {
      this.#field = owner;
      owner.last = line;
      return !this.#isLabelledInside(text, 0);
    }
    const label = readLabel(text, 0, this.#vocabulary);
    if (label) return this.#add(line, label, text);
    if (this.#hasInside(line) && bareLabel(text, 0, this.#vocabulary)) return false;
    const above = this.#field;
    this.#field = undefined;
    // ids that stand below an empty label, not inside of it
    return !above || hasValue(above.label) || above.last !== above.first;
  }

  #readBold(line: number, text: string): boolean {
    const label = readLabel(text, 0, this.#vocabulary);
    if (!label) return this.#readOther(line, text);
    this.#isInItem = false;
    this.#owner = undefined;
    if (text.endsWith(':') && hasValue(label)) return false;
    const isUsual = this.#add(line, label, text);
    if (!hasValue(label)) this.#owner = this.#field;
    return isUsual;
  }

  /** Whether something may stand inside of a bullet, which few have. */
  #hasInside(line: number): boolean {
    if (line + 1 >= this.#scan.kinds.length) return false;
    const below = this.#scan.firstCodeOf(line + 1);
    return below === SPACE || below === TAB || this.#scan.kinds[line + 1] === 'blank';
  }

  #add(line: number, label: Label, text: string): boolean {
    this.#field = { first: line, last: line, label };
    this.#found.push(this.#field);
    return splitLabels(text, label, this.#vocabulary).length === 1;
  }

  /** Anything else, which must neither have a label nor belong to a field. */
  #readOther(line: number, text: string): boolean {
    const isOwned = this.#owner !== undefined && this.#owner.last === this.#owner.first;
    if (isOwned || (this.#field && !this.#isBelowBlank)) return false;
    if (text.includes('|') && mayBeRow(text, this.#isHead(line), this.#vocabulary)) return false;
    const column = text.startsWith('>') || text.startsWith(' ') ? Math.max(0, text.search(CONTENT)) : 0;
    if (readLabel(text, column, this.#vocabulary)) return false;
    if (bareLabel(text, column, this.#vocabulary)) return false;
    return this.#leave();
  }

  /** Whether a table starts on a line; asked from the first line to the last. */
  #isHead(line: number): boolean {
    const { tables } = this.#scan;
    while ((tables[this.#nextTable] ?? line) < line) this.#nextTable++;
    return tables[this.#nextTable] === line;
  }

  /** Code, comments and tags; what people put between tags is for the blocks. */
  #readHidden(line: number): boolean {
    const text = this.#scan.textOf(line);
    if (text.trim() === '') return true;
    const isFirst = !this.#isBelowHidden;
    if (isFirst) this.#isInTags = TAG.test(text.trimStart());
    if (this.#isInTags && (!isFirst || text.includes('<summary') || TAGGED_TEXT.test(text))) return false;
    if (this.#owner && this.#owner.last === this.#owner.first) return false;
    if (this.#isInItem && text.startsWith('  ')) {
      if (this.#field) this.#field.last = line;
      return true;
    }
    if (text.startsWith('\t')) return false;
    const mayGoOn = isFirst && !this.#isBelowBlank && !FENCE.test(text);
    return !(this.#field && mayGoOn) && this.#leave();
  }

  #leave(): true {
    this.#field = undefined;
    this.#owner = undefined;
    this.#isInItem = false;
    return true;
  }
}

/** Index of the first of rising numbers that is at least `least`. */
const firstAtLeast = (numbers: readonly number[], least: number): number =>
  firstWhere(numbers.length, (at) => (numbers[at] ?? 0) >= least);
