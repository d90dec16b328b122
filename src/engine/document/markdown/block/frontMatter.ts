import type { FrontMatterPlace } from '../../../facts/prpFacts';
import { span } from '../../../model/text';
import { isKnownKey, misspelt } from '../../prp/keys';

/**
 * Finds the front matter: the first block of a document, below a title, comments and blank lines at most, between two
 * rules of hyphens, with a key that front matter has. Rules between paragraphs are none. Looks at each line once.
 */
export const frontMatterAt = (text: string): FrontMatterPlace | undefined => {
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  const opening = openingBelow(text, start);
  return opening && blockBehind(text, opening, opening.start === start);
};

const BOM = 0xfeff;
/** Keys that are compared with known ones until one is found. */
const MOST_MISSPELT = 100;
const OPENING = /^---[ \t]*(?:[ \t]#.*)?$/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const TITLE = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const UNDERLINE = /^ {0,3}=+[ \t]*$/;
/** A key: `prp_id`, `PRP ID`, `depends-on`. */
const KEY = /^[A-Za-z_][\w -]{0,40}$/;
const MERGE = '<<';
/** What else may stand at column 0 in YAML: an element, a comment, the rest of a collection, a directive. */
const YAML_LINE = /^(?:-(?:[ \t]|$)|#|[\]}{,&!]|["'])/;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Behind its line break. */
  readonly next: number;
}

const lineAt = (text: string, start: number): Line => {
  const found = text.indexOf('\n', start);
  const next = found === -1 ? text.length : found + 1;
  const hard = found === -1 ? text.length : found;
  const end = hard > start && text.charCodeAt(hard - 1) === 13 ? hard - 1 : hard;
  return { start, end, text: text.slice(start, end), next };
};

/** The first line that says something, if it opens front matter. */
const openingBelow = (text: string, from: number): Line | undefined => {
  let hasTitle = false;
  for (let at = from; at < text.length; ) {
    const line = lineAt(text, at);
    if (OPENING.test(line.text)) return line;
    const beside = line.text.trim() === '' ? line.next : commentEnd(text, line);
    const behind = beside ?? (hasTitle ? undefined : titleEnd(text, line));
    if (behind === undefined) return undefined;
    hasTitle ||= beside === undefined;
    at = behind;
  }
  return undefined;
};

/** Behind the lines of a comment that has them for itself. */
const commentEnd = (text: string, { start, text: written }: Line): number | undefined => {
  if (!written.trimStart().startsWith('<!--')) return undefined;
  const close = text.indexOf('-->', start);
  if (close === -1) return undefined;
  const rest = lineAt(text, close + '-->'.length);
  return rest.text.trim() === '' ? rest.next : undefined;
};

/** Behind a heading, also one that is underlined. */
const titleEnd = (text: string, { text: written, next }: Line): number | undefined => {
  if (TITLE.test(written)) return next;
  const underline = lineAt(text, next);
  return UNDERLINE.test(underline.text) ? underline.next : undefined;
};

/** The key at the start of a line of YAML; undefined where none stands at column 0. */
const keyIn = (line: string): string | undefined => {
  const colon = line.indexOf(':');
  if (colon < 1 || !/^[ \t]?$/.test(line.slice(colon + 1, colon + 2))) return undefined;
  const key = line
    .slice(0, colon)
    .trimEnd()
    .replace(/^(["'])(.*)\1$/, '$2');
  return key === MERGE || KEY.test(key) ? key : undefined;
};

/** @param isFirst nothing stands above: what is no YAML there is a mistake in it, and no prose between two rules */
const blockBehind = (text: string, opening: Line, isFirst: boolean): FrontMatterPlace | undefined => {
  const found = (end: number, next: number, isClosed: boolean): FrontMatterPlace => ({
    opening: span(opening.start, opening.end),
    content: span(opening.next, end),
    end: next,
    isClosed,
  });
  const block = new Block();
  for (let at = opening.next; at < text.length; ) {
    const line = lineAt(text, at);
    if (CLOSING.test(line.text)) {
      if (block.prose !== undefined && !isFirst) return undefined;
      const early = block.earlyEnd;
      if (early !== undefined) return found(early, early, false);
      return block.isKnown ? found(at, line.next, true) : undefined;
    }
    if (!block.add(line)) return undefined;
    at = line.next;
  }
  const open = block.open ?? { end: text.length, isKnown: block.isKnown };
  return isFirst && open.isKnown ? found(open.end, open.end, false) : undefined;
};

/** What the lines behind an opening rule are. */
class Block {
  /** One of the keys is one that front matter has. */
  isKnown = false;
  /** Where it ends if nothing closes it, and whether a key was known up to there. */
  open: { readonly end: number; readonly isKnown: boolean } | undefined;
  /** The first line that is no YAML. */
  prose: number | undefined;
  #hasBegun = false;
  #keys = 0;

  /** Where it ends if the rule that should close it is missing, and the one that does stands between paragraphs. */
  get earlyEnd(): number | undefined {
    const { open, prose } = this;
    return open?.isKnown && prose !== undefined && open.end < prose ? open.end : undefined;
  }

  /** False where the block begins with something else than YAML. */
  add({ start, text }: Line): boolean {
    const isBlank = text.trim() === '';
    if (isBlank || TITLE.test(text)) this.open ??= { end: start, isKnown: this.isKnown };
    const key = keyIn(text);
    const isYaml = isBlank || /^[ \t]/.test(text) || key !== undefined || YAML_LINE.test(text);
    if (!isYaml && !this.#hasBegun) return false;
    if (!isYaml) this.prose ??= start;
    this.#hasBegun ||= !isBlank && !text.startsWith('#');
    this.isKnown ||= key !== undefined && this.#isKnownKey(key);
    return true;
  }

  #isKnownKey(key: string): boolean {
    return isKnownKey(key) || (this.#keys++ < MOST_MISSPELT && misspelt(key) !== undefined);
  }
}
