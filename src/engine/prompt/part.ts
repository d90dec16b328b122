import { cleaned } from './quote';

/** A piece of a prompt that is there or cut as a whole. */
export interface Block {
  readonly text: string;
  /** 0 is never cut; of the others the higher goes first, of equal ones the later. */
  readonly weight: number;
  /** What is missing when it is cut, in the plural: "goals of other achievements". */
  readonly what: string;
}

/** A section of a prompt. */
export interface Part {
  readonly title: string;
  /** In the words of this program, before the blocks. */
  readonly intro?: string;
  readonly blocks: readonly Block[];
  /** The blocks are text of documents: together they stand in one fence. */
  readonly isQuoted: boolean;
  /** Between the blocks. */
  readonly gap: '\n' | '\n\n';
}

/**
 * What to cut first. Documents can be opened by whoever needs more of them; a task cannot be guessed. `main`: the
 * documents that a prompt is about, `document`: others.
 */
export const WEIGHT = {
  task: 0,
  list: 1,
  main: 2,
  dependencies: 3,
  document: 4,
  peers: 5,
  dependents: 6,
  plan: 7,
} as const;

/** A part of which nothing is ever cut. */
export const fixed = (title: string, text: string): Part => ({
  title,
  blocks: [{ text, weight: WEIGHT.task, what: '' }],
  isQuoted: false,
  gap: '\n\n',
});

/** Items of a list, each of which can be cut. */
export const list = (title: string, items: readonly string[], weight: number, what: string): Part => ({
  title,
  blocks: items.map((item) => ({ text: `- ${item}`, weight, what })),
  isQuoted: false,
  gap: '\n',
});

/** Text of documents, a block each. */
export const quoted = (
  title: string,
  intro: string,
  texts: readonly string[],
  weight: number,
  what: string,
): Part => ({
  title,
  intro,
  blocks: texts
    .map((text) => cleaned(text).replace(/^\n+/, '').trimEnd())
    .filter((text) => text !== '')
    .map((text) => ({ text, weight, what })),
  isQuoted: true,
  gap: '\n\n',
});

const RULE = /^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;

/** Text between blank lines; a rule at the end, which parts sections, is none. */
export const paragraphsOf = (text: string): readonly string[] => {
  const paragraphs = cleaned(text)
    .trimEnd()
    .split(/\n[ \t]*\n/);
  return RULE.test(paragraphs.at(-1) ?? '') ? paragraphs.slice(0, -1) : paragraphs;
};

/** Which end of a document is kept longest: its start, or for logs what was written last. */
export type Kept = 'start' | 'end';

/** A whole document, cut paragraph by paragraph. */
export const quotedDocument = (
  title: string,
  intro: string,
  text: string,
  { weight, what, keeps }: { readonly weight: number; readonly what: string; readonly keeps: Kept },
): Part => {
  const part = quoted(title, intro, paragraphsOf(text), weight, what);
  if (keeps === 'start') return part;
  const { length } = part.blocks;
  const fromEnd = (at: number): number => weight + (length - at) / (length + 1);
  return { ...part, blocks: part.blocks.map((block, at) => ({ ...block, weight: fromEnd(at) })) };
};
