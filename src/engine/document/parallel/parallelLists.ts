import { withoutGaps } from '../../../shared/withoutGaps';
import type { ParallelAchievement, ParallelFacts } from '../../facts/parallelFacts';
import type { Span } from '../../model/text';
import type { JsonCursor } from '../json/jsonSource';
import { readListed } from './listedAchievement';
import { type FileReading, objectsIn } from './parallelValues';

/** Achievements of one list, or of all lists in one array of groups. */
export interface AchievementList {
  readonly dialect: ParallelFacts['dialect'];
  readonly found: readonly ParallelAchievement[];
  /** Just before the bracket that closes the (last) list. */
  readonly end: () => Span;
}

/** The first list that holds achievements, else the first there is; groups count only when they hold some. */
export const chosenList = (root: JsonCursor, reading: FileReading): AchievementList | undefined => {
  const direct = directList(root, reading);
  if (direct && direct.found.length > 0) return direct;
  const levels = groupedList(root.member('levels'), reading);
  if (levels && levels.found.length > 0) return levels;
  const groups = groupedList(root.member('priority_groups'), reading);
  return groups && groups.found.length > 0 ? groups : (direct ?? levels);
};

const directList = (holder: JsonCursor, reading: FileReading): AchievementList | undefined => {
  const cursor = holder.member('achievements');
  const { list } = cursor;
  if (!list) return undefined;
  const found = withoutGaps(list.map((_, at) => readListed(cursor, at, reading)));
  return { dialect: 'achievements', found, end: () => cursor.inside };
};

const groupedList = (cursor: JsonCursor, reading: FileReading): AchievementList | undefined => {
  const groups = objectsIn(cursor);
  if (!groups) return undefined;
  const lists = groups.flatMap((group) => directList(group, reading) ?? []);
  return {
    dialect: 'levels',
    found: lists.flatMap(({ found }) => found),
    end: lists.at(-1)?.end ?? (() => cursor.inside),
  };
};
