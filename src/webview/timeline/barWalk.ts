import type { TimelineBar } from '../protocol/timelineMessages';

export type BarStep = 'left' | 'right' | 'up' | 'down' | 'rowStart' | 'rowEnd' | 'first' | 'last';

/** Which step a key asks for; undefined for any other key. */
export const barStepOf = ({ key, ctrlKey, metaKey }: KeyboardEvent): BarStep | undefined => {
  if (ctrlKey || metaKey) return ({ Home: 'first', End: 'last' } as const)[key as 'Home'];
  return (
    {
      ArrowLeft: 'left',
      ArrowRight: 'right',
      ArrowUp: 'up',
      ArrowDown: 'down',
      Home: 'rowStart',
      End: 'rowEnd',
    } as const
  )[key as 'Home'];
};

/** The rows of a timeline, each in order of time; a row may be empty. */
export const rowsOf = (bars: readonly TimelineBar[], count: number): readonly (readonly TimelineBar[])[] => {
  const rows = Array.from({ length: count }, (): TimelineBar[] => []);
  for (const bar of bars) rows[bar.executor]?.push(bar);
  return rows;
};

/** Where a step leads: along the row, or to what the next row with any work does at that time. */
export const barFrom = (
  rows: readonly (readonly TimelineBar[])[],
  from: TimelineBar,
  step: BarStep,
): TimelineBar => {
  const row = rows[from.executor] ?? [];
  const at = row.findIndex(({ id }) => id === from.id);
  const steps: Readonly<Record<BarStep, () => TimelineBar | undefined>> = {
    left: () => row[at - 1],
    right: () => row[at + 1],
    up: () => nearest(rows.slice(0, from.executor).findLast(hasWork), from),
    down: () => nearest(rows.slice(from.executor + 1).find(hasWork), from),
    rowStart: () => row[0],
    rowEnd: () => row.at(-1),
    first: () => rows.find(hasWork)?.[0],
    last: () => rows.findLast(hasWork)?.at(-1),
  };
  return steps[step]() ?? from;
};

const hasWork = (row: readonly TimelineBar[]): boolean => row.length > 0;

const nearest = (row: readonly TimelineBar[] = [], { start, end }: TimelineBar): TimelineBar | undefined => {
  const distance = (bar: TimelineBar): number => Math.abs(bar.start + bar.end - start - end);
  let found = row[0];
  for (const bar of row) if (found && distance(bar) < distance(found)) found = bar;
  return found;
};
