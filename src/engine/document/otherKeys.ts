import { type Span, span } from '../model/text';
import type { JsonCursor } from './jsonSource';
import { ACHIEVEMENT_KEYS, FILE_KEYS, meantBy, roleOf } from './parallelKeys';
import { objectsIn } from './parallelValues';

/** A key that is written otherwise than the format has it. */
export interface OtherKey {
  readonly key: string;
  /** The key of the format. */
  readonly meant: string;
  /** Its value counts all the same. */
  readonly isRead: boolean;
  /** The key without its quotes; the object where it is written with escapes. */
  readonly span: Span;
  /** The key can be written as it is meant: nothing else in the object means the same. */
  readonly canBeRenamed: boolean;
}

/** Every such key of the file, of its achievements and of its edges, in text order of each kind. */
export const readOtherKeys = (root: JsonCursor): readonly OtherKey[] => [
  ...keysIn(root, FILE_KEYS),
  ...listsOf(root)
    .flatMap((list) => objectsIn(list) ?? [])
    .flatMap((each) => keysIn(each, ACHIEVEMENT_KEYS)),
  ...(objectsIn(root.member('cross_priority_dependencies')) ?? []).flatMap((each) => endsIn(each)),
];

const listsOf = (root: JsonCursor): readonly JsonCursor[] => [
  root.member('achievements'),
  ...['levels', 'priority_groups'].flatMap((key) =>
    (objectsIn(root.member(key)) ?? []).map((group) => group.member('achievements')),
  ),
];

const keysIn = (holder: JsonCursor, known: readonly string[]): readonly OtherKey[] => {
  const keys = Object.keys(holder.object ?? {});
  const meantOf = (key: string): string | undefined => {
    if (known.includes(key)) return key;
    return (
      (known === ACHIEVEMENT_KEYS ? (IDS.has(key) ? ID : roleOf(key)) : undefined) ?? meantBy(key, known)
    );
  };
  return keys.flatMap((key) => {
    const meant = known.includes(key) ? undefined : meantOf(key);
    if (meant === undefined) return [];
    const isAlone = keys.filter((each) => meantOf(each) === meant).length === 1;
    const isRead = known === ACHIEVEMENT_KEYS && (roleOf(key) !== undefined || (IDS.has(key) && isAlone));
    return keyAt(holder, key, meant, isRead, isAlone);
  });
};

const ID = 'achievement_id';
/** Other keys that name an achievement, which are read where it has no usual one. */
const IDS: ReadonlySet<string> = new Set(['achievementId', 'achievement', 'Id', 'ID']);
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
    return keyAt(holder, key, meant, isAlone, isAlone && !keys.includes(`${meant}_achievement`));
  });
};

const keyAt = (
  holder: JsonCursor,
  key: string,
  meant: string,
  isRead: boolean,
  isAlone: boolean,
): readonly OtherKey[] => {
  const { text } = holder;
  const start = text.lastIndexOf(`"${key}"`, holder.member(key).span.start);
  const isPlain = start >= holder.span.start;
  const place = isPlain ? span(start + 1, start + 1 + key.length) : holder.span;
  return [{ key, meant, isRead, span: place, canBeRenamed: isAlone && isPlain }];
};
