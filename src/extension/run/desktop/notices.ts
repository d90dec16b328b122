import { listed } from '../../../shared/listed';
import { type ItemNow, isGoingOn, type Run } from '../runs';

/** Something that a person should hear of, once. */
export interface Notice {
  /** The same for the same event of a run, whenever it is read. */
  readonly ids: readonly string[];
  readonly kind: 'review' | 'work' | 'failed' | 'conflict' | 'finished' | 'left' | 'success';
  /** The items that it is about; empty for the run. */
  readonly items: readonly string[];
  /** What went wrong with the only item of it, in the words of whoever found it. */
  readonly error: string | undefined;
}

/**
 * What of a run needs a person now, and that it has ended. Items that need the same are one notice. Says nothing that
 * only was so once.
 */
export const noticesOf = (run: Run): readonly Notice[] => {
  const { state, life, seq } = run;
  const of = (kind: Notice['kind'], is: (item: ItemNow) => boolean): readonly Notice[] => {
    const items = run.items.filter(is);
    if (items.length === 0) return [];
    return [
      {
        kind,
        ids: items.map(({ id, record, state: now }) => `${id}#${record.attempt} ${now}`),
        items: items.map(({ id }) => id),
        error: items.length === 1 ? items[0]?.record.error : undefined,
      },
    ];
  };
  const about = (kind: Notice['kind'], id: string): Notice => ({
    kind,
    ids: [id],
    items: [],
    error: undefined,
  });
  const end = `finished ${state.endedAt}`;
  const isConflict = (item: ItemNow): boolean => item.isGivenUp && item.state === 'conflict';
  return [
    ...of('review', (item) => item.state === 'waiting' && item.record.head !== undefined),
    ...of('work', (item) => item.state === 'waiting' && item.record.head === undefined),
    ...of('conflict', isConflict),
    ...of('failed', (item) => item.isGivenUp && !isConflict(item) && item.state !== 'cancelled'),
    // what stands still because of what is said above needs no word of its own
    ...(life === 'over' && state.finished === 'failed' ? [about('finished', end)] : []),
    ...(life === 'over' && state.finished === 'success' ? [about('success', end)] : []),
    ...(life === 'left' ? [about('left', `left ${seq}`)] : []),
  ];
};

/** The part of a notice that nobody was told yet; undefined where that is nothing. */
export const untold = (notice: Notice, told: ReadonlySet<string>): Notice | undefined => {
  const isNew = notice.ids.map((id) => !told.has(id));
  if (!isNew.includes(true)) return undefined;
  const items = notice.items.filter((_, place) => isNew[place]);
  return { ...notice, ids: notice.ids.filter((_, place) => isNew[place]), items };
};

/** `2.1`, `2.1, 2.2 and 3 more` */
export const itemsOf = ({ items }: Notice): string => listed(items);

/** Nothing of a run that was over before anybody looked is news, but for what still waits for a person. */
export const isNews = ({ kind }: Notice, run: Run): boolean =>
  isGoingOn(run) || kind === 'review' || kind === 'work' || kind === 'left';
