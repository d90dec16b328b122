import type { Node } from 'jsonc-parser';
import { readParallel } from '../../document/parallel/parallelFile';
import { roleOf } from '../../document/parallel/parallelKeys';
import type { IdReference, ParallelAchievement } from '../../facts/parallelFacts';
import type { AchievementId } from '../../model/ids';
import { sliceOf, span } from '../../model/text';
import { inSteps } from '../applyEdits';
import type { TextEdit } from '../textEdit';
import { gapAt } from './jsonIndent';
import { isRange, jsonTreeOf, nodeAt, writtenAt } from './jsonTree';
import { removeElements } from './removeElements';

/** Adds ids to the end of the `dependencies` of an achievement, in the layout of that list; nothing in malformed text. */
export const addDependencies = (
  text: string,
  id: AchievementId,
  added: readonly AchievementId[],
): readonly TextEdit[] => addToEach(text, new Map([[id, added]]));

/** The same for many achievements at once; edits in the order of the text. */
export const addToEach = (
  text: string,
  added: ReadonlyMap<AchievementId, readonly AchievementId[]>,
): readonly TextEdit[] => {
  const root = jsonTreeOf(text);
  if (!root) return [];
  const entries = new Map(readParallel(text).achievements.map((each) => [each.id, each]));
  return [...added]
    .flatMap(([id, ids]) => {
      const entry = entries.get(id);
      return entry && ids.length > 0 ? addToEntry(text, root, entry, ids) : [];
    })
    .sort((one, other) => one.span.start - other.span.start);
};

const addToEntry = (
  text: string,
  root: Node,
  entry: ParallelAchievement,
  added: readonly AchievementId[],
): readonly TextEdit[] => {
  const object = nodeAt(root, entry.span);
  if (!object) return [];
  const ids = added.map((each) => JSON.stringify(each));
  const list = propertyOf(object, 'dependencies') ?? otherListOf(object);
  if (list) return addTo(text, list, ids);
  const property = nodeAt(root, entry.idSpan)?.parent;
  if (!property) return [];
  const gap = gapAt(text, property.offset);
  return [insertion(property.offset + property.length, `,${gap}"dependencies": [${ids.join(', ')}]`)];
};

/** Gives the outermost object an empty list of achievements; nothing in malformed text, or where there is no object. */
export const addAchievementList = (text: string): readonly TextEdit[] => {
  const root = jsonTreeOf(text);
  if (root?.type !== 'object') return [];
  const last = root.children?.at(-1);
  const list = '"achievements": []';
  if (last) return [insertion(last.offset + last.length, `,${gapAt(text, last.offset)}${list}`)];
  return [insertion(root.offset + 1, ` ${list} `)];
};

/** Takes ids out of the `dependencies` of an achievement and puts others in, where those stood as far as they reach. */
export const exchangeDependencies = (
  text: string,
  id: AchievementId,
  removed: readonly AchievementId[],
  added: readonly AchievementId[],
): readonly TextEdit[] => {
  const stated = (from: string): readonly IdReference[] =>
    (entryOf(from, id)?.dependencies ?? []).filter(({ value }) => removed.includes(value));
  const root = jsonTreeOf(text);
  // of a range one end cannot go alone
  if (!root || stated(text).some(({ span: place }) => isRange(text, place))) return [];
  return inSteps(text, [
    (from) =>
      stated(from)
        .slice(0, added.length)
        .map(({ span: place }, at) => ({ span: place, newText: writtenAt(root, place, added[at] ?? '') })),
    (from) =>
      removeElements(
        from,
        stated(from).map(({ span: place, whole }) => whole?.span ?? place),
      ),
    (from) => addDependencies(from, id, added.slice(stated(text).length)),
  ]);
};

/** Of two of the same id the last, as its facts are those that count. */
const entryOf = (text: string, id: AchievementId): ParallelAchievement | undefined =>
  readParallel(text).achievements.findLast((each) => each.id === id);

const propertyOf = (object: Node, key: string): Node | undefined =>
  object.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1];

/** The list under another word for dependencies, which counts as well. */
const otherListOf = (object: Node): Node | undefined =>
  object.children?.findLast(({ children }) => roleOf(String(children?.[0]?.value)) === 'dependencies')
    ?.children?.[1];

const addTo = (text: string, list: Node, ids: readonly string[]): readonly TextEdit[] => {
  const place = span(list.offset, list.offset + list.length);
  if (list.type === 'object') return [];
  if (list.type !== 'array') {
    const isReference = (list.type === 'string' && list.value !== '') || list.type === 'number';
    return [
      { span: place, newText: `[${[...(isReference ? [sliceOf(text, place)] : []), ...ids].join(', ')}]` },
    ];
  }
  const last = list.children?.at(-1);
  if (!last) return [insertion(list.offset + 1, ids.join(', '))];
  const gap = gapAt(text, last.offset);
  return [insertion(last.offset + last.length, ids.map((each) => `,${gap}${each}`).join(''))];
};

const insertion = (at: number, newText: string): TextEdit => ({ span: span(at, at), newText });
