import type { Node } from 'jsonc-parser';
import { roleOf } from '../document/parallel/parallelKeys';
import { readIdText } from '../document/parallel/parallelText';
import { ID_KEYS as OBJECT_ID_KEYS } from '../document/parallel/parallelValues';
import type { AchievementId } from '../model/ids';
import { type Span, span } from '../model/text';

/** An id in parallel.json. */
export interface JsonPlace {
  readonly id: AchievementId;
  /** Without quotes. */
  readonly span: Span;
  /** Written as a number: quotes are needed where the new id is none. */
  readonly isNumber: boolean;
  /** In a list the format does not know, all of whose elements are ids. */
  readonly isDoubtful: boolean;
}

/** Keys whose value, or whose list's elements, are ids. */
const ID_KEYS = new Set([
  'achievement_id',
  'dependencies',
  'blocks',
  'achievements',
  'from_achievement',
  'to_achievement',
  'parallelizable_with',
]);
/** Where the short keys of the second form name achievements. */
const SHORT_KEYS = new Map([
  ['id', 'achievements'],
  ['from', 'cross_priority_dependencies'],
  ['to', 'cross_priority_dependencies'],
  ['source', 'cross_priority_dependencies'],
  ['target', 'cross_priority_dependencies'],
]);
/** What names an achievement in an entry, and in an object that stands for its id. */
const NAMING_KEYS: ReadonlySet<string> = new Set(OBJECT_ID_KEYS);
const SUB_EXECUTIONS = 'sub_executions';
const PROSE = 'notes';

/** A value on the way through the tree, with the keys above it and the achievement it belongs to. */
interface Visit {
  readonly node: Node;
  readonly key: string;
  readonly parentKey: string;
  readonly owner: AchievementId | undefined;
  readonly isExecution: boolean;
}

/** Every place of a parallel.json that names an achievement; `isKnown` tells the ids of the plan. */
export const jsonPlaces = (
  text: string,
  root: Node,
  isKnown: (id: string) => boolean,
): readonly JsonPlace[] => {
  const places: JsonPlace[] = [];
  const waiting: Visit[] = [{ node: root, key: '', parentKey: '', owner: undefined, isExecution: false }];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const { node } = visit;
    if (node.type === 'object') waiting.push(...propertiesOf(text, visit));
    else if (node.type === 'array') {
      const isDoubtful = !isIdKey(visit) && visit.key !== PROSE && isListOfIds(node, isKnown);
      for (const child of node.children ?? []) {
        if (isDoubtful) places.push(placeOf(text, child, true));
        else waiting.push({ ...visit, node: child });
      }
    } else if (visit.isExecution) places.push(...executionPlaces(text, visit));
    else if (isIdKey(visit) && isScalar(node)) places.push(...idPlaces(text, node));
  }
  return places;
};

const propertiesOf = (text: string, { node, key, owner, isExecution }: Visit): readonly Visit[] => {
  const own = key === 'achievements' ? (idOf(text, node) ?? owner) : owner;
  return (node.children ?? []).flatMap(({ children }) => {
    const [name, value] = children ?? [];
    if (!name || !value) return [];
    const isBelow = isExecution || name.value === SUB_EXECUTIONS;
    return [{ node: value, key: String(name.value), parentKey: key, owner: own, isExecution: isBelow }];
  });
};

/** The last of two equal keys counts. */
const idOf = (text: string, { children = [] }: Node): AchievementId | undefined => {
  const values = (wanted: string): readonly Node[] =>
    children.flatMap(({ children: [name, value] = [] }) => (value && name?.value === wanted ? [value] : []));
  const value = values('achievement_id').at(-1) ?? values('id').at(-1);
  return value && isScalar(value) ? writtenId(text, value) : undefined;
};

const isIdKey = ({ key, parentKey }: Visit): boolean =>
  ID_KEYS.has(key) ||
  roleOf(key) !== undefined ||
  (SHORT_KEYS.has(key) && SHORT_KEYS.get(key) === parentKey) ||
  (NAMING_KEYS.has(key) && (parentKey === 'achievements' || roleOf(parentKey) !== undefined));

const isScalar = ({ type }: Node): boolean => type === 'string' || type === 'number';

const isListOfIds = ({ children = [] }: Node, isKnown: (id: string) => boolean): boolean =>
  children.length > 0 && children.every(({ type, value }) => type === 'string' && isKnown(String(value)));

/** A number keeps its digits: `1.10`. */
const writtenId = (text: string, { type, value, offset, length }: Node): AchievementId =>
  type === 'number' ? text.slice(offset, offset + length) : String(value).trim();

/** The id that a value is, or those that a text names: `Achievement 1.1 (schema)`, `1.1, 1.2`, both ends of a range. */
const idPlaces = (text: string, node: Node): readonly JsonPlace[] => {
  const written = text.slice(node.offset + 1, node.offset + node.length - 1);
  const isText = node.type === 'string' && written === node.value && !ONLY_ID.test(written);
  if (!isText) return [placeOf(text, node, false)];
  return Array.from(written.matchAll(EACH_ID), ({ 0: id, index }) => {
    const start = node.offset + 1 + index;
    const isDoubtful = readIdText(written, { all: () => [] }).ids.length === 0;
    return { id, span: span(start, start + id.length), isNumber: false, isDoubtful };
  });
};

const ONLY_ID = /^\s*(?:PRP-)?\d+(?:\.\d+)*\s*$/i;
const EACH_ID = /(?<![\w.])(?:PRP-)?\d+(?:\.\d+)+(?![\w]|\.\d)/gi;

const placeOf = (text: string, node: Node, isDoubtful: boolean): JsonPlace => {
  const id = writtenId(text, node);
  return { id, span: spanOf(text, node, id), isNumber: node.type === 'number', isDoubtful };
};

/** An id written with escapes takes up all between the quotes. */
const spanOf = (text: string, { type, offset, length }: Node, id: string): Span => {
  if (type === 'number') return span(offset, offset + length);
  const at = text.slice(offset, offset + length).indexOf(id);
  return at === -1 ? span(offset + 1, offset + length - 1) : span(offset + at, offset + at + id.length);
};

/** Executions count on from their achievement: of `2.1.1` the first two numbers are its id. */
const executionPlaces = (text: string, visit: Visit): readonly JsonPlace[] => {
  const { node, key, owner } = visit;
  const isOfIds = key === 'execution_id' || key === 'id' || ID_KEYS.has(key);
  if (owner === undefined || node.type !== 'string' || !isOfIds) return [];
  const place = placeOf(text, node, false);
  if (!place.id.startsWith(`${owner}.`)) return key === 'dependencies' ? [place] : [];
  return [{ ...place, id: owner, span: span(place.span.start, place.span.start + owner.length) }];
};
