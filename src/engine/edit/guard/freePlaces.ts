import { firstWhere } from '../../../shared/firstWhere';
import type { Span } from '../../model/text';

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
    const behind = firstWhere(apart.length, (at) => (apart[at]?.end ?? 0) > start);
    return (apart[behind]?.start ?? Number.POSITIVE_INFINITY) < end;
  };
};
