import { type PrpList, readPrp } from '../../document/prp';
import type { AchievementId } from '../../model/achievement';
import { type Span, sliceOf, span } from '../../model/text';
import type { TextEdit } from '../finding';
import { applyEdits, type Edits, inSteps } from './applyEdits';

/** Takes a dependency out of the front matter of a PRP file, every mention of it; comments stay. */
export const removeFromFrontMatter = (text: string, id: AchievementId): readonly TextEdit[] => {
  const removeFirst: Edits = (from) => {
    const { dependencies, dependencyList } = readPrp('', from);
    const found = dependencies.find((each) => each.id === id);
    return found && dependencyList ? removal(from, dependencyList, found.span) : [];
  };
  const count = placesOf(text, id).length;
  const edits = inSteps(
    text,
    Array.from({ length: count }, () => removeFirst),
  );
  const left = readPrp('', applyEdits(text, edits));
  return left.problems.length > readPrp('', text).problems.length ? [] : edits;
};

/** Lets the front matter name another PRP; prefix and quotation marks stay as they are. */
export const renameInFrontMatter = (
  text: string,
  id: AchievementId,
  newId: AchievementId,
): readonly TextEdit[] =>
  placesOf(text, id).map((place) => {
    const written = sliceOf(text, place);
    const wanted = /PRP-/i.test(written) ? newId : newId.replace(/^PRP-/, '');
    return { span: place, newText: written.replace(/(?:PRP-)?\d+(?:\.\d+)*/i, wanted) };
  });

const placesOf = (text: string, id: AchievementId): readonly Span[] =>
  readPrp('', text)
    .dependencies.filter((each) => each.id === id)
    .map((each) => each.span);

const removal = (text: string, list: PrpList, item: Span): readonly TextEdit[] => {
  if (list.style === 'alone') return [{ span: item, newText: '[]' }];
  if (list.style === 'flow') return [{ span: inBrackets(text, list, item), newText: '' }];
  const line = itemLine(text, item);
  if (!line) return [];
  const gone = { span: line, newText: '' };
  return list.items.length > 1 ? [gone] : [{ span: span(list.keyEnd, list.keyEnd), newText: ' []' }, gone];
};

/** The item with the comma that goes with it, and what stands between it and its neighbour unless that is a comment. */
const inBrackets = (text: string, { items }: PrpList, item: Span): Span => {
  const at = items.findIndex(({ start }) => start === item.start);
  const next = items[at + 1];
  const before = items[at - 1];
  const comma = /^[ \t]*,/.exec(text.slice(item.end))?.[0].length ?? 0;
  const own = span(item.start, item.end + comma);
  const wide = next ? span(item.start, next.start) : before ? span(before.end, item.end) : own;
  return sliceOf(text, wide).includes('#') ? own : wide;
};

/** `- id` with its whole line where nothing else stands on it. */
const itemLine = (text: string, item: Span): Span | undefined => {
  const start = text.lastIndexOf('\n', item.start - 1) + 1;
  const dash = /^[ \t]*(?=-[ \t]+$)/.exec(text.slice(start, item.start))?.[0].length;
  if (dash === undefined) return undefined;
  const rest = /^[ \t]*(\r?\n)?/.exec(text.slice(item.end));
  return rest?.[1] === undefined
    ? span(start + dash, item.end + (rest?.[0].length ?? 0))
    : span(start, item.end + rest[0].length);
};
