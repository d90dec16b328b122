import { type PrpList, readPrp } from '../../document/prp/prp';
import type { AchievementId } from '../../model/ids';
import { type Span, sliceOf, span } from '../../model/text';
import type { TextEdit } from '../finding';
import { applyEdits, type Edits, inSteps } from './applyEdits';
import { itemAround, saysNothing, withJoin } from './listItem';

/**
 * Takes a dependency out of the front matter of a PRP file, every mention of it; comments stay, and so does what else the
 * value says that named it. No edits where it is written in a way that this cannot take apart.
 */
export const removeFromFrontMatter = (text: string, id: AchievementId): readonly TextEdit[] => {
  const removeFirst: Edits = (from) => {
    const { dependencies, dependencyList } = readPrp('', from);
    const found = dependencies.find((each) => each.id === id);
    return found && dependencyList ? removal(from, dependencyList, found.span) : [];
  };
  const edits = inSteps(
    text,
    placesOf(text, id).map(() => removeFirst),
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

const removal = (text: string, list: PrpList, place: Span): readonly TextEdit[] => {
  const item = list.items.find(({ start, end }) => start <= place.start && place.end <= end);
  if (!item) return [];
  const within = restOf(text, item, place);
  if (within !== 'nothing') return within ? [{ span: within, newText: '' }] : [];
  if (list.style === 'flow') return [{ span: inBrackets(text, list, item), newText: '' }];
  if (list.style !== 'block') return [{ span: item, newText: '[]' }];
  const line = itemLine(text, item);
  if (!line) return [];
  const gone = { span: line, newText: '' };
  return list.items.length > 1 ? [gone] : [{ span: span(list.keyEnd, list.keyEnd), newText: ' []' }, gone];
};

/** What must go of a value that says something else too; `nothing` where it says nothing else; undefined for a map. */
const restOf = (text: string, item: Span, place: Span): Span | 'nothing' | undefined => {
  const written = sliceOf(text, item);
  if (place.start === item.start && place.end === item.end) return 'nothing';
  if (written.includes('\n')) return undefined;
  const start = place.start - item.start;
  const own = itemAround(written, span(start, start + place.end - place.start));
  if (!own) return undefined;
  if (saysNothing(written.slice(0, own.start) + written.slice(own.end))) return 'nothing';
  const gone = withJoin(written, own);
  return span(item.start + gone.start, item.start + gone.end);
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
