import { isSatisfied, itemStateWords } from '../../../engine/run/itemState';
import { hasFailed, type Standing, shownState, standings } from '../../../engine/run/standing';
import type { RunState } from '../../../engine/run/state';
import { repositoryOf } from '../../../node/git/repository';
import { planUriOf } from '../../../node/run/record/planOfRun';
import type { RecordReader } from '../../../node/run/record/recordReader';
import type { ItemNow, Run, RunLife } from '../runs';

/** What is known of a run besides its journal. */
export interface RunFacts {
  readonly home: string;
  readonly life: RunLife;
  readonly problem: string | undefined;
  readonly attemptsOf: Run['attemptsOf'];
  readonly landedAt: Run['landedAt'];
}

/** A run as it is now; undefined before its first line. Linear in its items and their dependencies. */
export const runNow = (
  reader: RecordReader,
  { home, life, problem, attemptsOf, landedAt }: RunFacts,
): Run | undefined => {
  const { state, folder, seq } = reader;
  const { head, places } = state;
  if (!head) return undefined;
  const top = repositoryOf(home)?.top ?? home;
  const items = itemsOf(state);
  return {
    key: folder.path,
    name: folder.run,
    home,
    record: folder.path,
    top,
    planUri: planUriOf(top, head),
    head,
    life,
    items,
    itemOf: (id) => items[places.get(id) ?? -1],
    attemptsOf,
    landedAt,
    state,
    seq,
    problem,
  };
};

const itemsOf = (state: RunState): readonly ItemNow[] => {
  const standing = standings(state);
  const attempts = state.head?.attempts ?? 1;
  return state.items.map((record, place): ItemNow => {
    const now = shownState(record, standing[place]);
    return {
      id: record.item.id,
      title: record.item.title,
      state: now,
      words: itemStateWords(now),
      waitsFor: waitsFor(state, standing, place, now),
      isGivenUp: hasFailed(record, attempts),
      record,
    };
  });
};

const waitsFor = (
  { items, edges }: RunState,
  standing: readonly Standing[],
  place: number,
  now: ItemNow['state'],
): readonly string[] => {
  if (now === 'blocked') return standing[place]?.roots ?? [];
  if (now !== 'pending') return [];
  return (edges.after[place] ?? []).flatMap((other) =>
    isSatisfied(standing[other]?.state ?? 'pending') ? [] : (items[other]?.item.id ?? []),
  );
};
