import { remembered } from '../../../shared/remembered';
import type { OtherKey } from '../../facts/parallelFacts';
import type { AchievementId } from '../../model/ids';
import { span } from '../../model/text';
import type { JsonCursor } from '../json/jsonSource';
import { ACHIEVEMENT_KEYS, FILE_KEYS, meantBy, roleOf } from './parallelKeys';
import { idText, objectsIn } from './parallelValues';

/** Every such key of the file, of its achievements and of its edges, in text order of each kind. */
export const readOtherKeys = (root: JsonCursor): readonly OtherKey[] => [
  ...keysIn(root, ofFile).filter(({ key }) => !OTHER_EDGES.has(key) || hasObjects(root.member(key))),
  ...listsOf(root)
    .flatMap((list) => objectsIn(list) ?? [])
    .flatMap((each) => keysIn(each, ofAchievement)),
  ...(objectsIn(root.member(EDGES)) ?? []).flatMap((each) => endsIn(each)),
];

const hasObjects = (list: JsonCursor): boolean => (objectsIn(list) ?? []).length > 0;

const listsOf = (root: JsonCursor): readonly JsonCursor[] => [
  root.member('achievements'),
  ...['levels', 'priority_groups'].flatMap((key) =>
    (objectsIn(root.member(key)) ?? []).map((group) => group.member('achievements')),
  ),
];

/** The keys of one kind of object; files have few, each many times. */
interface KnownKeys {
  readonly known: ReadonlySet<string>;
  /** The key that one is, or was meant to be. */
  readonly meantOf: (key: string) => string | undefined;
  readonly isRead: (key: string) => boolean;
}

const USUAL_ID = 'achievement_id';
/** Other keys that name an achievement, which are read where it has no usual one. */
const IDS: ReadonlySet<string> = new Set(['achievementId', 'achievement', 'Id', 'ID']);

const EDGES = 'cross_priority_dependencies';
/** Keys of a file that hold edges in other programs; which end waits for the other is not for sure. */
const OTHER_EDGES: ReadonlySet<string> = new Set([
  'dependencies',
  'edges',
  'dependency_edges',
  'cross_dependencies',
]);
const ofFile: KnownKeys = {
  known: new Set(FILE_KEYS),
  meantOf: remembered((key) => {
    if (FILE_KEYS.includes(key)) return key;
    return OTHER_EDGES.has(key) ? EDGES : meantBy(key, FILE_KEYS);
  }),
  isRead: () => false,
};
const ofAchievement: KnownKeys = {
  known: new Set(ACHIEVEMENT_KEYS),
  meantOf: remembered((key) => {
    if (key === 'id' || IDS.has(key)) return USUAL_ID;
    return ACHIEVEMENT_KEYS.includes(key) ? key : (roleOf(key) ?? meantBy(key, ACHIEVEMENT_KEYS));
  }),
  isRead: (key) => roleOf(key) !== undefined || IDS.has(key),
};

const keysIn = (holder: JsonCursor, { known, meantOf, isRead }: KnownKeys): readonly OtherKey[] => {
  const object = holder.object ?? {};
  const others: OtherKey[] = [];
  for (const key in object) {
    const meant = known.has(key) ? undefined : meantOf(key);
    if (meant === undefined) continue;
    const isAlone = Object.keys(object).filter((each) => meantOf(each) === meant).length === 1;
    others.push(keyAt(holder, key, meant, isRead(key) && (isAlone || !IDS.has(key)), isAlone));
  }
  return others;
};

const ENDS: ReadonlyMap<string, string> = new Map([
  ['source', 'from'],
  ['dependent', 'from'],
  ['target', 'to'],
  ['dependency', 'to'],
]);

const endsIn = (holder: JsonCursor): readonly OtherKey[] => {
  const keys = Object.keys(holder.object ?? {});
  return keys.flatMap((key) => {
    const meant = ENDS.get(key);
    if (meant === undefined) return [];
    const isAlone = !keys.some((each) => each === meant || (each !== key && ENDS.get(each) === meant));
    return [keyAt(holder, key, meant, isAlone, isAlone && !keys.includes(`${meant}_achievement`))];
  });
};

const ID = /^(?:PRP-)?\d+(?:\.\d+)*$/i;

/** Every text and number of a value that may be an id. */
const idsWithin = (json: unknown): readonly AchievementId[] => {
  const found: AchievementId[] = [];
  const waiting = [json];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'object' && next !== null) waiting.push(...Object.values(next));
    else if (ID.test(String(next))) found.push(String(next));
  }
  return found;
};

const ownerOf = (holder: JsonCursor): AchievementId => {
  const key = ['achievement_id', 'id', ...IDS].find(
    (each) => idText(holder.object?.[each], holder, each) !== undefined,
  );
  return key === undefined ? '' : (idText(holder.object?.[key], holder, key) ?? '');
};

const keyAt = (
  holder: JsonCursor,
  key: string,
  meant: string,
  isRead: boolean,
  isAlone: boolean,
): OtherKey => {
  const { text } = holder;
  const start = text.lastIndexOf(`"${key}"`, holder.member(key).span.start);
  const isPlain = start >= holder.span.start;
  const place = isPlain ? span(start + 1, start + 1 + key.length) : holder.span;
  return {
    key,
    meant,
    owner: ownerOf(holder),
    holds: isRead ? [] : idsWithin(holder.object?.[key]),
    isRead,
    span: place,
    canBeRenamed: isAlone && isPlain,
  };
};
