import type { AchievementId } from '../model/achievement';

const FILE_NAME = /^PRP-(\d+(?:\.\d+)*)(?:-.*)?\.md$/i;

/** The id a file's name carries: `PRP-47.2.1-some-words.md`; undefined for every other name. */
export const prpIdOf = (fileName: string): AchievementId | undefined => {
  const digits = FILE_NAME.exec(fileName)?.[1];
  return digits === undefined ? undefined : `PRP-${digits}`;
};

/** `PRP-47` of `PRP-47.2.1`: PRPs with a stage and a number belong to a batch, others to none. */
export const batchOf = (id: AchievementId): string | undefined => /^(PRP-\d+)\.\d+\.\d+/.exec(id)?.[1];
