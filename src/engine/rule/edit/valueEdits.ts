import { readParallel } from '../../document/parallel/parallelFile';
import type { DeclaredLevel, ParallelAchievement } from '../../facts/parallelFacts';
import type { Status } from '../../model/achievement';
import type { AchievementId } from '../../model/ids';
import type { Span } from '../../model/text';
import type { TextEdit } from '../finding';
import { jsonTreeOf } from './jsonTree';

/** Gives every entry of an id that has a title this one; nothing in malformed text. */
export const writeTitle = (text: string, id: AchievementId, title: string): readonly TextEdit[] =>
  write(text, id, title, ({ titleSpan }) => titleSpan);

/** Lets every entry of an id that states a status state this one; nothing in malformed text. */
export const writeStatus = (text: string, id: AchievementId, status: Status): readonly TextEdit[] =>
  write(text, id, status, ({ claimedStatus }) => claimedStatus?.span);

/** Gives every entry of an id whose estimate cannot be read this one, in hours; nothing in malformed text. */
export const writeHours = (text: string, id: AchievementId, hours: string | number): readonly TextEdit[] =>
  write(text, id, hours, ({ unreadableHours }) => unreadableHours);

/** Gives every entry of an id that declares a level under this key another one; nothing in malformed text. */
export const writeLevel = (
  text: string,
  id: AchievementId,
  key: DeclaredLevel['key'],
  level: number,
): readonly TextEdit[] =>
  write(text, id, level, ({ declaredLevel }) =>
    declaredLevel?.key === key ? declaredLevel.span : undefined,
  );

const write = (
  text: string,
  id: AchievementId,
  value: string | number,
  placeOf: (listed: ParallelAchievement) => Span | undefined,
): readonly TextEdit[] => {
  if (!jsonTreeOf(text)) return [];
  return readParallel(text).achievements.flatMap((listed) => {
    const span = listed.id === id ? placeOf(listed) : undefined;
    return span ? [{ span, newText: JSON.stringify(value) }] : [];
  });
};
