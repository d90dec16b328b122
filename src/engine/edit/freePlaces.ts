import type { Span } from '../model/text';

/** Whether a place touches one of the spans; quick however many there are. */
export type IsFree = (start: number, end: number) => boolean;

export const freePlaces = (spans: readonly Span[]): IsFree => {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = apart.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return (start, end) => {
    // the first that ends behind the start
    let low = 0;
    let high = apart.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((apart[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return (apart[low]?.start ?? Number.POSITIVE_INFINITY) < end;
  };
};
