import { type PrpList, readPrp } from '../../document/prp/prp';
import type { FrontMatterPlace } from '../../facts/prpFacts';
import type { AchievementId } from '../../model/ids';
import { lineBreakOf, type Span, sliceOf, span } from '../../model/text';
import type { TextEdit } from '../finding';
import { applyEdits } from './applyEdits';

/**
 * Adds a dependency to the front matter of a PRP file, in the layout of the list that is there, or as a list of its own
 * behind the other keys. Nothing where there is no front matter or where the result would not read as wanted.
 */
export const addToFrontMatter = (text: string, id: AchievementId): readonly TextEdit[] => {
  const { dependencies, dependencyList, frontMatter, problems } = readPrp('', text);
  if (problems.length > 0 || dependencies.some((each) => each.id === id)) return [];
  const written = dependencies.map((each) => sliceOf(text, each.span)).find(isPlain);
  const newId = written === undefined || /PRP-/i.test(written) ? id : id.replace(/^PRP-/, '');
  const edits = dependencyList ? added(text, dependencyList, newId) : newKey(text, frontMatter, newId);
  const after = readPrp('', applyEdits(text, edits));
  const wanted = [...dependencies.map((each) => each.id), id].sort();
  const found = after.dependencies.map((each) => each.id).sort();
  return after.problems.length === 0 && wanted.join() === found.join() ? edits : [];
};

const isPlain = (written: string): boolean => /^["']?(?:PRP-)?\d/i.test(written);

const insertion = (at: number, newText: string): readonly TextEdit[] => [{ span: span(at, at), newText }];

const added = (text: string, { style, items, keyEnd }: PrpList, newId: string): readonly TextEdit[] => {
  const last = items.at(-1);
  if (style === 'block') return last ? newItem(text, last, newId) : [];
  if (style !== 'flow') return inList(text, keyEnd, last, newId);
  if (last) return insertion(last.end, `, ${newId}`);
  return insertion(text.indexOf('[', keyEnd) + 1, newId);
};

/** What stands there without a list becomes the first of one; `None`, or nothing at all, makes room. */
const inList = (
  text: string,
  keyEnd: number,
  value: Span | undefined,
  newId: string,
): readonly TextEdit[] => {
  if (!value || value.end === value.start) return insertion(keyEnd, ` [${newId}]`);
  const written = sliceOf(text, value);
  return [{ span: value, newText: SAYS_NONE.test(written) ? `[${newId}]` : `[${written}, ${newId}]` }];
};

const SAYS_NONE = /^["']?(?:none|nothing|null|n\/a|~|-+)?["']?$/i;

/** On a line of its own below the last item. */
const newItem = (text: string, last: Span, newId: string): readonly TextEdit[] => {
  const start = text.lastIndexOf('\n', last.start - 1) + 1;
  const dash = /^[ \t]*-[ \t]+/.exec(text.slice(start, last.start))?.[0] ?? '- ';
  const end = text.indexOf('\n', last.end);
  const eol = lineBreakOf(text);
  return end === -1 ? [] : insertion(end + 1, `${dash}${newId}${eol}`);
};

/** Behind the other keys. */
const newKey = (
  text: string,
  frontMatter: FrontMatterPlace | undefined,
  newId: string,
): readonly TextEdit[] =>
  frontMatter?.isClosed
    ? insertion(frontMatter.content.end, `dependencies: [${newId}]${lineBreakOf(text)}`)
    : [];
