import type { ListedWords } from '../facts/parallelFacts';
import type { DependencyWords } from '../model/achievement';
import type { AchievementId } from '../model/ids';
import type { ParallelDocument } from '../model/plan';
import type { Span } from '../model/text';

/** Words of a file whose place is looked up when asked for. Being a class, it must not be spread. */
class WordsIn implements DependencyWords {
  readonly uri: string;
  readonly #words: ListedWords;

  constructor(uri: string, words: ListedWords) {
    this.uri = uri;
    this.#words = words;
  }

  get text(): string {
    return this.#words.text;
  }

  get span(): Span {
    return this.#words.span;
  }
}

/** What a parallel.json states of each achievement in words; of an id that stands there twice all of it. */
export const wordsInParallel = ({
  uri,
  facts,
}: ParallelDocument): ReadonlyMap<AchievementId, StatedDependencyWords> => {
  const words = new Map<AchievementId, StatedDependencyWords>();
  const add = (id: AchievementId, unread: readonly ListedWords[], notes: readonly ListedWords[]): void => {
    if (unread.length + notes.length === 0) return;
    const here = (each: ListedWords): DependencyWords => new WordsIn(uri, each);
    const before = words.get(id);
    words.set(id, {
      unread: [...(before?.unread ?? []), ...unread.map(here)],
      notes: [...(before?.notes ?? []), ...notes.map(here)],
    });
  };
  for (const { id, unread, notes } of facts.achievements) add(id, unread, notes);
  for (const each of facts.unreadCrossings) if (each.dependent !== undefined) add(each.dependent, [each], []);
  return words;
};

/** Words where dependencies are stated; see `Achievement.unreadDependencies` and `dependencyNotes`. */
export interface StatedDependencyWords {
  readonly unread: readonly DependencyWords[];
  readonly notes: readonly DependencyWords[];
}
